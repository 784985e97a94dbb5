package io.stackprofile.core.internal.digest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Writes a tree as canonical JSON (RFC 8785): no blanks, members sorted by the UTF-16 units of their names, the shortest
 * escapes. Numbers are written as strings, so that no reader's binary64 rounds them; a tree that must tell {@code 3} from
 * {@code "3"} says the kind in a field of its own.
 */
public final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /**
     * The tree's text.
     *
     * @param tree Map with String keys, List, String, Boolean, Long, Integer or BigDecimal
     * @throws IllegalArgumentException for anything else
     */
    public static String write(Object tree) {
        StringBuilder out = new StringBuilder();
        append(out, tree);
        return out.toString();
    }

    private static void append(StringBuilder out, Object tree) {
        if (tree instanceof Map<?, ?> map) {
            appendMap(out, map);
        } else if (tree instanceof List<?> list) {
            appendList(out, list);
        } else if (tree instanceof String text) {
            appendString(out, text);
        } else if (tree instanceof Boolean) {
            out.append(tree);
        } else if (tree instanceof Long || tree instanceof Integer || tree instanceof BigDecimal) {
            appendString(out, tree.toString());
        } else {
            throw new IllegalArgumentException(
                    "no canonical JSON for " + tree.getClass().getName());
        }
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        String separator = "";
        // String.compareTo is the order RFC 8785 asks for (3.2.3): by UTF-16 units.
        for (String name :
                map.keySet().stream().map(String.class::cast).sorted().toList()) {
            out.append(separator);
            appendString(out, name);
            out.append(':');
            append(out, java.util.Objects.requireNonNull(map.get(name)));
            separator = ",";
        }
        out.append('}');
    }

    private static void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        String separator = "";
        for (Object item : list) {
            out.append(separator);
            append(out, item);
            separator = ",";
        }
        out.append(']');
    }

    private static void appendString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> appendOther(out, c);
            }
        }
        out.append('"');
    }

    private static void appendOther(StringBuilder out, char c) {
        if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
            out.append(c);
        }
    }
}
