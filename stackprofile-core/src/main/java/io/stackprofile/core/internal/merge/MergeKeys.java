package io.stackprofile.core.internal.merge;

import io.stackprofile.core.internal.redact.name.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** By what the items of a list are matched: Kubernetes' merge keys, or a name that every item has. */
final class MergeKeys {

    private static final Map<String, List<List<String>>> TABLE = table();
    private static final List<String> NAME = List.of("name");

    private MergeKeys() {}

    /** The items of each list by key, in order; empty when some list has no key for each of its items. */
    static Optional<List<Map<String, Integer>>> match(String field, List<List<?>> lists) {
        List<List<String>> candidates = new ArrayList<>(TABLE.getOrDefault(field, List.of()));
        candidates.add(NAME);
        for (List<String> keys : candidates) {
            List<Map<String, Integer>> matched = new ArrayList<>();
            for (List<?> list : lists) {
                indexes(keys, list).ifPresent(matched::add);
            }
            if (matched.size() == lists.size()) {
                return Optional.of(matched);
            }
        }
        return Optional.empty();
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

    private static Optional<Map<String, Integer>> indexes(List<String> keys, List<?> items) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Optional<String> key = key(keys, items.get(i));
            if (key.isEmpty() || indexes.put(key.get(), i) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(indexes);
    }

    private static Optional<String> key(List<String> keys, @Nullable Object item) {
        if (keys.equals(List.of("."))) {
            return item instanceof String text ? Optional.of(text) : Optional.empty();
        }
        if (!(item instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        StringBuilder key = new StringBuilder();
        for (String part : keys) {
            int equals = part.indexOf('=');
            Object value = map.get(equals < 0 ? part : part.substring(0, equals));
            if (value == null && equals < 0) {
                return Optional.empty();
            }
            key.append('\n').append(value == null ? part.substring(equals + 1) : value);
        }
        return Optional.of(key.toString());
    }

    private static Map<String, List<List<String>>> table() {
        Map<String, List<List<String>>> table = new HashMap<>();
        for (String line : Resources.lines(MergeKeys.class, "merge-keys.tsv")) {
            if (!line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                table.computeIfAbsent(columns[0], field -> new ArrayList<>()).add(List.of(columns[1].split(",", -1)));
            }
        }
        return table;
    }
}
