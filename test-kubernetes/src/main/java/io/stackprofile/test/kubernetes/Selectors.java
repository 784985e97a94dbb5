package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Label and field selectors of lists, and the selectors inside objects. */
final class Selectors {

    private static final Pattern TERM =
            Pattern.compile("\\s*(?:(!?)\\s*([^\\s=!(),]+)|([^\\s=!(),]+)\\s*(==|=|!=)\\s*([^\\s=!(),]*)"
                    + "|([^\\s=!(),]+)\\s+(in|notin)\\s*\\(([^)]*)\\))\\s*(,|$)");

    private Selectors() {}

    static Predicate<ObjectNode> labels(String selector) {
        List<Predicate<ObjectNode>> terms = new ArrayList<>();
        Matcher term = TERM.matcher(selector);
        int end = 0;
        while (end < selector.length()) {
            if (!term.find() || term.start() != end) {
                throw Failure.badRequest("unable to parse requirement of the label selector at character " + end);
            }
            terms.add(labelTerm(term));
            end = term.end();
        }
        return object -> terms.stream().allMatch(one -> one.test(object));
    }

    private static Predicate<ObjectNode> labelTerm(Matcher term) {
        String name = term.group(2);
        if (name != null) {
            boolean wanted = term.group(1).isEmpty();
            return object -> (label(object, name) != null) == wanted;
        }
        String equal = term.group(3);
        if (equal != null) {
            String value = term.group(5);
            boolean same = !term.group(4).equals("!=");
            return object -> value.equals(label(object, equal)) == same;
        }
        String key = term.group(6);
        List<String> values =
                Arrays.stream(term.group(8).split(",", -1)).map(String::trim).toList();
        boolean in = term.group(7).equals("in");
        return object -> {
            String value = label(object, key);
            return (value != null && values.contains(value)) == in;
        };
    }

    private static @Nullable String label(ObjectNode object, String key) {
        JsonNode value = Json.at(object, "metadata", "labels", key);
        return value == null ? null : value.asString();
    }

    static Predicate<ObjectNode> fields(String selector, ResourceType type) {
        List<Predicate<ObjectNode>> terms = new ArrayList<>();
        for (String term : selector.isEmpty() ? new String[0] : selector.split(",", -1)) {
            String[] sides = term.split("!=|==|=", 2);
            if (sides.length != 2) {
                throw Failure.badRequest("invalid field selector: a term has no operator");
            }
            if (!known(sides[0], type)) {
                throw Failure.badRequest("\"" + sides[0] + "\" is not a known field selector: only"
                        + " \"metadata.name\", \"metadata.namespace\"");
            }
            boolean same = !term.contains("!=");
            terms.add(object -> Json.text(object, sides[0].split("\\.", -1)).equals(sides[1]) == same);
        }
        return object -> terms.stream().allMatch(one -> one.test(object));
    }

    private static boolean known(String field, ResourceType type) {
        return switch (field) {
            case "metadata.name", "metadata.namespace" -> true;
            case "type" -> type.is("", "secrets") || type.is("", "events");
            case "status.phase" -> type.is("", "pods") || type.is("", "namespaces");
            case "spec.nodeName" -> type.is("", "pods");
            case "reason",
                    "involvedObject.kind",
                    "involvedObject.name",
                    "involvedObject.namespace",
                    "involvedObject.uid" -> type.is("", "events");
            default -> false;
        };
    }

    /** Whether labels match a selector as objects hold it. */
    static boolean matches(JsonNode selector, @Nullable JsonNode labels) {
        for (Map.Entry<String, JsonNode> wanted : selector.path("matchLabels").properties()) {
            if (labels == null || !wanted.getValue().equals(labels.get(wanted.getKey()))) {
                return false;
            }
        }
        for (JsonNode expression : Json.items(selector, "matchExpressions")) {
            JsonNode value = labels == null ? null : labels.get(Json.text(expression, "key"));
            boolean listed = false;
            for (JsonNode one : Json.items(expression, "values")) {
                listed |= one.equals(value);
            }
            boolean holds = switch (Json.text(expression, "operator")) {
                case "In" -> listed;
                case "NotIn" -> !listed;
                case "Exists" -> value != null;
                default -> value == null;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
