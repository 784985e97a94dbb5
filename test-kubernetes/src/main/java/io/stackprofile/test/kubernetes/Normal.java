package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The form that built-in types take when they are read and written as structs: zeros left out, quantities canonical. */
final class Normal {

    /** Text that is kept when empty, being told apart from none. */
    private static final Set<String> KEPT_EMPTY = Set.of(
            "storageClassName",
            "ingressClassName",
            "volumeAttributesClassName",
            "key",
            "name",
            "service",
            "apiGroup",
            "path");
    /** Flags and numbers that are the same when false or zero as when left out. */
    private static final Set<String> DROPPED_ZERO = Set.of(
            "hostNetwork",
            "hostPID",
            "hostIPC",
            "stdin",
            "stdinOnce",
            "tty",
            "readOnly",
            "publishNotReadyAddresses",
            "paused",
            "initialDelaySeconds",
            "minReadySeconds",
            "hostPort",
            "nodePort");

    private Normal() {}

    static void make(ObjectNode object, Schema schema) {
        if (schema.shape != Schema.Shape.STRUCT) {
            return;
        }
        List<String> dropped = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
            Schema below = schema.below(field.getKey());
            if (isZero(field.getKey(), field.getValue(), below, schema)) {
                dropped.add(field.getKey());
            } else {
                inside(object, field, below);
            }
        }
        object.remove(dropped);
    }

    private static void inside(ObjectNode object, Map.Entry<String, JsonNode> field, Schema schema) {
        JsonNode value = field.getValue();
        if (schema.type.equals("quantity")) {
            object.set(field.getKey(), quantity(value));
        } else if (value instanceof ObjectNode child && schema.shape == Schema.Shape.MAP) {
            if (schema.element().type.equals("quantity")) {
                List.copyOf(child.properties()).forEach(entry -> child.set(entry.getKey(), quantity(entry.getValue())));
            }
        } else if (value instanceof ObjectNode child) {
            make(child, schema);
        } else if (value.isArray()) {
            for (JsonNode item : value.values()) {
                if (item instanceof ObjectNode child) {
                    make(child, schema.element());
                }
            }
        }
    }

    private static boolean isZero(String name, JsonNode value, Schema schema, Schema parent) {
        return switch (schema.shape) {
            case MAP, LIST -> value.isEmpty() && !name.equals("rules");
            case SCALAR ->
                (value.isString() && value.asString().isEmpty() && !keptEmpty(name, parent))
                        || (DROPPED_ZERO.contains(name) && isFalseOrZero(value));
            default -> false;
        };
    }

    private static boolean isFalseOrZero(JsonNode value) {
        return (value.isBoolean() && !value.asBoolean()) || (value.isNumber() && value.asInt() == 0);
    }

    private static boolean keptEmpty(String name, Schema parent) {
        return KEPT_EMPTY.contains(name) || (name.equals("type") && parent.type.equals("HostPathVolumeSource"));
    }

    private static JsonNode quantity(JsonNode value) {
        return StringNode.valueOf(Quantities.canonical(value.asString()));
    }
}
