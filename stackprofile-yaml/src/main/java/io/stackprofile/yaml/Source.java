package io.stackprofile.yaml;

import java.util.Arrays;

/** The text of a file with what is needed to say where something stands in it. */
final class Source {
    private static final char BOM = '\uFEFF';

    final String text;
    private final int[] lineStarts;
    // Code point indexes of the characters that take two UTF-16 units; the engine counts code points.
    private final int[] pairs;

    private Source(String text, int[] lineStarts, int[] pairs) {
        this.text = text;
        this.lineStarts = lineStarts;
        this.pairs = pairs;
    }

    /** Scans the text once and refuses characters that YAML, or Go's reader alone, does not take. */
    static Source of(String text) {
        IntList lines = new IntList();
        IntList pairs = new IntList();
        lines.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                lines.add(i + 1);
            } else if (isUnusual(c)) {
                i = unusual(text, i, lines, pairs);
            }
        }
        return new Source(text, lines.toArray(), pairs.toArray());
    }

    private static boolean isUnusual(char c) {
        return (c < ' ' && c != '\t' && c != '\r')
                || (c >= 0x7F && c < 0xA0)
                || c == 0x2028
                || c == 0x2029
                || c >= 0xD800;
    }

    private static int unusual(String text, int at, IntList lines, IntList pairs) {
        char c = text.charAt(at);
        boolean pair =
                Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        if (pair) {
            pairs.add(at - pairs.size());
            return at + 1;
        }
        boolean allowed = c >= 0xE000 && c < 0xFFFE && (c != BOM || at == 0);
        if (!allowed) {
            int line = lines.size();
            throw new YamlException(
                    YamlException.Code.SYNTAX,
                    "the character U+" + String.format("%04X", (int) c) + " must be written as an escape",
                    new YamlException.Place(line, at - lines.get(line - 1) + 1));
        }
        return at;
    }

    /** Whether a character takes two UTF-16 units. */
    boolean hasPairs() {
        return pairs.length > 0;
    }

    /** The UTF-16 offset of a code point index. */
    int offset(int codePoints) {
        if (pairs.length == 0) {
            return codePoints;
        }
        int before = Arrays.binarySearch(pairs, codePoints);
        return codePoints + (before >= 0 ? before : -before - 1);
    }

    int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where the line that holds {@code offset} begins, after a byte order mark. */
    int lineStart(int offset) {
        int start = lineStarts[lineOf(offset) - 1];
        return start == 0 && !text.isEmpty() && text.charAt(0) == BOM ? 1 : start;
    }

    /** Where the content of the line that holds {@code offset} ends, before its break. */
    int lineEnd(int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** The start of the line after the one that holds {@code offset}, or the end of the text. */
    int nextLine(int offset) {
        int line = lineOf(offset);
        return line < lineStarts.length ? lineStarts[line] : text.length();
    }

    int columnOf(int offset) {
        return Math.max(1, offset - lineStart(offset) + 1);
    }

    YamlException.Place place(int offset) {
        return new YamlException.Place(lineOf(offset), columnOf(offset));
    }

    /** Whether the range holds blanks only, within one line. */
    boolean isBlank(int from, int to) {
        return blanksAfter(from) >= to;
    }

    /** The offset of the first character from {@code from} on that is no blank. */
    int blanksAfter(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Where the blanks that end at {@code to} begin. */
    int blanksBefore(int to) {
        int at = to;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at;
    }
}
