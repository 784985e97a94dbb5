package io.stackprofile.yaml;

/** Decides where text may stand without quotes. */
final class PlainText {
    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=<~";
    private static final String SAFE_INSIDE = " -_./@%+=~^&*!?$();'\\";
    private static final String SAFE_IN_BLOCK = ",{}[]<>|\"`";

    private PlainText() {}

    /** Whether plain text is read as this string by Go's reader and by any other, whatever its schema. */
    static boolean isSafe(ScalarContext c, String text) {
        if (text.isEmpty() || !isSafeFirst(text.charAt(0)) || !isPossible(c, text)) {
            return false;
        }
        boolean word = false;
        for (int i = 0; i < text.length(); i++) {
            char ch = text.charAt(i);
            boolean letter = isLetter(ch);
            word |= ch == '/' || (letter && "oOtTxXzZ".indexOf(ch) < 0 && (ch | 0x20) > 'f');
            boolean safe = letter
                    || isDigit(ch)
                    || SAFE_INSIDE.indexOf(ch) >= 0
                    || ch == ':'
                    || (!c.inFlow() && !c.key() && SAFE_IN_BLOCK.indexOf(ch) >= 0);
            if (!safe) {
                return false;
            }
        }
        // 1.2.3, 12:30 and 2001-01-01 are numbers or dates to some reader; 100m and 10.0.0.0/8 to none.
        return word || !isDigit(text.charAt(0));
    }

    private static boolean isSafeFirst(char c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '/' || c == '$';
    }

    /** Whether plain text on one line is read as this string by YAML and Go, given that it is a whole scalar. */
    static boolean isPossible(ScalarContext c, String text) {
        if (text.isEmpty() || !Printable.isInLine(text)) {
            return false;
        }
        if (INDICATORS.indexOf(text.charAt(0)) >= 0 && !isOption(c, text)) {
            return false;
        }
        if (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1))) {
            return false;
        }
        YamlValue value = GoScalar.resolve(null, text, true);
        return value != null && value.kind() == YamlValue.Kind.STRING && !text.startsWith("...") && isUnbroken(c, text);
    }

    /** Whether a dash begins the text as it begins {@code --namespace=shop}, not an item of a list or a document. */
    private static boolean isOption(ScalarContext c, String text) {
        return text.charAt(0) == '-'
                && text.length() > 1
                && !isBlank(text.charAt(1))
                && !text.startsWith("---")
                && !c.inFlow()
                && !c.key();
    }

    /** Whether no character ends the plain text or turns it into something else. */
    static boolean isUnbroken(ScalarContext c, String text) {
        for (int i = 0; i < text.length(); i++) {
            char ch = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean broken = (ch == ':'
                            && (isBlank(next)
                                    || ((c.inFlow() || c.key()) && !isLetter(next) && !isDigit(next) && next != '/')))
                    || (ch == '#' && (i == 0 || isBlank(text.charAt(i - 1))))
                    || ch == '\t'
                    || (c.inFlow() && ",[]{}?".indexOf(ch) >= 0);
            if (broken) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
