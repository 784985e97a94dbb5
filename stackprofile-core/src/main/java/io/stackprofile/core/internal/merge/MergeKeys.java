package io.stackprofile.core.internal.merge;

import io.stackprofile.core.internal.tree.ListKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** By what the items of a list are matched: Kubernetes' merge keys, or a name that every item has. */
final class MergeKeys {

    private MergeKeys() {}

    /** The items of each list by key, in order; empty when some list has no key for each of its items. */
    static Optional<List<Map<String, Integer>>> match(String field, List<List<?>> lists) {
        return ListKeys.of(field, lists).map(MergeKeys::indexes);
    }

    /** Where the items of each list stand, by key, in order. */
    static List<Map<String, Integer>> indexes(ListKeys.Matched matched) {
        return matched.keys().stream().map(MergeKeys::indexes).toList();
    }

    /** The same tree with lists that have keys in the order of the keys, to compare without their order. */
    static @Nullable Object unordered(String field, @Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, unordered((String) key, value)));
            return copy;
        }
        if (!(tree instanceof List<?> list)) {
            return tree;
        }
        List<@Nullable Object> items = new ArrayList<>();
        list.forEach(item -> items.add(unordered("", item)));
        Optional<List<Map<String, Integer>>> matched = match(field, List.of(list));
        if (matched.isEmpty()) {
            return items;
        }
        List<@Nullable Object> sorted = new ArrayList<>();
        new TreeMap<>(matched.get().get(0)).values().forEach(index -> sorted.add(items.get(index)));
        return sorted;
    }

    private static Map<String, Integer> indexes(List<String> keys) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        keys.forEach(key -> indexes.put(key, indexes.size()));
        return indexes;
    }
}
