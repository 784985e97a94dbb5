package io.stackprofile.cluster.kubernetes.internal.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's words about a field without the value that they quote. Kubernetes writes {@code Invalid value: VALUE: detail},
 * the value as Go quotes texts, or as JSON.
 */
final class Unquoted {

    private static final Pattern QUOTING =
            Pattern.compile("(Invalid value|Unsupported value|Duplicate value|Not found|Too long|Too many): ");

    private Unquoted() {}

    /** The text without what it quotes; what follows a value that cannot be told is left out too. */
    static String of(String message) {
        Matcher quoting = QUOTING.matcher(message);
        if (!quoting.find()) {
            return message.indexOf('"') < 0 && message.indexOf('{') < 0 ? message : "";
        }
        int end = valueEnd(message, quoting.end());
        String detail = end >= 0 && message.startsWith(": ", end) ? message.substring(end) : "";
        return quoting.group(1) + (detail.indexOf('"') < 0 && detail.indexOf('{') < 0 ? detail : "");
    }

    private static int valueEnd(String message, int start) {
        if (start >= message.length()) {
            return -1;
        }
        if (message.charAt(start) != '"') {
            Matcher plain = Pattern.compile("[-0-9.a-z]+").matcher(message).region(start, message.length());
            return plain.lookingAt() ? plain.end() : -1;
        }
        for (int i = start + 1; i < message.length(); i++) {
            if (message.charAt(i) == '\\') {
                i++;
            } else if (message.charAt(i) == '"') {
                return i + 1;
            }
        }
        return -1;
    }
}
