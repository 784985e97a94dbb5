package io.stackprofile.core.internal.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises placeholders that stand in a text already; they are never secrets. */
final class Tokens {

    // A doubled dollar escapes a token, so what follows it is literal text.
    private static final Pattern TOKEN = Pattern.compile("(?<!\\$)\\$\\{\\{\\s*([A-Za-z]+)\\.([A-Za-z0-9_]+)[^{}]*}}");

    private Tokens() {}

    static boolean present(String text) {
        return text.contains("${{") && TOKEN.matcher(text).find();
    }

    /** Whether nothing but placeholders and blanks is left. */
    static boolean cover(String text) {
        return present(text) && TOKEN.matcher(text).replaceAll("").isBlank();
    }

    static boolean overlap(String text, int from, int to) {
        if (!text.contains("${{")) {
            return false;
        }
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (matcher.start() < to && from < matcher.end()) {
                return true;
            }
        }
        return false;
    }

    /** The text with each placeholder overwritten by letters, offsets kept. */
    static String hidden(String text) {
        return present(text)
                ? TOKEN.matcher(text)
                        .replaceAll(token -> "x".repeat(token.group().length()))
                : text;
    }

    /** The text without its placeholders. */
    static String removed(String text) {
        return TOKEN.matcher(text).replaceAll("");
    }

    static Matcher parameters(String text) {
        return TOKEN.matcher(text);
    }
}
