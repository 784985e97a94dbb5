package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.spi.cluster.SecretPlace;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Rewrites the texts of a tree. */
final class Texts {

    private Texts() {}

    /** A copy of a tree with each text, keys included, rewritten. */
    static JsonNode map(JsonNode tree, UnaryOperator<String> rewriting) {
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties()
                    .forEach(field -> copy.set(rewriting.apply(field.getKey()), map(field.getValue(), rewriting)));
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = Json.object().arrayNode(array.size());
            array.forEach(item -> copy.add(map(item, rewriting)));
            return copy;
        }
        return tree.isTextual() ? TextNode.valueOf(rewriting.apply(tree.textValue())) : tree;
    }

    /** Puts what belongs there in place of each word of a text. A text that is put in is not looked at again. */
    static UnaryOperator<String> filling(List<SecretPlace> places, Function<SecretPlace, String> values) {
        return text -> fill(text, places, values);
    }

    private static String fill(String text, List<SecretPlace> places, Function<SecretPlace, String> values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (true) {
            int next = text.length();
            SecretPlace found = null;
            for (SecretPlace place : places) {
                int at = text.indexOf(place.word(), from);
                if (at >= 0 && at < next) {
                    next = at;
                    found = place;
                }
            }
            filled.append(text, from, next);
            if (found == null) {
                return from == 0 ? text : filled.toString();
            }
            filled.append(values.apply(found));
            from = next + found.word().length();
        }
    }
}
