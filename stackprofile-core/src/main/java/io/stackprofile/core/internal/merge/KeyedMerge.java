package io.stackprofile.core.internal.merge;

import io.stackprofile.draft.MergeResolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Joins two changes of things that have keys.
 *
 * @param <K> the keys
 * @param <V> the things
 */
final class KeyedMerge<K extends Comparable<? super K>, V> {

    /** Joins a thing that both sides have and changed. */
    interface Both<K, V> {
        V merge(K key, V base, V theirs, V ours);
    }

    /** Reports that a thing is there on one side only, and changed, or was added by both, differently. */
    interface Torn<K, V> {
        Optional<MergeResolution> settle(K key, @Nullable V base, @Nullable V theirs, @Nullable V ours);
    }

    private final BiPredicate<V, V> same;
    private final Both<K, V> both;
    private final Torn<K, V> torn;

    KeyedMerge(BiPredicate<V, V> same, Both<K, V> both, Torn<K, V> torn) {
        this.same = same;
        this.both = both;
        this.torn = torn;
    }

    /** What is there afterwards, in order; ours where there is a conflict. */
    Map<K, V> merge(Map<K, V> base, Map<K, V> theirs, Map<K, V> ours) {
        Map<K, V> kept = new LinkedHashMap<>();
        Set<K> keys = new LinkedHashSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        for (K key : keys) {
            V value = one(key, base.get(key), theirs.get(key), ours.get(key));
            if (value != null) {
                kept.put(key, value);
            }
        }
        Map<K, V> ordered = new LinkedHashMap<>();
        for (K key : KeyOrder.of(keys(base), keys(theirs), keys(ours), kept.keySet())) {
            V value = kept.get(key);
            if (value != null) {
                ordered.put(key, value);
            }
        }
        return ordered;
    }

    private List<K> keys(Map<K, V> map) {
        return new ArrayList<>(map.keySet());
    }

    private @Nullable V one(K key, @Nullable V base, @Nullable V theirs, @Nullable V ours) {
        if (same(theirs, ours) || same(base, theirs)) {
            return ours;
        }
        if (same(base, ours)) {
            return theirs;
        }
        if (base != null && theirs != null && ours != null) {
            return both.merge(key, base, theirs, ours);
        }
        return torn.settle(key, base, theirs, ours)
                        .filter(MergeResolution.Theirs.class::isInstance)
                        .isPresent()
                ? theirs
                : ours;
    }

    private boolean same(@Nullable V some, @Nullable V other) {
        return (some == null || other == null) ? some == other : same.test(some, other);
    }
}
