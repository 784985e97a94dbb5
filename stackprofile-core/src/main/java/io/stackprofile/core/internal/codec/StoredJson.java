package io.stackprofile.core.internal.codec;

import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.Misfit;
import io.stackprofile.core.internal.tree.TreeReader;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The envelope of a stored document: a format number, what kind of document it is, and its fields.
 *
 * <p>A refusal says which document and where, never what stands there, and carries no cause: the parser's messages
 * quote what they read.
 */
final class StoredJson {

    /** The format written, and the highest one read. */
    static final int FORMAT = 1;

    private static final String FORMAT_FIELD = "format";
    private static final String KIND_FIELD = "kind";
    // Documents are as long as what was stored; the store is trusted with sizes, not with shapes.
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private StoredJson() {}

    /** A new document's first fields. */
    static Entries envelope(String kind) {
        return new Entries().put(FORMAT_FIELD, (long) FORMAT).put(KIND_FIELD, kind);
    }

    static String write(Entries entries) {
        return MAPPER.writeValueAsString(node(entries.map()));
    }

    /**
     * Reads a document.
     *
     * @param kind what it must be
     * @param body reads the whole document; the fields of the envelope are checked already
     * @throws StoreException when it is not such a document
     * @throws InvalidContentException {@link ErrorCode#UNSUPPORTED_FORMAT} when a later library wrote it
     */
    static <T> T read(String kind, String document, TreeReader<T> body) {
        try {
            JsonNode root = MAPPER.readTree(document);
            requireFormat(kind, root.path(FORMAT_FIELD));
            Object tree = tree(root);
            if (!Fields.open(tree, "").text(KIND_FIELD).equals(kind)) {
                throw new Misfit("/" + KIND_FIELD, "another kind of document is given", "");
            }
            return body.read(tree, "");
        } catch (JacksonException refused) {
            throw unreadable(kind, "it is not JSON");
        } catch (Misfit misfit) {
            String where = misfit.path().isEmpty() ? "" : "at " + misfit.path() + " ";
            throw unreadable(kind, where + misfit.problem());
        }
    }

    /** The known fields of a document: those of the envelope and {@code fields}. */
    static List<String> known(String... fields) {
        List<String> known = new ArrayList<>(List.of(FORMAT_FIELD, KIND_FIELD));
        known.addAll(List.of(fields));
        return List.copyOf(known);
    }

    /** Looks at the format before anything else: what a later one holds is not ours to judge. */
    private static void requireFormat(String kind, JsonNode format) {
        if (!format.isIntegralNumber() || format.asLong(0) < 1) {
            throw new Misfit("", "no format is given", "");
        }
        if (format.asLong(0) > FORMAT) {
            throw new InvalidContentException(
                    ErrorCode.UNSUPPORTED_FORMAT,
                    "the stored document of this " + kind + " has a later format than " + FORMAT
                            + ", the last that this library reads",
                    "Use the version of the library that wrote it, or a later one.",
                    Location.unknown());
        }
    }

    private static StoreException unreadable(String kind, String why) {
        return new StoreException(
                "the stored document of this " + kind + " cannot be read: " + why,
                "Restore the record from a backup; it was changed or damaged outside this library.");
    }

    private static JsonNode node(Object tree) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (tree instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            map.forEach((name, value) -> object.set((String) name, node(value)));
            return object;
        }
        if (tree instanceof List<?> list) {
            ArrayNode array = nodes.arrayNode(list.size());
            list.forEach(item -> array.add(node(item)));
            return array;
        }
        if (tree instanceof String text) {
            return nodes.stringNode(text);
        }
        return tree instanceof Boolean flag ? nodes.booleanNode(flag) : nodes.numberNode((Long) tree);
    }

    private static Object tree(JsonNode node) {
        if (node.isObject()) {
            Entries entries = new Entries();
            node.properties().forEach(property -> entries.put(property.getKey(), tree(property.getValue())));
            return entries.map();
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>(node.size());
            node.forEach(item -> list.add(tree(item)));
            return list;
        }
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        throw new Misfit("", "it holds a null or a number that no field takes", "");
    }
}
