package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object to rehearse with. No secret is asked for: where one belongs stands what the cluster has there already, so that
 * the server finds nothing changed, or else a word. What comes back gets the placeholders again.
 *
 * @param body what is sent
 * @param swaps what stands in for texts with secrets
 */
record Rehearsal(ObjectNode body, List<Swap> swaps) {

    /**
     * A text that stands in.
     *
     * @param place where
     * @param standIn the text
     * @param template the text it stands for, with placeholders
     */
    record Swap(JsonPointer place, String standIn, String template) {
        /** The place only: the text may be a secret that the cluster has. */
        @Override
        public String toString() {
            return "Swap[" + place + "]";
        }
    }

    static Rehearsal of(PlannedObject planned, Optional<JsonNode> live) {
        if (planned.places().isEmpty()) {
            return new Rehearsal(planned.filled(place -> ""), List.of());
        }
        StandIns standIns = new StandIns(planned);
        JsonNode body = standIns.of(
                planned.tree(), live.map(StandIns::withTexts).orElse(MissingNode.getInstance()), JsonPointer.empty());
        return new Rehearsal(PlannedObject.asData((ObjectNode) body), List.copyOf(standIns.swaps()));
    }

    /** An object as it came back, with placeholders where stand-ins are. */
    JsonNode restored(JsonNode object) {
        JsonNode restored = object;
        for (Swap swap : swaps) {
            JsonNode at = restored.at(swap.place());
            boolean there = at.isTextual() && at.textValue().equals(swap.standIn());
            restored = there ? replaced(restored, swap) : replacedAnywhere(restored, swap);
        }
        return restored;
    }

    private static JsonNode replaced(JsonNode object, Swap swap) {
        JsonNode copy = object.deepCopy();
        JsonNode parent = copy.at(swap.place().head());
        if (parent instanceof ObjectNode map) {
            map.put(swap.place().last().getMatchingProperty(), swap.template());
        } else if (parent instanceof ArrayNode list) {
            list.set(swap.place().last().getMatchingIndex(), TextNode.valueOf(swap.template()));
        }
        return copy;
    }

    // An item of a list may come back at another place, since others have items there too.
    private static JsonNode replacedAnywhere(JsonNode object, Swap swap) {
        return swap.standIn().isEmpty()
                ? object
                : Texts.map(object, text -> text.equals(swap.standIn()) ? swap.template() : text);
    }

    /** The places only: stand-ins may be secrets that the cluster has. */
    @Override
    public String toString() {
        return "Rehearsal" + swaps;
    }

    /** Finds stand-ins for one object. */
    private static final class StandIns {
        private final PlannedObject planned;
        private final boolean secret;
        private final List<Swap> swaps = new ArrayList<>();

        StandIns(PlannedObject planned) {
            this.planned = planned;
            this.secret = PlannedObject.isSecret(planned.tree());
        }

        List<Swap> swaps() {
            return swaps;
        }

        // A Secret comes back with data, whatever way it was written.
        static JsonNode withTexts(JsonNode live) {
            if (!PlannedObject.isSecret(live)) {
                return live;
            }
            ObjectNode copy = live.deepCopy();
            ObjectNode texts = copy.putObject("stringData");
            live.path("data")
                    .properties()
                    .forEach(field -> Base64Text.decoded(field.getValue().asText())
                            .ifPresent(text -> texts.put(field.getKey(), text)));
            return copy;
        }

        JsonNode of(JsonNode tree, JsonNode live, JsonPointer path) {
            if (tree instanceof ObjectNode object) {
                ObjectNode copy = Json.object();
                object.properties()
                        .forEach(field -> copy.set(
                                field.getKey(),
                                of(field.getValue(), live.path(field.getKey()), path.appendProperty(field.getKey()))));
                return copy;
            }
            if (tree instanceof ArrayNode array) {
                ArrayNode copy = Json.object().arrayNode(array.size());
                for (int i = 0; i < array.size(); i++) {
                    copy.add(of(array.get(i), live.path(i), path.appendIndex(i)));
                }
                return copy;
            }
            return tree.isTextual() ? TextNode.valueOf(text(tree.textValue(), live, path)) : tree;
        }

        private String text(String text, JsonNode live, JsonPointer path) {
            String template = Texts.filling(
                            planned.places(), place -> planned.placeholders().getOrDefault(place.word(), ""))
                    .apply(text);
            if (template.equals(text)) {
                return text;
            }
            boolean data = secret && path.matchesProperty("data");
            boolean texts = secret && path.matchesProperty("stringData");
            String standIn = live.isTextual() ? live.textValue() : word(text, data);
            swaps.add(
                    texts
                            ? new Swap(
                                    JsonPointer.empty().appendProperty("data").append(path.tail()),
                                    PlannedObject.base64(standIn),
                                    PlannedObject.base64(template))
                            : new Swap(path, standIn, template));
            return standIn;
        }

        private String word(String text, boolean data) {
            String filled = Texts.filling(
                            planned.places(), place -> SecretEncoding.encode(Base64Text.bytes(place.word()), place))
                    .apply(text);
            return data && Base64Text.bytesOf(filled).isEmpty() ? PlannedObject.base64(filled) : filled;
        }
    }
}
