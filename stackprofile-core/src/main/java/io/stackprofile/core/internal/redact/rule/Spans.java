package io.stackprofile.core.internal.redact.rule;

import java.util.TreeMap;

/** Stretches of a text that do not overlap: the first to claim a stretch has it. */
final class Spans {

    private final TreeMap<Integer, Integer> ends = new TreeMap<>();

    /** Claims a stretch; whether it was free. */
    boolean claim(int from, int to) {
        var before = ends.lowerEntry(to);
        if (before != null && before.getValue() > from) {
            return false;
        }
        ends.put(from, to);
        return true;
    }
}
