package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.spi.cluster.SecretPlace;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An object of a member, ready but for its secrets and its namespace.
 *
 * @param document which document of the member's text it is from
 * @param tree the object with our marks, a word where each secret belongs
 * @param places the words that may stand in it
 * @param placeholders what the member's text has at each word
 */
record PlannedObject(int document, ObjectNode tree, List<SecretPlace> places, Map<String, String> placeholders) {

    /** The object as it is sent: secrets at their places, a Secret's texts as data. */
    ObjectNode filled(Function<SecretPlace, String> secrets) {
        if (places.isEmpty()) {
            return asData(tree.deepCopy());
        }
        return asData((ObjectNode) Texts.map(tree, Texts.filling(places, secrets)));
    }

    /**
     * Moves a Secret's {@code stringData} to its {@code data}, which the server does too, but then counts the keys to nobody's
     * and would never remove one.
     */
    static ObjectNode asData(ObjectNode object) {
        if (isSecret(object) && object.get("stringData") instanceof ObjectNode texts) {
            ObjectNode data = object.withObjectProperty("data");
            texts.properties().stream()
                    .filter(text -> text.getValue().isTextual())
                    .forEach(text ->
                            data.put(text.getKey(), base64(text.getValue().textValue())));
            object.remove("stringData");
        }
        return object;
    }

    static boolean isSecret(JsonNode object) {
        return ObjectId.of(object).is("", "Secret");
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    String apiVersion() {
        return Json.text(tree, "apiVersion").orElse("");
    }

    String kind() {
        return Json.text(tree, "kind").orElse("");
    }

    ObjectId id() {
        return ObjectId.of(tree);
    }

    /** What it is, never what it holds. */
    @Override
    public String toString() {
        return "PlannedObject[" + id().describe() + "]";
    }
}
