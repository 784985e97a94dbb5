package io.stackprofile.yaml;

/** Decodes plain and quoted text, whose lines fold. */
final class FlowText {
    private final String text;
    private final ScalarDecoder out;

    FlowText(String text, ScalarDecoder out) {
        this.text = text;
        this.out = out;
    }

    void plain(int start, int end) {
        int copied = start;
        int at = start;
        while (at < end) {
            if (isBreak(text.charAt(at))) {
                at = fold(copied, at, end);
                copied = at;
            } else {
                at++;
            }
        }
        out.copy(copied, end);
        out.endAt(end);
    }

    void singleQuoted(int start, int end) {
        int copied = start;
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (isBreak(c)) {
                at = fold(copied, at, end);
                copied = at;
            } else if (c == '\'') {
                out.copy(copied, at);
                out.one('\'', at, at + 2);
                at += 2;
                copied = at;
            } else {
                at++;
            }
        }
        out.copy(copied, end);
        out.endAt(end);
    }

    void doubleQuoted(int start, int end) {
        int copied = start;
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (isBreak(c)) {
                at = fold(copied, at, end);
                copied = at;
            } else if (c == '\\') {
                out.copy(copied, at);
                at = isBreak(text.charAt(at + 1)) ? escapedBreak(at, end) : escape(at);
                copied = at;
            } else {
                at++;
            }
        }
        out.copy(copied, end);
        out.endAt(end);
    }

    /** Copies up to the blanks before a break, then folds: one break is a space, n are n - 1 breaks. */
    private int fold(int copied, int at, int end) {
        int blank = at;
        while (blank > copied && isBlank(text.charAt(blank - 1))) {
            blank--;
        }
        out.copy(copied, blank);
        int next = skipBlanks(afterBreak(at), end);
        if (next >= end || !isBreak(text.charAt(next))) {
            out.one(' ', blank, next);
            return next;
        }
        return breaks(blank, next, end);
    }

    private int breaks(int from, int at, int end) {
        int written = from;
        int next = at;
        while (next < end && isBreak(text.charAt(next))) {
            int after = skipBlanks(afterBreak(next), end);
            out.one('\n', written, after);
            written = after;
            next = after;
        }
        return next;
    }

    private int escapedBreak(int at, int end) {
        int next = skipBlanks(afterBreak(at + 1), end);
        return breaks(next, next, end);
    }

    private int escape(int at) {
        char c = text.charAt(at + 1);
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        int end = at + 2 + digits;
        int decoded = digits > 0 ? Integer.parseInt(text, at + 2, end, 16) : Escapes.decode(c);
        out.codePoint(decoded, at, end);
        return end;
    }

    private int afterBreak(int at) {
        boolean two = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return two ? at + 2 : at + 1;
    }

    private int skipBlanks(int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
