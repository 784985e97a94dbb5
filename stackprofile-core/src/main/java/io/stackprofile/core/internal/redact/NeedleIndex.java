package io.stackprofile.core.internal.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Searches a text for many needles in one pass: a rolling hash of eight characters finds where one could begin. */
final class NeedleIndex {

    /**
     * A needle in a text.
     *
     * @param from where it begins
     * @param to where it ends, exclusive
     * @param needle what was found
     */
    record Match(int from, int to, Needle needle) {}

    private static final int WINDOW = SecretLedger.SHORTEST;
    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final int FILTER_BITS = 16;

    private final Map<Long, List<Needle>> byStart = new HashMap<>();
    private final boolean[] filter = new boolean[1 << FILTER_BITS];
    private final long leaving;

    NeedleIndex(Collection<Needle> needles) {
        long power = 1;
        for (int i = 0; i < WINDOW; i++) {
            power *= BASE;
        }
        leaving = power;
        for (Needle needle : needles) {
            long hash = 0;
            for (int i = 0; i < WINDOW; i++) {
                hash = hash * BASE + needle.text().charAt(i);
            }
            byStart.computeIfAbsent(hash, h -> new ArrayList<>()).add(needle);
            filter[slot(hash)] = true;
        }
        byStart.values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt((Needle needle) -> needle.text().length())
                                .reversed()));
    }

    /** The needles in {@code text}, in order, none overlapping; of those that begin together the longest. */
    List<Match> find(CharSequence text) {
        if (byStart.isEmpty() || text.length() < WINDOW) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        long hash = 0;
        int free = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * BASE + text.charAt(i);
            if (i >= WINDOW) {
                hash -= leaving * text.charAt(i - WINDOW);
            }
            int from = i - WINDOW + 1;
            if (from >= free && filter[slot(hash)]) {
                Needle found = at(text, from, hash);
                if (found != null) {
                    free = from + found.text().length();
                    matches.add(new Match(from, free, found));
                }
            }
        }
        return matches;
    }

    private @Nullable Needle at(CharSequence text, int from, long hash) {
        for (Needle needle : byStart.getOrDefault(hash, List.of())) {
            int length = needle.text().length();
            if (from + length <= text.length() && needle.text().contentEquals(text.subSequence(from, from + length))) {
                return needle;
            }
        }
        return null;
    }

    private static int slot(long hash) {
        return (int) (hash >>> (64 - FILTER_BITS));
    }
}
