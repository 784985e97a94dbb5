package io.stackprofile.core.internal.redact.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises placeholders that stand in a text already; they are never secrets. */
public final class Tokens {

    // A doubled dollar escapes a token, so what follows it is literal text.
    private static final Pattern TOKEN = Pattern.compile("(?<!\\$)\\$\\{\\{\\s*([A-Za-z]+)\\.([A-Za-z0-9_]+)[^{}]*}}");

    private Tokens() {}

    public static boolean present(String text) {
        return text.contains("${{") && TOKEN.matcher(text).find();
    }

    /** Whether nothing but placeholders and blanks is left. */
    public static boolean cover(String text) {
        return present(text) && TOKEN.matcher(text).replaceAll("").isBlank();
    }

    public static boolean overlap(String text, int from, int to) {
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
    public static String hidden(String text) {
        return present(text)
                ? TOKEN.matcher(text)
                        .replaceAll(token -> "x".repeat(token.group().length()))
                : text;
    }

    /** The text without its placeholders. */
    public static String removed(String text) {
        return TOKEN.matcher(text).replaceAll("");
    }

    public static Matcher parameters(String text) {
        return TOKEN.matcher(text);
    }
}
