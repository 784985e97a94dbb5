package io.stackprofile.core.internal.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kubernetes' quantities, as <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">its
 * reference</a> has them: where they stand, how much one is, and how a server spells it.
 */
public final class Quantity {

    private static final Pattern SHAPE = Pattern.compile(
            "([+-]?[0-9]{1,30}(?:\\.[0-9]{0,30})?|[+-]?\\.[0-9]{1,30})(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?[0-9]{1,2}))?");
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
    private static final Set<String> AMOUNTS =
            Set.of("sizeLimit", "averageValue", "divisor", "capacity", "maximumVolumeSize");
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
    private static final BigInteger KIBI = BigInteger.valueOf(1024);

    private Quantity() {}

    /** Whether a built-in kind has a quantity in a field, by the field that holds it and its own name. */
    public static boolean standsAt(String parent, String field) {
        return RESOURCES.contains(parent)
                || AMOUNTS.contains(field)
                || (parent.equals("target") && field.equals("value"));
    }

    /** How much a text is; empty when it is no quantity. */
    public static Optional<BigDecimal> amount(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1);
        BigDecimal number = new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
        if (matcher.group(3) != null) {
            return Optional.of(number.scaleByPowerOfTen(Integer.parseInt(matcher.group(3))));
        }
        String suffix = suffix(matcher);
        return Optional.of(
                suffix.endsWith("i")
                        ? number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix)))
                        : number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - DECIMAL.indexOf(""))));
    }

    /** A quantity in the form in which a server keeps it; one with an exponent, and any other text, as it is. */
    public static String canonical(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches() || matcher.group(3) != null) {
            return text;
        }
        BigDecimal amount = amount(text).orElseThrow();
        if (suffix(matcher).endsWith("i")) {
            return amount.stripTrailingZeros().scale() <= 0 ? scaled(amount.toBigInteger(), KIBI, BINARY) : text;
        }
        BigInteger nano =
                amount.scaleByPowerOfTen(9).setScale(0, RoundingMode.UP).toBigInteger();
        return scaled(nano, THOUSAND, DECIMAL);
    }

    private static String suffix(Matcher matcher) {
        return Objects.requireNonNullElse(matcher.group(2), "");
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
