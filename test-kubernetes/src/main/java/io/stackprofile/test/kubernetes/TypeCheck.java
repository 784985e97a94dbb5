package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds what does not fit a schema; drops what is unknown and what is null. */
final class TypeCheck {

    private final List<String> unknown = new ArrayList<>();
    private final List<String> misfits = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();

    static TypeCheck of(ObjectNode object, Schema schema) {
        TypeCheck check = new TypeCheck();
        check.walk(object, schema, "");
        return check;
    }

    /** Unknown fields, by path without a leading dot. */
    List<String> unknown() {
        return unknown;
    }

    /** The first value of a wrong type: {@code .spec.replicas: expected numeric, got string}; null without one. */
    @Nullable
    String misfit() {
        return misfits.isEmpty() ? null : misfits.get(0);
    }

    /** The first associative list with a duplicate or without a key; null without one. */
    @Nullable
    String listError() {
        return lists.isEmpty() ? null : lists.get(0);
    }

    private void walk(JsonNode value, Schema schema, String path) {
        switch (schema.shape) {
            case STRUCT, MAP -> {
                if (!value.isObject()) {
                    misfit(path, "map", value);
                } else {
                    fields(value, schema, path);
                }
            }
            case LIST -> {
                if (!value.isArray()) {
                    misfit(path, "list", value);
                } else {
                    items(value, schema, path);
                }
            }
            case SCALAR -> scalar(value, schema.type, path);
            case ANY -> {}
        }
    }

    private void fields(JsonNode value, Schema schema, String path) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String below = path + "." + field.getKey();
            Schema found = schema.field(field.getKey());
            if (found == null) {
                unknown.add(below.substring(1));
            } else if (!field.getValue().isNull()) {
                walk(field.getValue(), found, below);
            }
        }
    }

    private void items(JsonNode list, Schema schema, String path) {
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (JsonNode item : list.values()) {
            walk(item, schema.element(), path + "[" + index + "]");
            if (schema.associative()) {
                String element = item.isObject() || schema.set ? FieldPath.item(item, schema) : null;
                if (element == null) {
                    lists.add(path + ": element " + index
                            + ": associative list with keys has an element that omits key field");
                } else if (!seen.add(element)) {
                    lists.add(path + ": duplicate entries for key " + new FieldPath(List.of(element)));
                }
            }
            index++;
        }
    }

    private void scalar(JsonNode value, String type, String path) {
        boolean fits = switch (type) {
            case "int" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "bool" -> value.isBoolean();
            case "intorstring" -> value.isIntegralNumber() || value.isString();
            case "quantity" -> value.isNumber() || (value.isString() && Quantities.valid(value.asString()));
            default -> value.isString();
        };
        if (!fits) {
            String expected = type.equals("int") ? "numeric (int or float)" : type.equals("bool") ? "boolean" : type;
            misfit(path, expected, value);
        }
    }

    private void misfit(String path, String expected, JsonNode value) {
        String got =
                value.isObject() ? "map" : value.isArray() ? "list" : value.isString() ? "string" : value.toString();
        misfits.add((path.isEmpty() ? "." : path) + ": expected " + expected + ", got " + got);
    }

    /** Takes out of an object what its schema does not know, and fields that are null. */
    static void prune(JsonNode value, Schema schema) {
        if (value.isArray()) {
            value.values().forEach(item -> prune(item, schema.element()));
        } else if (value instanceof ObjectNode object) {
            List<String> dropped = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                Schema below = schema.field(field.getKey());
                if (below == null || (field.getValue().isNull() && !below.nullable)) {
                    dropped.add(field.getKey());
                } else {
                    prune(field.getValue(), below);
                }
            }
            object.remove(dropped);
        }
    }
}
