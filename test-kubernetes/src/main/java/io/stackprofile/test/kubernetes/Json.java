package io.stackprofile.test.kubernetes;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees as the server reads, walks and writes them. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** An object from JSON text written in this module. */
    static ObjectNode object(String json) {
        return (ObjectNode) MAPPER.readTree(json);
    }

    static JsonNode value(String json) {
        return MAPPER.readTree(json);
    }

    static ObjectNode read(byte[] body) {
        return objectOf(readAny(body));
    }

    static JsonNode readAny(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw Failure.badRequest("the body is not valid JSON");
        }
    }

    static ObjectNode readYaml(byte[] body) {
        try {
            Object tree =
                    new Load(LoadSettings.builder().build()).loadFromString(new String(body, StandardCharsets.UTF_8));
            return objectOf(MAPPER.valueToTree(tree));
        } catch (YamlEngineException | JacksonException e) {
            throw Failure.badRequest("error decoding YAML: not valid YAML");
        }
    }

    private static ObjectNode objectOf(@Nullable JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw Failure.badRequest("the body is not an object");
    }

    static byte[] write(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    static String text(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** The text at a path of fields, or empty. */
    static String text(JsonNode tree, String... path) {
        JsonNode found = at(tree, path);
        return found == null || !found.isValueNode() || found.isNull() ? "" : found.asString();
    }

    static @Nullable JsonNode at(@Nullable JsonNode tree, String... path) {
        JsonNode found = tree;
        for (String field : path) {
            found = found == null ? null : found.get(field);
        }
        return found;
    }

    /** The object at a path of fields, made where it is missing. */
    static ObjectNode child(ObjectNode parent, String... path) {
        ObjectNode found = parent;
        for (String field : path) {
            found = found.get(field) instanceof ObjectNode child ? child : found.putObject(field);
        }
        return found;
    }

    static Iterable<JsonNode> items(@Nullable JsonNode tree, String... path) {
        JsonNode found = at(tree, path);
        return found instanceof ArrayNode list ? list.values() : java.util.List.of();
    }
}
