package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.tree.Quantity;
import io.stackprofile.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares values of trees, also those that an API server spells in its own way. */
final class SameValue {

    private SameValue() {}

    /** Whether both are the same tree; the order of keys does not count. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof YamlScalar left && other instanceof YamlScalar right) {
            return left.value().equals(right.value());
        }
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return left.size() == right.size()
                    && left.keySet().stream()
                            .allMatch(key -> right.containsKey(key) && same(left.get(key), right.get(key)));
        }
        if (one instanceof List<?> left && other instanceof List<?> right) {
            return left.size() == right.size() && within(left, right);
        }
        return Objects.equals(one, other);
    }

    private static boolean within(List<?> left, List<?> right) {
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether everything that {@code part} says is said by {@code whole}, too. */
    static boolean isPart(@Nullable Object part, @Nullable Object whole) {
        if (part instanceof Map<?, ?> left && whole instanceof Map<?, ?> right) {
            return left.entrySet().stream().allMatch(entry -> isPart(entry.getValue(), right.get(entry.getKey())));
        }
        if (part instanceof List<?> left && whole instanceof List<?> right && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                if (!isPart(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return same(part, whole) || isQuantity(part, whole);
    }

    /** Whether {@code applied} is what the server spells as {@code live} at this place. */
    static boolean isRespelled(Place place, @Nullable Object applied, @Nullable Object live) {
        if (place.up() == null || same(applied, live)) {
            return false;
        }
        String field = place.field();
        String parent = place.up().field();
        if (Quantity.standsAt(parent, field)) {
            return isQuantity(applied, live);
        }
        return place.depth() == 2
                && parent.equals("data")
                && applied instanceof String left
                && live instanceof String right
                && left.replaceAll("\\s", "").equals(right);
    }

    private static boolean isQuantity(@Nullable Object one, @Nullable Object other) {
        Optional<BigDecimal> left = quantity(one);
        Optional<BigDecimal> right = quantity(other);
        return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) == 0;
    }

    private static Optional<BigDecimal> quantity(@Nullable Object value) {
        return value instanceof Boolean
                ? Optional.empty()
                : Quantity.amount(value instanceof YamlScalar scalar ? scalar.text() : Objects.toString(value));
    }
}
