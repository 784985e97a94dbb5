package io.stackprofile.cluster.kubernetes.internal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads and writes raw objects: keys keep their order, numbers their value to the last digit. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** Reads a text; empty when it is not JSON. What is wrong is not told, since that would quote it. */
    public static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !(node instanceof MissingNode));
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    /** The text of a tree, on one line. */
    public static String write(JsonNode tree) {
        return tree.toString();
    }

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The text at a path of keys, if there is one. */
    public static Optional<String> text(JsonNode tree, String... keys) {
        JsonNode at = tree;
        for (String key : keys) {
            at = at.path(key);
        }
        return at.isTextual() ? Optional.of(at.textValue()) : Optional.empty();
    }
}
