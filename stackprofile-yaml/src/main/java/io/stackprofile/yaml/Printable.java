package io.stackprofile.yaml;

/** Which characters may stand unescaped in YAML, for YAML 1.2 and for Go's reader alike. */
final class Printable {
    private Printable() {}

    /** Whether {@code c} may stand within a line. Halves of pairs pass: {@link #requireWhole} judges those. */
    static boolean isInLine(char c) {
        return (c >= ' ' && c < 0x7F)
                || c == '\t'
                || (c >= 0xA0 && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c < 0xFFFE);
    }

    static boolean isInLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isInLine(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text can stand in a block scalar, with line feeds between its lines. */
    static boolean isInBlock(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && !isInLine(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Refuses half of a surrogate pair, which no encoding can carry.
     *
     * @throws IllegalArgumentException if there is one
     */
    static void requireWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("half of a surrogate pair");
            }
        }
    }
}
