package io.stackprofile.core.internal.parameterise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides the placeholders in a text, so that what they stand in can be read: JSON as JSON, a URL as a URL. */
final class MaskedText {

    private static final Pattern TOKEN = Pattern.compile("\\$\\{\\{[ \\t]*+parameters\\.[^}\\n\"]*+\\}\\}");

    private MaskedText() {}

    /**
     * The text with a word of letters for each placeholder, of the same length. In JSON outside a string it is between
     * quotes.
     */
    static String of(String text) {
        Matcher token = TOKEN.matcher(text);
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        boolean inString = false;
        while (token.find()) {
            inString ^= quotes(text, copied, token.start());
            out.append(text, copied, token.start());
            int length = token.end() - token.start();
            out.append(inString || !isJson(text) ? "x".repeat(length) : '"' + "x".repeat(length - 2) + '"');
            copied = token.end();
        }
        return out.append(text, copied, text.length()).toString();
    }

    static boolean isJson(String text) {
        String body = text.strip();
        return body.startsWith("{") || body.startsWith("[");
    }

    /** Whether an odd number of unescaped quotes stands in the range. */
    private static boolean quotes(String text, int from, int to) {
        boolean odd = false;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                odd = !odd;
            }
        }
        return odd;
    }
}
