package io.stackprofile.testkit.contract;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether an object has every field that another has, with the same value. Lists are compared by the key by which
 * Kubernetes merges them, or in order; null, and what is empty, may be left out.
 */
final class FieldsHeld {

    private static final List<String> MERGE_KEYS =
            List.of("name", "key", "containerPort", "port", "mountPath", "devicePath", "topologyKey", "ip", "uid");

    private FieldsHeld() {}

    /** The JSON pointer of the first field of {@code given} that {@code read} does not have so; empty when it has all. */
    static Optional<String> lost(@Nullable Object given, @Nullable Object read) {
        return lost("", given, read);
    }

    /** The value below these keys, if there is one. */
    static @Nullable Object at(@Nullable Object tree, String... keys) {
        Object at = tree;
        for (String key : keys) {
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return at;
    }

    private static Optional<String> lost(String path, @Nullable Object given, @Nullable Object read) {
        if (isNothing(given) && (read == null || sameShape(given, read))) {
            return Optional.empty();
        }
        if (given instanceof Map<?, ?> fields && read instanceof Map<?, ?> others) {
            return first(fields.keySet(), key -> lost(path + "/" + key, fields.get(key), others.get(key)));
        }
        if (given instanceof List<?> items && read instanceof List<?> others) {
            return lostItem(path, items, others);
        }
        return isSame(given, read) ? Optional.empty() : Optional.of(path);
    }

    private static Optional<String> first(Iterable<?> keys, Function<Object, Optional<String>> each) {
        for (Object key : keys) {
            Optional<String> lost = each.apply(key);
            if (lost.isPresent()) {
                return lost;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> lostItem(String path, List<?> items, List<?> others) {
        for (String key : MERGE_KEYS) {
            Optional<Map<Object, Object>> given = byKey(key, items);
            Optional<Map<Object, Object>> read = byKey(key, others);
            if (given.isPresent() && read.isPresent()) {
                Map<Object, Object> wanted = given.get();
                Map<Object, Object> found = read.get();
                return first(wanted.keySet(), at -> lost(path + "/" + at, wanted.get(at), found.get(at)));
            }
        }
        if (items.size() != others.size()) {
            return Optional.of(path);
        }
        for (int i = 0; i < items.size(); i++) {
            Optional<String> lost = lost(path + "/" + i, items.get(i), others.get(i));
            if (lost.isPresent()) {
                return lost;
            }
        }
        return Optional.empty();
    }

    /** The items by that field, if each has one of its own. */
    private static Optional<Map<Object, Object>> byKey(String key, List<?> items) {
        Map<Object, Object> byKey = new HashMap<>();
        Set<Object> seen = new HashSet<>();
        for (Object item : items) {
            Object name = at(item, key);
            if (item == null || name == null || !seen.add(name)) {
                return Optional.empty();
            }
            byKey.put(name, item);
        }
        return Optional.of(byKey);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof List<?> list && list.isEmpty());
    }

    private static boolean sameShape(@Nullable Object given, Object read) {
        return given == null || given instanceof Map<?, ?> == read instanceof Map<?, ?>;
    }

    private static boolean isSame(@Nullable Object given, @Nullable Object read) {
        if (given instanceof Number one && read instanceof Number other) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return given != null && given.equals(read);
    }
}
