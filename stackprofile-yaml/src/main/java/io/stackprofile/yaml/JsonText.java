package io.stackprofile.yaml;

/** Writes JSON strings. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    static String quote(String text) {
        return append(new StringBuilder(text.length() + 2), text).toString();
    }

    static StringBuilder append(StringBuilder out, String text) {
        out.append('"');
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, copied, i);
                escape(out, c);
                copied = i + 1;
            }
        }
        return out.append(text, copied, text.length()).append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
