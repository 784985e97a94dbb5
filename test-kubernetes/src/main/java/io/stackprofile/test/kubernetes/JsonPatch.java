package io.stackprofile.test.kubernetes;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON patch, RFC 6902. */
final class JsonPatch {

    private final ObjectNode document;

    private JsonPatch(ObjectNode document) {
        this.document = document;
    }

    static ObjectNode apply(ObjectNode target, JsonNode operations) {
        JsonPatch patch = new JsonPatch(target.deepCopy());
        for (JsonNode operation : Json.items(operations)) {
            patch.run(operation);
        }
        return patch.document;
    }

    private void run(JsonNode operation) {
        List<String> path = steps(Json.text(operation, "path"));
        JsonNode value = operation.path("value");
        switch (Json.text(operation, "op")) {
            case "add" -> add(path, value);
            case "remove" -> remove(path);
            case "replace" -> {
                remove(path);
                add(path, value);
            }
            case "move" -> add(path, remove(steps(Json.text(operation, "from"))));
            case "copy" -> add(path, found(steps(Json.text(operation, "from"))).deepCopy());
            case "test" -> test(path, value);
            default -> throw Failure.badRequest("unexpected operation kind in the JSON patch");
        }
    }

    private static List<String> steps(String pointer) {
        String[] parts = pointer.split("/", -1);
        return Arrays.stream(parts)
                .skip(1)
                .map(part -> part.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private void test(List<String> path, JsonNode value) {
        if (!found(path).equals(value)) {
            throw missing(path, "testing value failed");
        }
    }

    private void add(List<String> path, JsonNode value) {
        JsonNode parent = found(path.subList(0, path.size() - 1));
        String last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (parent instanceof ArrayNode list) {
            list.insert(last.equals("-") ? list.size() : index(path, last, list.size()), value);
        } else {
            throw missing(path, "missing value");
        }
    }

    private JsonNode remove(List<String> path) {
        JsonNode removed = found(path);
        JsonNode parent = found(path.subList(0, path.size() - 1));
        String last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode object) {
            object.remove(last);
        } else {
            ((ArrayNode) parent).remove(index(path, last, parent.size() - 1));
        }
        return removed;
    }

    private JsonNode found(List<String> path) {
        JsonNode node = document;
        for (String step : path) {
            @Nullable
            JsonNode next =
                    node instanceof ArrayNode list ? list.get(index(path, step, list.size() - 1)) : node.get(step);
            if (next == null) {
                throw missing(path, "missing value");
            }
            node = next;
        }
        return node;
    }

    private static int index(List<String> path, String step, int most) {
        int index = step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : -1;
        if (index < 0 || index > most) {
            throw missing(path, "invalid array index");
        }
        return index;
    }

    private static Failure missing(List<String> path, String why) {
        return Failure.of(
                422,
                "Invalid",
                "the server rejected our request due to an error in our request: /" + String.join("/", path) + ": "
                        + why);
    }
}
