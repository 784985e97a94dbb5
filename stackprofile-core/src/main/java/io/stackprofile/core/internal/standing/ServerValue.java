package io.stackprofile.core.internal.standing;

import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.yaml.YamlPointer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an API server's value is what was sent: it writes quantities in their canonical form and drops what is empty. */
final class ServerValue {

    private static final Pattern QUANTITY =
            Pattern.compile("([+-]?[0-9]{1,30}(?:\\.[0-9]{1,30})?)(n|u|m|[kMGTPE]|[KMGTPE]i)?");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final Set<String> RESOURCES = Set.of(
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
            "overhead");
    private static final Set<String> AMOUNTS = Set.of("sizeLimit", "averageValue", "divisor");
    private static final Set<String> TEXTS = Set.of("labels", "annotations", "matchLabels", "nodeSelector");
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
    private static final BigInteger KIBI = BigInteger.valueOf(1024);

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
        String parent = path.get(path.size() - 2);
        String field = path.get(path.size() - 1);
        return RESOURCES.contains(parent)
                || AMOUNTS.contains(field)
                || (parent.equals("target") && field.equals("value"));
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
                && canonical(sent.toString()).equals(text);
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

    /** A quantity in the form in which the server keeps it; any other text as it is. */
    static String canonical(String text) {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        String suffix = Objects.requireNonNullElse(matcher.group(2), "");
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (suffix.endsWith("i")) {
            BigDecimal bytes = number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix)));
            return bytes.stripTrailingZeros().scale() <= 0 ? scaled(bytes.toBigInteger(), KIBI, BINARY) : text;
        }
        int power = 3 * (DECIMAL.indexOf(suffix) - DECIMAL.indexOf(""));
        BigInteger nano =
                number.scaleByPowerOfTen(power + 9).setScale(0, RoundingMode.UP).toBigInteger();
        return scaled(nano, THOUSAND, DECIMAL);
    }

    private static String scaled(BigInteger units, BigInteger step, List<String> suffixes) {
        if (units.signum() == 0) {
            return "0";
        }
        BigInteger left = units;
        int suffix = 0;
        while (suffix < suffixes.size() - 1 && left.mod(step).signum() == 0) {
            left = left.divide(step);
            suffix++;
        }
        return left + suffixes.get(suffix);
    }
}
