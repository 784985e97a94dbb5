package io.stackprofile.core.internal.parameter;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the parameters of a version as JSON Schema, draft 2020-12. */
public final class ParameterSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ParameterSchema() {}

    /**
     * The schema of an object with a member for each parameter, as compact JSON: the same text for the same parameters.
     * Secrets are {@code writeOnly}; a group is kept as {@code x-group}.
     */
    public static String of(List<Parameter> parameters) {
        return tree(parameters).toString();
    }

    static ObjectNode tree(List<Parameter> parameters) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        parameters.forEach(parameter -> properties.set(parameter.name(), property(parameter)));
        List<Parameter> required =
                parameters.stream().filter(Parameter::required).toList();
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(parameter -> names.add(parameter.name()));
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /** The value as JSON. */
    static JsonNode node(ParameterValue value) {
        return switch (value.kind()) {
            case STRING -> NODES.stringNode(value.text());
            case NUMBER -> NODES.numberNode(new BigDecimal(value.text()));
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(value.text()));
        };
    }

    private static ObjectNode property(Parameter parameter) {
        ObjectNode property = NODES.objectNode();
        property.put("type", jsonType(parameter.type()));
        parameter.title().ifPresent(title -> property.put("title", title));
        parameter.description().ifPresent(description -> property.put("description", description));
        parameter.group().ifPresent(group -> property.put("x-group", group));
        if (parameter.type() == ParameterType.ENUM) {
            ArrayNode choices = property.putArray("enum");
            parameter.enumValues().forEach(choices::add);
        }
        parameter.pattern().ifPresent(pattern -> property.put("pattern", pattern));
        parameter.defaultValue().ifPresent(value -> property.set("default", node(value)));
        if (parameter.type() == ParameterType.SECRET) {
            property.put("writeOnly", true);
        }
        return property;
    }

    private static String jsonType(ParameterType type) {
        return switch (type) {
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case STRING, ENUM, SECRET -> "string";
        };
    }
}
