package io.stackprofile.cluster.kubernetes.internal.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlJson;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A chart's values, put together from several places as Helm does it. */
final class ChartValues {

    // As Helm tells whole numbers from texts: no leading zero.
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private final ObjectNode tree = Json.object();

    /** Lays values over those that are there: objects are merged, everything else is replaced, null takes away. */
    ChartValues over(JsonNode values) {
        merge(tree, values);
        return this;
    }

    private static void merge(ObjectNode into, JsonNode values) {
        values.properties().forEach(field -> {
            if (into.get(field.getKey()) instanceof ObjectNode object
                    && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue().deepCopy());
            }
        });
    }

    /** Lays a YAML text over; false when it is not a mapping, or nothing. */
    boolean overYaml(String text) {
        Optional<JsonNode> values = yaml(text);
        values.ifPresent(this::over);
        return values.isPresent();
    }

    private static Optional<JsonNode> yaml(String text) {
        try {
            List<YamlDocument> documents = YamlFile.parse(text).documents();
            if (documents.isEmpty() || documents.get(0).root().isEmpty()) {
                return Optional.of(Json.object());
            }
            return documents.get(0).root().map(YamlJson::of).flatMap(Json::read).filter(JsonNode::isObject);
        } catch (YamlException malformed) {
            return Optional.empty();
        }
    }

    /** Sets one value as {@code helm --set}, or {@code --set-string}, does; false when its path is none. */
    boolean set(String path, String value, boolean text) {
        Optional<ValuePath> place = ValuePath.parse(path);
        place.ifPresent(at -> at.set(tree, text ? string(value) : typed(value)));
        return place.isPresent();
    }

    private static JsonNode string(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    private static JsonNode typed(String value) {
        if (value.startsWith("{") && value.endsWith("}")) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (String item : value.substring(1, value.length() - 1).split("(?<!\\\\),", -1)) {
                if (!item.isEmpty()) {
                    list.add(scalar(item.replace("\\,", ",")));
                }
            }
            return list;
        }
        return scalar(value.replace("\\,", ","));
    }

    private static JsonNode scalar(String value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case "true", "false" -> nodes.booleanNode(value.equals("true"));
            case "null" -> nodes.nullNode();
            default -> WHOLE.matcher(value).matches() ? nodes.numberNode(Long.parseLong(value)) : string(value);
        };
    }

    /** The values as JSON; absent when there is none. */
    Optional<String> json() {
        return tree.isEmpty() ? Optional.empty() : Optional.of(Json.write(tree));
    }
}
