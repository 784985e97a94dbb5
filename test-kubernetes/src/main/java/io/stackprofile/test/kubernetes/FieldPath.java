package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A place in an object, its elements written as in {@code FieldsV1}: {@code f:name}, {@code k:{...}}, {@code v:...}. */
record FieldPath(List<String> elements) implements Comparable<FieldPath> {

    static final FieldPath ROOT = new FieldPath(List.of());

    static FieldPath of(String... fields) {
        FieldPath path = ROOT;
        for (String field : fields) {
            path = path.field(field);
        }
        return path;
    }

    FieldPath then(String element) {
        List<String> longer = new ArrayList<>(elements);
        longer.add(element);
        return new FieldPath(List.copyOf(longer));
    }

    FieldPath field(String name) {
        return then("f:" + name);
    }

    boolean startsWith(FieldPath other) {
        return elements.size() >= other.elements.size()
                && elements.subList(0, other.elements.size()).equals(other.elements);
    }

    /** The element by which an item of an associative list is told apart; null where a key is missing. */
    static @Nullable String item(JsonNode item, Schema list) {
        if (list.set) {
            return "v:" + Json.text(item);
        }
        TreeMap<String, JsonNode> values = new TreeMap<>();
        for (Map.Entry<String, @Nullable JsonNode> key : list.keys.entrySet()) {
            JsonNode given = item.get(key.getKey());
            JsonNode value = given == null || given.isNull() ? key.getValue() : given;
            if (value == null) {
                return null;
            }
            values.put(key.getKey(), value);
        }
        ObjectNode key = Json.object();
        values.forEach(key::set);
        return "k:" + Json.text(key);
    }

    @Override
    public int compareTo(FieldPath other) {
        int shared = Math.min(elements.size(), other.elements.size());
        for (int i = 0; i < shared; i++) {
            int order = elements.get(i).compareTo(other.elements.get(i));
            if (order != 0) {
                return order;
            }
        }
        return elements.size() - other.elements.size();
    }

    /** As Kubernetes writes it in conflicts: {@code .spec.containers[name="app"].image}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String element : elements) {
            String rest = element.substring(2);
            switch (element.charAt(0)) {
                case 'f' -> text.append('.').append(rest);
                case 'v' -> text.append("[=").append(rest).append(']');
                default -> text.append('[').append(keys(rest)).append(']');
            }
        }
        return text.toString();
    }

    private static String keys(String json) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> key : Json.object(json).properties()) {
            parts.add(key.getKey() + "=" + Json.text(key.getValue()));
        }
        return String.join(",", parts);
    }
}
