package io.stackprofile.yaml;

/** The escapes of double-quoted text. */
final class Escapes {
    private static final String HEX = "0123456789abcdef";

    private Escapes() {}

    /** What {@code \c} stands for, for an escape without digits. */
    static int decode(char c) {
        return switch (c) {
            case '0' -> 0;
            case 'a' -> 7;
            case 'b' -> 8;
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 11;
            case 'f' -> 12;
            case 'r' -> '\r';
            case 'e' -> 27;
            case 'N' -> 0x85;
            case '_' -> 0xA0;
            case 'L' -> 0x2028;
            case 'P' -> 0x2029;
            default -> c;
        };
    }

    /** Appends text as it stands between double quotes, on one line. */
    static void encode(StringBuilder out, String text) {
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || !Printable.isInLine(c) || c == '\t') {
                out.append(text, copied, i);
                escape(out, c);
                copied = i + 1;
            }
        }
        out.append(text, copied, text.length());
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append(c < 0x100 ? "\\x" : "\\u");
                for (int shift = c < 0x100 ? 4 : 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt((c >> shift) & 15));
                }
            }
        }
    }
}
