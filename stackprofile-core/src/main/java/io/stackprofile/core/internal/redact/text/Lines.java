package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text.
 *
 * @param text the whole text
 * @param from where the line begins
 * @param to where it ends, its break excluded
 */
record Lines(String text, int from, int to) {

    static List<Lines> of(String text) {
        List<Lines> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOf(text, at);
            lines.add(new Lines(text, at, bare(text, at, end)));
            at = end + 1;
        }
        return lines;
    }

    /** Where the line of {@code at} ends: at its line feed, or where the text does. */
    static int endOf(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static int bare(String text, int from, int end) {
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** The first index from {@code at} on that is no blank. */
    static int skip(String text, int at, int to) {
        int i = at;
        while (i < to && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** The end of {@code from..to} without the blanks before it. */
    static int trim(String text, int from, int to) {
        int i = to;
        while (i > from && Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** Where the line's text begins. */
    int start() {
        return skip(text, from, to);
    }

    boolean isBlank() {
        return start() >= to;
    }

    boolean has(char c) {
        return find(c, from) >= 0;
    }

    /** Where in the line {@code c} stands at or behind {@code at}, or -1; what lies behind the line is not looked at. */
    int find(char c, int at) {
        for (int i = at; i < to; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, start()) && start() + prefix.length() <= to;
    }

    /** Whether it begins with one of these signs. */
    boolean opens(String signs) {
        return !isBlank() && signs.indexOf(text.charAt(start())) >= 0;
    }

    /** An odd number of backslashes at the end: the line goes on in the next. */
    boolean continues() {
        int i = to;
        while (i > from && text.charAt(i - 1) == '\\') {
            i--;
        }
        return (to - i) % 2 == 1;
    }
}
