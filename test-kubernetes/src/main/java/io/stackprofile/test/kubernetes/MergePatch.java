package io.stackprofile.test.kubernetes;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON merge patch, RFC 7386. */
final class MergePatch {

    private MergePatch() {}

    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            String name = field.getKey();
            if (field.getValue().isNull()) {
                merged.remove(name);
            } else if (field.getValue() instanceof ObjectNode child) {
                ObjectNode below = merged.get(name) instanceof ObjectNode found ? found : Json.object();
                merged.set(name, apply(below, child));
            } else {
                merged.set(name, field.getValue());
            }
        }
        return merged;
    }
}
