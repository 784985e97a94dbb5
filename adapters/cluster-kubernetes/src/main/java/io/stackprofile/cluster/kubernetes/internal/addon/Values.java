package io.stackprofile.cluster.kubernetes.internal.addon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.AddonOrder;
import io.stackprofile.spi.cluster.SecretPlace;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlJson;
import java.util.List;
import java.util.Optional;

/**
 * An add-on's Helm values, divided into what may be read by anyone and what holds secrets. Helm merges maps key by key and
 * takes lists whole, so that a list with a secret in it is secret as a whole.
 *
 * @param open what holds no secret; absent where the add-on has no values
 * @param secret what holds secrets, under the same keys; absent where nothing does
 */
public record Values(Optional<ObjectNode> open, Optional<ObjectNode> secret) {

    /**
     * Divides an order's values.
     *
     * @throws ClusterException when they are no mapping
     */
    public static Values divided(AddonOrder order) {
        Optional<ObjectNode> whole = whole(order);
        if (whole.isEmpty() || order.secrets().isEmpty()) {
            return new Values(whole, Optional.empty());
        }
        ObjectNode open = whole.get().deepCopy();
        ObjectNode secret = Json.object();
        divide(open, secret, order.secrets());
        return new Values(Optional.of(open), secret.isEmpty() ? Optional.empty() : Optional.of(secret));
    }

    /**
     * An order's values as a tree, with the words where secrets belong.
     *
     * @throws ClusterException when they are no mapping
     */
    public static Optional<ObjectNode> whole(AddonOrder order) {
        return order.addon().values().map(text -> {
            try {
                YamlFile file = YamlFile.parse(text);
                String json = file.documents().isEmpty()
                        ? "{}"
                        : file.documents().get(0).root().map(YamlJson::of).orElse("{}");
                JsonNode tree = Json.read(json.equals("null") ? "{}" : json).orElseThrow(() -> noMapping(order));
                if (tree instanceof ObjectNode mapping && file.documents().size() <= 1) {
                    return mapping;
                }
                throw noMapping(order);
            } catch (YamlException malformed) {
                throw noMapping(order);
            }
        });
    }

    private static void divide(ObjectNode open, ObjectNode secret, List<SecretPlace> places) {
        List<String> keys =
                open.properties().stream().map(field -> field.getKey()).toList();
        for (String key : keys) {
            JsonNode value = open.get(key);
            if (holdsWord(key, value, places)) {
                if (value instanceof ObjectNode below && !holdsWord(key, places)) {
                    ObjectNode secretBelow = Json.object();
                    divide(below, secretBelow, places);
                    secret.set(key, secretBelow);
                    if (below.isEmpty()) {
                        open.remove(key);
                    }
                } else {
                    secret.set(key, value);
                    open.remove(key);
                }
            }
        }
    }

    private static boolean holdsWord(String key, JsonNode value, List<SecretPlace> places) {
        if (holdsWord(key, places)) {
            return true;
        }
        if (value instanceof ObjectNode object) {
            return object.properties().stream().anyMatch(field -> holdsWord(field.getKey(), field.getValue(), places));
        }
        if (value instanceof ArrayNode list) {
            for (JsonNode item : list) {
                if (holdsWord("", item, places)) {
                    return true;
                }
            }
            return false;
        }
        return value.isTextual() && holdsWord(value.textValue(), places);
    }

    private static boolean holdsWord(String text, List<SecretPlace> places) {
        return places.stream().anyMatch(place -> text.contains(place.word()));
    }

    private static ClusterException noMapping(AddonOrder order) {
        return new ClusterException(
                ErrorCode.ADDON_REFUSED,
                "the add-on's values are no YAML mapping",
                "Write them as one mapping, as Helm reads them.",
                Location.member(order.addon().ref()));
    }

    /** What there is, never what it holds. */
    @Override
    public String toString() {
        return "Values[open=" + open.isPresent() + ", secret=" + secret.isPresent() + "]";
    }
}
