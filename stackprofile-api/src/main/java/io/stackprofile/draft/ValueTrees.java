package io.stackprofile.draft;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies values that callers give as plain objects, and refuses what YAML has no form for. */
final class ValueTrees {

    private static final int DEEPEST = 200;

    private ValueTrees() {}

    static @Nullable Object copy(@Nullable Object tree) {
        return copy(tree, 0);
    }

    private static @Nullable Object copy(@Nullable Object tree, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("value: nested more than " + DEEPEST + " deep");
        }
        if (tree == null || tree instanceof String || tree instanceof Boolean || isNumber(tree)) {
            return tree;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(copy(item, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key(key), copy(value, depth + 1)));
            return Collections.unmodifiableMap(copy);
        }
        throw refused(tree);
    }

    private static String key(@Nullable Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("value: a map's keys are Strings");
    }

    private static boolean isNumber(Object tree) {
        if (tree instanceof Double || tree instanceof Float) {
            double number = ((Number) tree).doubleValue();
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw new IllegalArgumentException("value: JSON has no such number");
            }
            return true;
        }
        return tree instanceof Integer
                || tree instanceof Long
                || tree instanceof Short
                || tree instanceof Byte
                || tree instanceof BigInteger
                || tree instanceof BigDecimal;
    }

    private static IllegalArgumentException refused(Object tree) {
        return new IllegalArgumentException("value: a Map, List, String, Boolean, number or null, not a "
                + tree.getClass().getName());
    }
}
