package io.stackprofile.benchmarks.score;

import io.stackprofile.capture.Redaction;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import java.util.List;

/**
 * A leaf before and after, cut to what changed and a little around it, each on one line. Holds plaintext.
 *
 * @param before the leaf as it was
 * @param after the leaf as it is in the version
 */
record LeafChange(String before, String after) {

    private static final int AROUND = 60;
    private static final int LONGEST = 400;

    /** What a replacement changed, in the text of its member. */
    static LeafChange of(Redaction redaction, String textBefore, String textAfter) {
        if (redaction.location().path().isEmpty()) {
            int line = redaction.location().line().orElse(1);
            return new LeafChange(onOneLine(line(textBefore, line)), "[redacted]");
        }
        int document = redaction.location().document().orElse(0);
        String path = redaction.location().path().get();
        return between(leaf(textBefore, document, path), leaf(textAfter, document, path));
    }

    static LeafChange between(String before, String after) {
        int from = 0;
        while (from < Math.min(before.length(), after.length()) && before.charAt(from) == after.charAt(from)) {
            from++;
        }
        int end = 0;
        while (end < Math.min(before.length(), after.length()) - from
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new LeafChange(cut(before, from, before.length() - end), cut(after, from, after.length() - end));
    }

    private static String cut(String text, int from, int to) {
        int start = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), to + AROUND);
        String part = (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
        return onOneLine(part.length() > LONGEST ? part.substring(0, LONGEST) + "…" : part);
    }

    private static String leaf(String text, int document, String path) {
        try {
            List<YamlDocument> documents = YamlFile.parse(text).documents();
            return document >= documents.size()
                    ? "(no such document)"
                    : documents
                            .get(document)
                            .at(path)
                            .map(YamlNode::resolve)
                            .map(node -> node instanceof YamlScalar scalar ? scalar.text() : "(no leaf)")
                            .orElse("(a key, or no longer there)");
        } catch (YamlException unreadable) {
            return "(not readable)";
        }
    }

    private static String line(String text, int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("(no such line)");
    }

    private static String onOneLine(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }

    /** Says nothing of the leaf. */
    @Override
    public String toString() {
        return "LeafChange";
    }
}
