package io.stackprofile.core.internal.clean;

import io.stackprofile.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares values of trees, also those that an API server spells in its own way. */
final class SameValue {

    private static final Pattern QUANTITY = Pattern.compile(
            "([+-]?[0-9]{1,30}(?:\\.[0-9]{0,30})?|[+-]?\\.[0-9]{1,30})(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?[0-9]{1,2}))?");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final Set<String> QUANTITIES = Set.of(
            "limits",
            "requests",
            "capacity",
            "hard",
            "min",
            "max",
            "default",
            "defaultRequest",
            "maxLimitRequestRatio",
            "podFixed",
            "overhead",
            "sizeLimit",
            "averageValue",
            "divisor");

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
        if (QUANTITIES.contains(field)
                || QUANTITIES.contains(parent)
                || (parent.equals("target") && field.equals("value"))) {
            return isQuantity(applied, live);
        }
        return place.depth() == 2
                && parent.equals("data")
                && applied instanceof String left
                && live instanceof String right
                && left.replaceAll("\\s", "").equals(right);
    }

    private static boolean isQuantity(@Nullable Object one, @Nullable Object other) {
        BigDecimal left = quantity(one);
        BigDecimal right = quantity(other);
        return left != null && right != null && left.compareTo(right) == 0;
    }

    private static @Nullable BigDecimal quantity(@Nullable Object value) {
        String text = value instanceof YamlScalar scalar ? scalar.text() : Objects.toString(value);
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches() || value instanceof Boolean) {
            return null;
        }
        BigDecimal number = new BigDecimal(matcher.group(1).endsWith(".") ? matcher.group(1) + "0" : matcher.group(1));
        String suffix = matcher.group(2);
        if (suffix == null) {
            return number.scaleByPowerOfTen(matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
        }
        return suffix.endsWith("i")
                ? number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix) + 1))
                : number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - 3));
    }
}
