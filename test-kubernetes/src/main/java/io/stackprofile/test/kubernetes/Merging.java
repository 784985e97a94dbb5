package io.stackprofile.test.kubernetes;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays what is applied over what is live, and takes places out of a value, both by its schema. */
final class Merging {

    private Merging() {}

    static JsonNode merge(@Nullable JsonNode live, JsonNode applied, Schema schema) {
        if (live == null || schema.whole(applied) || live.getNodeType() != applied.getNodeType()) {
            return applied.deepCopy();
        }
        if (applied instanceof ArrayNode list) {
            return mergeLists((ArrayNode) live, list, schema);
        }
        ObjectNode merged = (ObjectNode) live.deepCopy();
        for (Map.Entry<String, JsonNode> field : applied.properties()) {
            String name = field.getKey();
            merged.set(name, merge(live.get(name), field.getValue(), schema.below(name)));
        }
        return merged;
    }

    /** The applied order, with what only lives kept before the shared item it stood before. */
    private static ArrayNode mergeLists(ArrayNode live, ArrayNode applied, Schema schema) {
        Map<String, JsonNode> rest = byElement(live, schema);
        Set<String> wanted = byElement(applied, schema).keySet();
        ArrayNode merged = Json.array();
        for (JsonNode item : applied.values()) {
            String element = String.valueOf(FieldPath.item(item, schema));
            JsonNode same = rest.get(element);
            if (same != null) {
                addUntil(element, rest, wanted, merged);
                rest.remove(element);
            }
            merged.add(merge(same, item, schema.element()));
        }
        rest.forEach((element, item) -> {
            if (!wanted.contains(element)) {
                merged.add(item.deepCopy());
            }
        });
        return merged;
    }

    private static void addUntil(String stop, Map<String, JsonNode> rest, Set<String> wanted, ArrayNode merged) {
        Set<String> added = new HashSet<>();
        for (Map.Entry<String, JsonNode> item : rest.entrySet()) {
            if (item.getKey().equals(stop)) {
                break;
            }
            if (!wanted.contains(item.getKey())) {
                merged.add(item.getValue().deepCopy());
                added.add(item.getKey());
            }
        }
        rest.keySet().removeAll(added);
    }

    static Map<String, JsonNode> byElement(@Nullable JsonNode list, Schema schema) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        for (JsonNode item : Json.items(list)) {
            items.putIfAbsent(String.valueOf(FieldPath.item(item, schema)), item);
        }
        return items;
    }

    /** A copy without the places of a set and all below them. */
    static ObjectNode without(ObjectNode value, Schema schema, FieldSet removed) {
        JsonNode left = cut(value, schema, FieldPath.ROOT, removed);
        return left == null ? Json.object() : (ObjectNode) left;
    }

    private static @Nullable JsonNode cut(JsonNode value, Schema schema, FieldPath path, FieldSet removed) {
        if (removed.contains(path)) {
            return null;
        }
        if (schema.whole(value)) {
            return value.deepCopy();
        }
        return value instanceof ArrayNode list
                ? cutList(list, schema, path, removed)
                : cutMap(value, schema, path, removed);
    }

    private static ArrayNode cutList(ArrayNode list, Schema schema, FieldPath path, FieldSet removed) {
        ArrayNode left = Json.array();
        for (JsonNode item : list.values()) {
            JsonNode kept =
                    cut(item, schema.element(), path.then(String.valueOf(FieldPath.item(item, schema))), removed);
            if (kept != null) {
                left.add(kept);
            }
        }
        return left;
    }

    private static ObjectNode cutMap(JsonNode map, Schema schema, FieldPath path, FieldSet removed) {
        ObjectNode left = Json.object();
        for (Map.Entry<String, JsonNode> field : map.properties()) {
            String name = field.getKey();
            JsonNode kept = cut(field.getValue(), schema.below(name), path.field(name), removed);
            if (kept != null) {
                left.set(name, kept);
            }
        }
        return left;
    }
}
