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
        for (String part : parts(text)) {
            int bracket = bracket(part);
            String key = unescaped(part.substring(0, bracket));
            if (key.isEmpty()) {
                return Optional.empty();
            }
            steps.add(key);
            if (!positions(part.substring(bracket), steps)) {
                return Optional.empty();
            }
        }
        return steps.size() <= MAX_STEPS ? Optional.of(new ValuePath(List.copyOf(steps))) : Optional.empty();
    }

    // At dots that stand behind no backslash.
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '.') {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static int bracket(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) == '\\') {
                i++;
            } else if (part.charAt(i) == '[') {
                return i;
            }
        }
        return part.length();
    }

    private static String unescaped(String key) {
        return key.replaceAll("\\\\(.)", "$1");
    }

    private static boolean positions(String text, List<Object> steps) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(']', at);
            if (text.charAt(at) != '[' || end < 0 || !position(text.substring(at + 1, end), steps)) {
                return false;
            }
            at = end + 1;
        }
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
