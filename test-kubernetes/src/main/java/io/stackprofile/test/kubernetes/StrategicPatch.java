package io.stackprofile.test.kubernetes;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Strategic merge patch: as a merge patch, with lists merged by their keys; of its directives, {@code delete}. */
final class StrategicPatch {

    private StrategicPatch() {}

    static ObjectNode apply(ObjectNode target, ObjectNode patch, Schema schema) {
        ObjectNode merged = target.deepCopy();
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            String name = field.getKey();
            Schema below = schema.below(name);
            JsonNode value = field.getValue();
            if (value.isNull()) {
                merged.remove(name);
            } else if (value instanceof ObjectNode child) {
                ObjectNode live = merged.get(name) instanceof ObjectNode found ? found : Json.object();
                merged.set(name, apply(live, child, below));
            } else if (value instanceof ArrayNode list && below.associative()) {
                merged.set(name, lists(merged.get(name), list, below));
            } else {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private static ArrayNode lists(@org.jspecify.annotations.Nullable JsonNode live, ArrayNode patch, Schema schema) {
        Map<String, JsonNode> items = Merging.byElement(live, schema);
        for (JsonNode item : patch.values()) {
            String element = String.valueOf(FieldPath.item(item, schema));
            if (Json.text(item, "$patch").equals("delete")) {
                items.remove(element);
            } else if (item instanceof ObjectNode given && items.get(element) instanceof ObjectNode found) {
                items.put(element, apply(found, given, schema.element()));
            } else {
                items.put(element, item);
            }
        }
        ArrayNode merged = Json.array();
        items.values().forEach(merged::add);
        return merged;
    }
}
