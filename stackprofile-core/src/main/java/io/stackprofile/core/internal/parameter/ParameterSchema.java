package io.stackprofile.core.internal.parameter;

import io.stackprofile.core.internal.tree.RuleTree;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the parameters of a version as JSON Schema, draft 2020-12: what is checked is what forms are shown. */
public final class ParameterSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ParameterSchema() {}

    /**
     * The schema of an object with a member for each parameter, as compact JSON: the same text for the same parameters.
     * Secrets are {@code writeOnly}. Choices that have options are a {@code oneOf} of {@code const} with titles, which form
     * libraries show as a list, where {@code enum} has no place for a title. What JSON Schema has no word for:
     * {@code x-group}, {@code x-order}, {@code x-sets} of a choice, {@code x-generate} of a secret, and {@code x-rules}.
     */
    public static String of(List<Parameter> parameters, List<ParameterRule> rules) {
        ObjectNode schema = tree(parameters);
        if (!rules.isEmpty()) {
            ArrayNode all = schema.putArray("x-rules");
            rules.forEach(rule -> all.add(json(RuleTree.of(rule, ParameterSchema::node))));
        }
        return schema.toString();
    }

    static ObjectNode tree(List<Parameter> parameters) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (int i = 0; i < parameters.size(); i++) {
            properties.set(parameters.get(i).name(), property(parameters.get(i), i));
        }
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

    private static ObjectNode property(Parameter parameter, int order) {
        ObjectNode property = NODES.objectNode();
        property.put("type", jsonType(parameter.type()));
        parameter.title().ifPresent(title -> property.put("title", title));
        parameter.description().ifPresent(description -> property.put("description", description));
        parameter.group().ifPresent(group -> property.put("x-group", group));
        property.put("x-order", order);
        choices(parameter, property);
        limits(parameter, property);
        parameter.defaultValue().ifPresent(value -> property.set("default", node(value)));
        if (parameter.type() == ParameterType.SECRET) {
            property.put("writeOnly", true);
        }
        parameter
                .generate()
                .ifPresent(generation -> property.putObject("x-generate")
                        .put("length", generation.length())
                        .put("alphabet", generation.alphabet()));
        return property;
    }

    private static void limits(Parameter parameter, ObjectNode property) {
        parameter.pattern().ifPresent(pattern -> property.put("pattern", pattern));
        parameter.format().ifPresent(format -> property.put("format", new SchemaFormat(format).getName()));
        parameter.minLength().ifPresent(length -> property.put("minLength", length));
        parameter.maxLength().ifPresent(length -> property.put("maxLength", length));
        parameter.minimum().ifPresent(limit -> property.put("minimum", limit));
        parameter.maximum().ifPresent(limit -> property.put("maximum", limit));
        parameter.multipleOf().ifPresent(step -> property.put("multipleOf", step));
    }

    private static void choices(Parameter parameter, ObjectNode property) {
        boolean flag = parameter.type() == ParameterType.BOOLEAN;
        if (!parameter.options().isEmpty()) {
            ArrayNode choices = property.putArray("oneOf");
            List<String> values = flag ? List.of("true", "false") : parameter.enumValues();
            values.forEach(value -> choices.add(choice(parameter, value, flag)));
        } else if (parameter.type() == ParameterType.ENUM) {
            ArrayNode choices = property.putArray("enum");
            parameter.enumValues().forEach(choices::add);
        }
    }

    private static ObjectNode choice(Parameter parameter, String value, boolean flag) {
        ObjectNode choice = NODES.objectNode();
        choice.set("const", flag ? NODES.booleanNode(value.equals("true")) : NODES.stringNode(value));
        Optional<ParameterOption> option = parameter.options().stream()
                .filter(candidate -> candidate.value().equals(value))
                .findFirst();
        choice.put("title", option.flatMap(ParameterOption::title).orElse(value));
        option.flatMap(ParameterOption::description).ifPresent(text -> choice.put("description", text));
        option.map(ParameterOption::sets).filter(sets -> !sets.isEmpty()).ifPresent(sets -> {
            ObjectNode others = choice.putObject("x-sets");
            sets.forEach((name, set) -> others.set(name, node(set)));
        });
        return choice;
    }

    private static JsonNode json(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((name, value) -> object.set(String.valueOf(name), json(value)));
            return object;
        }
        if (tree instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(json(item)));
            return array;
        }
        return tree instanceof JsonNode node ? node : NODES.stringNode(String.valueOf(tree));
    }

    private static String jsonType(ParameterType type) {
        return switch (type) {
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case STRING, ENUM, SECRET -> "string";
        };
    }
}
