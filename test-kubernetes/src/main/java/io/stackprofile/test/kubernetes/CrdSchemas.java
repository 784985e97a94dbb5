package io.stackprofile.test.kubernetes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the {@code openAPIV3Schema} of a CustomResourceDefinition's version into a schema. */
final class CrdSchemas {

    private CrdSchemas() {}

    /** The schema of a custom resource's root. */
    static Schema root(@Nullable JsonNode openApi) {
        Schema declared = openApi == null ? Schema.ANY : of(openApi);
        Schema.Builder root = new Schema.Builder(Schema.Shape.STRUCT, "object");
        root.open = declared.shape == Schema.Shape.ANY || declared.open;
        root.required = declared.required;
        root.fields.putAll(declared.fields());
        addObjectFields(root.fields);
        return root.build();
    }

    private static void addObjectFields(Map<String, Supplier<Schema>> fields) {
        fields.put("apiVersion", () -> scalar("string"));
        fields.put("kind", () -> scalar("string"));
        fields.put("metadata", () -> BuiltInSchemas.of("ObjectMeta"));
    }

    private static Schema scalar(String type) {
        return new Schema.Builder(Schema.Shape.SCALAR, type).build();
    }

    private static Schema of(JsonNode node) {
        Schema.Builder builder = builder(node);
        builder.open = node.path("x-kubernetes-preserve-unknown-fields").asBoolean(false);
        builder.nullable = node.path("nullable").asBoolean(false);
        builder.defaultValue = node.get("default");
        builder.required = texts(node.get("required"));
        builder.allowed = texts(node.get("enum"));
        return builder.build();
    }

    private static Schema.Builder builder(JsonNode node) {
        if (node.path("x-kubernetes-int-or-string").asBoolean(false)) {
            return new Schema.Builder(Schema.Shape.SCALAR, "intorstring");
        }
        return switch (Json.text(node, "type")) {
            case "object" -> object(node);
            case "array" -> list(node);
            case "integer" -> new Schema.Builder(Schema.Shape.SCALAR, "int");
            case "number" -> new Schema.Builder(Schema.Shape.SCALAR, "number");
            case "boolean" -> new Schema.Builder(Schema.Shape.SCALAR, "bool");
            case "string" -> new Schema.Builder(Schema.Shape.SCALAR, "string");
            default -> new Schema.Builder(Schema.Shape.ANY, "any");
        };
    }

    private static Schema.Builder object(JsonNode node) {
        boolean atomic = Json.text(node, "x-kubernetes-map-type").equals("atomic");
        JsonNode values = node.get("additionalProperties");
        if (values != null && !node.has("properties")) {
            Schema.Builder map = new Schema.Builder(Schema.Shape.MAP, "map");
            Schema element = values.isObject() ? of(values) : Schema.ANY;
            map.element = () -> element;
            map.atomic = atomic;
            return map;
        }
        Schema.Builder struct = new Schema.Builder(Schema.Shape.STRUCT, "object");
        struct.atomic = atomic;
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            Schema field = of(property.getValue());
            struct.fields.put(property.getKey(), () -> field);
        }
        if (node.path("x-kubernetes-embedded-resource").asBoolean(false)) {
            addObjectFields(struct.fields);
        }
        return struct;
    }

    private static Schema.Builder list(JsonNode node) {
        Schema.Builder list = new Schema.Builder(Schema.Shape.LIST, "list");
        JsonNode items = node.get("items");
        Schema element = items == null ? Schema.ANY : of(items);
        list.element = () -> element;
        String kind = Json.text(node, "x-kubernetes-list-type");
        list.set = kind.equals("set");
        if (kind.equals("map")) {
            Map<String, @Nullable JsonNode> keys = new LinkedHashMap<>();
            for (String key : texts(node.get("x-kubernetes-list-map-keys"))) {
                keys.put(key, Json.at(items, "properties", key, "default"));
            }
            list.keys = keys;
        }
        list.atomic = !list.set && !kind.equals("map");
        return list;
    }

    private static java.util.List<String> texts(@Nullable JsonNode list) {
        return StreamSupport.stream(Json.items(list).spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
