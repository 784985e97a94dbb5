package io.stackprofile.yaml;

import java.util.Optional;

/** Writes literal blocks where they keep the text. */
final class LiteralText {
    private LiteralText() {}

    /** The block with its header, without the line break at its end; empty where a block would not keep the text. */
    static Optional<String> whole(ScalarContext c, String text) {
        if (c.inFlow() || c.key() || !isPossible(text)) {
            return Optional.empty();
        }
        boolean ends = text.endsWith("\n");
        StringBuilder out = new StringBuilder(text.length() + 16).append(ends ? "|\n" : "|-\n");
        lines(out, ends ? text.substring(0, text.length() - 1) : text, " ".repeat(c.blockIndent()));
        return Optional.of(out.toString());
    }

    /** The lines, each indented, without a break at the end; empty lines stay empty. */
    static void lines(StringBuilder out, String text, String indent) {
        int from = 0;
        while (true) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (to > from) {
                out.append(indent).append(text, from, to);
            }
            if (end < 0) {
                return;
            }
            out.append('\n');
            from = end + 1;
        }
    }

    /**
     * Whether a literal block with at most one break at its end reads back as this text. The indentation is found from
     * the first line, so that must not begin with a blank, nor be empty; a last line of blanks alone is lost by some
     * readers.
     */
    static boolean isPossible(String text) {
        if (text.isEmpty() || !Printable.isInBlock(text) || isBlank(text.charAt(0))) {
            return false;
        }
        int end = text.endsWith("\n") ? text.length() - 1 : text.length();
        int lastLine = text.lastIndexOf('\n', end - 1) + 1;
        return !isBlank(text, lastLine, end);
    }

    static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }
}
