package io.stackprofile.core.internal.parameter;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts what a pattern becomes when its counted repetitions are written out, without writing them out: RE2 does so, and
 * {@code ((a{1000}){1000}){1000}} is short. The count is a bound from above for patterns that compile.
 */
final class PatternSize {

    /** More than any rule for a name or address needs; matching costs this much a character. */
    static final int MOST = 4_000;

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 50;

    private final String pattern;
    private final Deque<long[]> open = new ArrayDeque<>();
    private long total;
    private long last;
    private int at;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    /** Whether the pattern is small enough to compile and to match. */
    static boolean isModest(String pattern) {
        return pattern.length() <= LONGEST && new PatternSize(pattern).isSmall();
    }

    private boolean isSmall() {
        while (at < pattern.length()) {
            step(pattern.charAt(at));
            if (open.size() > DEEPEST || total + last > MOST) {
                return false;
            }
        }
        return true;
    }

    private void step(char c) {
        switch (c) {
            case '(' -> {
                open.push(new long[] {total, last});
                total = 0;
                last = 0;
                at++;
            }
            case ')' -> close();
            case '[' -> {
                at = endOfClass();
                atom();
            }
            case '\\' -> escape();
            case '{' -> repeat();
            default -> {
                at++;
                atom();
            }
        }
    }

    /** Between {@code \Q} and {@code \E} nothing has a meaning. */
    private void escape() {
        if (!pattern.startsWith("\\Q", at)) {
            at += 2;
            atom();
            return;
        }
        int end = pattern.indexOf("\\E", at);
        int quoted = (end < 0 ? pattern.length() : end) - at;
        total += last + quoted;
        last = 1;
        at = end < 0 ? pattern.length() : end + 2;
    }

    private void atom() {
        total += last;
        last = 1;
    }

    private void close() {
        at++;
        if (!open.isEmpty()) {
            long[] before = open.pop();
            long inside = total + last + 2;
            total = before[0] + before[1];
            last = inside;
        }
    }

    /** The place behind a class: a bracket may stand first in it, after a caret, or behind a backslash. */
    private int endOfClass() {
        int i = at + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') {
            i++;
        }
        if (i < pattern.length() && pattern.charAt(i) == ']') {
            i++;
        }
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            int named = pattern.startsWith("[:", i) ? pattern.indexOf(":]", i + 2) : -1;
            i = named > 0 ? named + 2 : i + (pattern.charAt(i) == '\\' ? 2 : 1);
        }
        return i + 1;
    }

    private void repeat() {
        int end = pattern.indexOf('}', at);
        long times = end < 0 ? -1 : times(pattern.substring(at + 1, end));
        if (times < 0) {
            at++;
            atom();
        } else {
            last = Math.max(1, last) * Math.max(1, times);
            at = end + 1;
        }
    }

    /** The greater of the numbers of {@code n}, {@code n,} or {@code n,m}; -1 when it is no repetition. */
    private static long times(String counts) {
        if (!counts.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
            return -1;
        }
        int comma = counts.indexOf(',');
        String most = comma < 0 || comma == counts.length() - 1 ? counts.replace(",", "") : counts.substring(comma + 1);
        long times = Long.parseLong(most);
        return counts.endsWith(",") ? times + 1 : times;
    }
}
