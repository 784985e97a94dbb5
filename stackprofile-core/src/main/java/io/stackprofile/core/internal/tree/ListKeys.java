package io.stackprofile.core.internal.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the items of a list are matched by. Fields that Kubernetes merges have their keys in {@code merge-keys.tsv}; mappings
 * that all have a {@code name} of their own are matched by it wherever they stand, as in a chart's values. Every other
 * list has no keys.
 */
public final class ListKeys {

    private static final Map<String, List<ListKeys>> TABLE = table();
    private static final ListKeys NAME = new ListKeys(List.of("name"), true);

    private final List<String> fields;
    private final boolean ordered;

    private ListKeys(List<String> fields, boolean ordered) {
        this.fields = fields;
        this.ordered = ordered;
    }

    /**
     * Lists whose items have keys.
     *
     * @param keys for each list a key for each of its items, no two the same
     * @param ordered whether the order of items matters to what runs
     */
    public record Matched(List<List<String>> keys, boolean ordered) {

        /** Copies the keys. */
        public Matched {
            keys = List.copyOf(keys);
        }
    }

    /** The keys of every list under the field {@code name}; nothing when some list has no key for each of its items. */
    public static Optional<Matched> of(String name, List<List<?>> lists) {
        for (ListKeys keys : TABLE.getOrDefault(name, List.of())) {
            Optional<Matched> matched = keys.matched(lists);
            if (matched.isPresent()) {
                return matched;
            }
        }
        return NAME.matched(lists);
    }

    private Optional<Matched> matched(List<List<?>> lists) {
        List<List<String>> all = new ArrayList<>(lists.size());
        for (List<?> list : lists) {
            Optional<List<String>> keys = keys(list);
            if (keys.isEmpty()) {
                return Optional.empty();
            }
            all.add(keys.get());
        }
        return Optional.of(new Matched(all, ordered));
    }

    private Optional<List<String>> keys(List<?> items) {
        List<String> keys = new ArrayList<>(items.size());
        for (Object item : items) {
            Optional<String> key = key(item);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
        }
        return new HashSet<>(keys).size() == keys.size() ? Optional.of(keys) : Optional.empty();
    }

    private Optional<String> key(@Nullable Object item) {
        if (fields.equals(List.of("."))) {
            return item instanceof String text ? Optional.of(text) : Optional.empty();
        }
        if (!(item instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(fields.size());
        for (String field : fields) {
            int equals = field.indexOf('=');
            Object value = map.get(equals < 0 ? field : field.substring(0, equals));
            if (value == null && equals > 0) {
                parts.add(field.substring(equals + 1));
            } else if (isKey(value)) {
                parts.add(Objects.toString(value));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** A name is text or a placeholder; what the table names may be a number, such as a port. */
    private boolean isKey(@Nullable Object value) {
        return value instanceof String
                || value instanceof PlainToken
                || (value instanceof Long && !fields.equals(NAME.fields));
    }

    private static Map<String, List<ListKeys>> table() {
        Map<String, List<ListKeys>> table = new HashMap<>();
        for (List<String> row : TableFile.rows(ListKeys.class, "merge-keys.tsv", 3)) {
            table.computeIfAbsent(row.get(0), field -> new ArrayList<>())
                    .add(new ListKeys(
                            Arrays.asList(row.get(1).split(",")), row.get(2).equals("matters")));
        }
        return table;
    }
}
