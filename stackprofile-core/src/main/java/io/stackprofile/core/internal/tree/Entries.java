package io.stackprofile.core.internal.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes a mapping field by field, in the order of the calls; what is absent, false or empty leaves no field. */
public final class Entries {

    private final Map<String, Object> map = new LinkedHashMap<>();

    /** A field that is always there. */
    public Entries put(String field, Object tree) {
        map.put(field, tree);
        return this;
    }

    /** A field for a value that may be absent. */
    public Entries put(String field, Optional<?> tree) {
        tree.ifPresent(present -> map.put(field, present));
        return this;
    }

    /** A field that is there when true. */
    public Entries put(String field, boolean flag) {
        if (flag) {
            map.put(field, true);
        }
        return this;
    }

    /** A list, each item written by {@code writer}; no field when it is empty. */
    public <T> Entries put(String field, List<T> items, Function<? super T, ?> writer) {
        if (!items.isEmpty()) {
            map.put(field, items.stream().<Object>map(writer).toList());
        }
        return this;
    }

    /** The mapping. */
    public Map<String, Object> map() {
        return map;
    }
}
