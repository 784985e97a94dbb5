package io.stackprofile.core.internal.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders what two sides made of a list. The side that reordered decides; when both did, differently, the base's order
 * stays. What a side added follows what it follows there. The sides may be swapped.
 */
final class KeyOrder {

    private KeyOrder() {}

    /** The keys {@code kept}, each of which is in {@code theirs} or {@code ours}, in order. */
    static <K extends Comparable<? super K>> List<K> of(List<K> base, List<K> theirs, List<K> ours, Set<K> kept) {
        Set<K> common = new HashSet<>(kept);
        common.retainAll(new HashSet<>(base));
        common.retainAll(new HashSet<>(theirs));
        common.retainAll(new HashSet<>(ours));
        List<K> skeleton = MergeRun.unchanged(only(base, common), only(theirs, common), only(ours, common))
                .orElse(only(base, common));
        Map<K, List<K>> afterTheirs = new HashMap<>();
        Map<K, List<K>> afterOurs = new HashMap<>();
        List<K> order =
                new ArrayList<>(joined(lead(theirs, common, kept, afterTheirs), lead(ours, common, kept, afterOurs)));
        for (K key : skeleton) {
            order.add(key);
            order.addAll(joined(afterTheirs.getOrDefault(key, List.of()), afterOurs.getOrDefault(key, List.of())));
        }
        return new ArrayList<>(new LinkedHashSet<>(order));
    }

    private static <K> List<K> only(List<K> keys, Set<K> kept) {
        return keys.stream().filter(kept::contains).toList();
    }

    /** What a side has beside the common keys: before the first, and in {@code after} behind each. */
    private static <K> List<K> lead(List<K> side, Set<K> common, Set<K> kept, Map<K, List<K>> after) {
        List<K> lead = new ArrayList<>();
        List<K> to = lead;
        for (K key : side) {
            if (common.contains(key)) {
                to = after.computeIfAbsent(key, each -> new ArrayList<>());
            } else if (kept.contains(key)) {
                to.add(key);
            }
        }
        return lead;
    }

    /** Two additions at the same place: the one whose first key comes first, whichever side's it is. */
    private static <K extends Comparable<? super K>> List<K> joined(List<K> some, List<K> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        boolean first = some.get(0).compareTo(others.get(0)) <= 0;
        List<K> joined = new ArrayList<>(first ? some : others);
        joined.addAll(first ? others : some);
        return joined;
    }
}
