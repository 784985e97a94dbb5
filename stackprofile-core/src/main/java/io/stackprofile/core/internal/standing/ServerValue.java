package io.stackprofile.core.internal.standing;

import io.stackprofile.core.internal.tree.Quantity;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.yaml.YamlPointer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an API server's value is what was sent: it writes quantities in their canonical form and drops what is empty. */
final class ServerValue {

    private static final Set<String> TEXTS = Set.of("labels", "annotations", "matchLabels", "nodeSelector");

    private ServerValue() {}

    /** Whether {@code live} is what becomes of {@code sent} at a place of an object. */
    static boolean same(String pointer, @Nullable Object sent, @Nullable Object live) {
        List<String> path = YamlPointer.tokens(pointer);
        if (live == TokenTree.ABSENT && sent != null && isEntry(path)) {
            return false;
        }
        return (live instanceof String && sent != null && !isQuantity(path)) ? sent.equals(live) : same(sent, live);
    }

    /** Whether {@code live} is what was given among an add-on's values, which nobody respells. */
    static boolean sameGiven(@Nullable Object given, @Nullable Object live) {
        if (live == TokenTree.ABSENT) {
            return given == TokenTree.ABSENT || given == null || given.equals(Map.of()) || given.equals(List.of());
        }
        return (given instanceof Number && live instanceof Number) ? same(given, live) : Objects.equals(given, live);
    }

    /** Whether a place is a key of a map of texts, of which the server drops none. */
    private static boolean isEntry(List<String> path) {
        return path.size() > 1 && (isData(path) || TEXTS.contains(path.get(path.size() - 2)));
    }

    private static boolean isQuantity(List<String> path) {
        if (path.size() < 2 || isData(path)) {
            return false;
        }
        return Quantity.standsAt(path.get(path.size() - 2), path.get(path.size() - 1));
    }

    private static boolean isData(List<String> path) {
        return path.get(0).equals("data")
                || path.get(0).equals("stringData")
                || path.get(0).equals("metadata");
    }

    /** Whether {@code live} is what becomes of {@code sent} where quantities stand. */
    static boolean same(@Nullable Object sent, @Nullable Object live) {
        if (Objects.equals(sent, live) || sent == null) {
            return true;
        }
        if (live == TokenTree.ABSENT) {
            return isEmpty(sent);
        }
        if (sent instanceof Number one && live instanceof Number other) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return live instanceof String text
                && (sent instanceof String || sent instanceof Number)
                && Quantity.canonical(sent.toString()).equals(text);
    }

    /** Whether the server may leave a value out, since it says nothing. */
    static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value.equals(false)
                || value.equals(0L)
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof List<?> list && list.isEmpty());
    }
}
