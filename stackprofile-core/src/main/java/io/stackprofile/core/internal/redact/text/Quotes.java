package io.stackprofile.core.internal.redact.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds where quoted texts close. What was looked for once to the end of the text and not found is not looked for again,
 * so that a text full of open quotes costs no more than its length. For one text; not thread-safe.
 */
final class Quotes {

    private final String text;
    private final Map<String, Integer> hopeless = new HashMap<>();

    Quotes(String text) {
        this.text = text;
    }

    /** Where {@code closing} stands at or behind {@code from}, or -1; a backslash hides what follows it, if it escapes. */
    int close(String closing, int from, int to, boolean escapes) {
        if (from >= hopeless.getOrDefault(closing, Integer.MAX_VALUE)) {
            return -1;
        }
        for (int at = from; at < to; at++) {
            if (escapes && text.charAt(at) == '\\') {
                at++;
            } else if (text.startsWith(closing, at)) {
                return at;
            }
        }
        if (to == text.length()) {
            hopeless.put(closing, from);
        }
        return -1;
    }

    /** As long a quote as stands at {@code at}: three signs or one; empty where none stands. */
    String opening(int at, String signs) {
        char c = text.charAt(at);
        if (signs.indexOf(c) < 0) {
            return "";
        }
        String three = String.valueOf(c).repeat(3);
        return text.startsWith(three, at) ? three : String.valueOf(c);
    }

    /** The same where backticks are quotes too, within which nothing is escaped. */
    static Written insideAny(String text, int from, int to, Escapes escapes) {
        boolean ticks = to - from >= 2 && text.charAt(from) == '`' && text.indexOf('`', from + 1) == to - 1;
        return ticks ? Written.plain(text, from + 1, to - 1) : inside(text, from, to, escapes);
    }

    /** What stands between the quotes of {@code from..to}, if one pair of them holds all of it; else all of it. */
    static Written inside(String text, int from, int to, Escapes escapes) {
        char first = to - from >= 2 ? text.charAt(from) : 0;
        if ((first == '"' || first == '\'') && text.charAt(to - 1) == first) {
            int at = from + 1;
            boolean escaping = first == '"' && escapes != Escapes.DOUBLED;
            while (at < to - 1 && text.charAt(at) != first) {
                at += escaping && text.charAt(at) == '\\' ? 2 : 1;
            }
            if (at == to - 1) {
                return escaping
                        ? Written.escaped(text, from + 1, to - 1, escapes)
                        : Written.plain(text, from + 1, to - 1);
            }
        }
        return Written.plain(text, from, to);
    }
}
