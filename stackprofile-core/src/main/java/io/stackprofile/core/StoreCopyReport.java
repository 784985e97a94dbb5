package io.stackprofile.core;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a copy came to. Immutable.
 *
 * @param items how many items the store holds that was copied, by kind: {@code Text}, {@code Profile}, {@code Version},
 *     {@code Answer}, {@code History}, {@code Draft}, {@code Suggestion}, {@code Instance}
 * @param differences where the two stores do not hold the same; empty when the copy is exact
 */
public record StoreCopyReport(Map<String, Long> items, List<Difference> differences) {

    /**
     * A kind of which an organisation has other items here than there.
     *
     * @param kind as in {@link StoreCopyReport#items}
     * @param organisation the organisation
     * @param from how many the store has that was copied
     * @param to how many the copy has; with equal numbers, what they are differs
     */
    public record Difference(String kind, String organisation, long from, long to) {}

    /** Copies both. */
    public StoreCopyReport {
        items = Collections.unmodifiableMap(new TreeMap<>(items));
        differences = List.copyOf(differences);
    }

    /** Whether both stores held the same when they were compared. */
    public boolean isExact() {
        return differences.isEmpty();
    }
}
