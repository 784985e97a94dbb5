package io.stackprofile.cluster.kubernetes.internal.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a value belongs, as {@code helm --set} has it: {@code a.b[0].c}, a dot of a key behind a backslash.
 *
 * @param steps keys ({@link String}) and positions ({@link Integer})
 */
record ValuePath(List<Object> steps) {

    // Helm refuses a larger position too.
    private static final int MAX_POSITION = 65_536;
    private static final int MAX_STEPS = 100;

    /** Reads a path; empty when it is none. */
    static Optional<ValuePath> parse(String text) {
        List<Object> steps = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        boolean open = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                key.append(text.charAt(++i));
            } else if (c == '.') {
                if (!close(key, steps, open)) {
                    return Optional.empty();
                }
                open = true;
            } else if (c == '[') {
                int end = text.indexOf(']', i);
                if (end < 0 || !close(key, steps, open) || !position(text.substring(i + 1, end), steps)) {
                    return Optional.empty();
                }
                open = false;
                i = end;
            } else if (!open) {
                return Optional.empty();
            } else {
                key.append(c);
            }
        }
        return close(key, steps, open) && steps.size() <= MAX_STEPS && steps.get(0) instanceof String
                ? Optional.of(new ValuePath(List.copyOf(steps)))
                : Optional.empty();
    }

    private static boolean close(StringBuilder key, List<Object> steps, boolean open) {
        if (!open) {
            return key.isEmpty();
        }
        if (key.isEmpty()) {
            return false;
        }
        steps.add(key.toString());
        key.setLength(0);
        return true;
    }

    private static boolean position(String digits, List<Object> steps) {
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        steps.add(Integer.parseInt(digits));
        return Integer.parseInt(digits) <= MAX_POSITION;
    }

    /** Sets a value, making what is missing on the way; null takes a key away, as Helm does. */
    void set(ObjectNode root, JsonNode value) {
        JsonNode at = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            at = child(at, steps.get(i), steps.get(i + 1) instanceof Integer);
        }
        Object last = steps.get(steps.size() - 1);
        if (at instanceof ObjectNode object && last instanceof String key) {
            object.set(key, value);
        } else if (at instanceof ArrayNode list && last instanceof Integer position) {
            filled(list, position).set(position, value);
        }
    }

    private static JsonNode child(JsonNode at, Object step, boolean list) {
        JsonNode found = step instanceof Integer position ? at.path(position) : at.path(String.valueOf(step));
        if (list ? found.isArray() : found.isObject()) {
            return found;
        }
        ContainerNode<?> parent = (ContainerNode<?>) at;
        JsonNode made = list ? parent.arrayNode() : parent.objectNode();
        if (at instanceof ArrayNode array && step instanceof Integer position) {
            filled(array, position).set(position, made);
        } else if (at instanceof ObjectNode object) {
            object.set(String.valueOf(step), made);
        }
        return made;
    }

    private static ArrayNode filled(ArrayNode list, int position) {
        while (list.size() <= position) {
            list.addNull();
        }
        return list;
    }
}
