package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.rule.FormatRules;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlComment;
import io.stackprofile.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds private keys that were commented out: their lines stand in comments of their own. */
public final class CommentedKeys {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final Pattern LINE = Pattern.compile("[A-Za-z0-9+/=]*|[A-Za-z-]+: .*");

    private CommentedKeys() {}

    public static List<MemberScan.CommentHit> find(YamlFile file, FormatRules formats) {
        List<MemberScan.CommentHit> found = new ArrayList<>();
        List<YamlComment> key = new ArrayList<>();
        for (YamlComment comment : file.comments()) {
            String text = comment.text();
            if (text.contains(BEGIN) && text.contains("PRIVATE KEY") && !text.contains(END)) {
                key = new ArrayList<>(List.of(comment));
            } else if (!key.isEmpty() && text.contains(END)) {
                key.add(comment);
                add(file, key, formats, found);
                key = new ArrayList<>();
            } else if (!key.isEmpty() && LINE.matcher(bare(comment)).matches()) {
                key.add(comment);
            } else {
                key = new ArrayList<>();
            }
        }
        return found;
    }

    private static void add(
            YamlFile file, List<YamlComment> key, FormatRules formats, List<MemberScan.CommentHit> found) {
        StringBuilder whole = new StringBuilder();
        key.forEach(comment -> whole.append(bare(comment)).append('\n'));
        List<Hit> hits = formats.find(whole.toString());
        if (hits.isEmpty()) {
            return;
        }
        for (YamlComment comment : key.subList(1, key.size() - 1)) {
            String line = bare(comment);
            int start = comment.span().end() - line.length();
            if (!line.isEmpty()) {
                Hit hit = hits.get(0).moved(0, line.length());
                Span span = new Span(start, comment.span().end());
                found.add(new MemberScan.CommentHit(MemberScan.documentAt(file, start), span, hit));
            }
        }
    }

    // The text behind the comment's signs and blanks; what ends the line is no blank of ours.
    private static String bare(YamlComment comment) {
        String text = comment.text();
        int from = 0;
        while (from < text.length() && (text.charAt(from) == '#' || text.charAt(from) == ' ')) {
            from++;
        }
        return text.substring(from);
    }
}
