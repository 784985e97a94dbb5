package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.tree.TableFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the keys of an object in the order in which people write them; keys without a place in the table stay in theirs. */
final class KeyOrder {

    private static final Map<String, List<String>> TABLE = table();
    private static final List<String> ITEM = List.of("name");

    private KeyOrder() {}

    static Map<String, @Nullable Object> of(Map<?, ?> object) {
        return mapping(object, List.of(LiveTree.text(object, "kind"), "object"));
    }

    private static @Nullable Object node(@Nullable Object node, List<String> contexts) {
        if (node instanceof Map<?, ?> map) {
            return mapping(map, contexts);
        }
        if (node instanceof List<?> list) {
            List<@Nullable Object> ordered = new ArrayList<>(list.size());
            list.forEach(item -> ordered.add(node(item, items(contexts))));
            return ordered;
        }
        return node;
    }

    /** An item has the order of its list's field, else its name first. */
    private static List<String> items(List<String> contexts) {
        List<String> below = new ArrayList<>(contexts);
        below.add("item");
        return below;
    }

    private static Map<String, @Nullable Object> mapping(Map<?, ?> map, List<String> contexts) {
        List<String> order = order(contexts);
        List<String> keys =
                new ArrayList<>(map.keySet().stream().map(Objects::toString).toList());
        keys.sort(Comparator.comparingInt(key -> {
            int at = order.indexOf(key);
            return at < 0 ? order.size() : at;
        }));
        Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
        keys.forEach(key -> ordered.put(key, node(map.get(key), List.of(contexts.get(0) + "/" + key, key))));
        return ordered;
    }

    private static List<String> order(List<String> contexts) {
        for (String context : contexts) {
            List<String> order = TABLE.get(context);
            if (order != null) {
                return order;
            }
        }
        return contexts.contains("item") ? ITEM : List.of();
    }

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new HashMap<>();
        for (List<String> row : TableFile.rows(KeyOrder.class, "key-order.tsv", 2)) {
            for (String context : row.get(0).split("\\|", -1)) {
                table.put(context, Arrays.asList(row.get(1).split(" ", -1)));
            }
        }
        return table;
    }
}
