package io.stackprofile.core.internal.diff;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Compares quantities as Kubernetes writes them: a number and a binary or decimal suffix. */
final class Quantity {

    private static final Pattern FORM =
            Pattern.compile("\"?([0-9]{1,30}(?:\\.[0-9]{1,30})?)(m|[kMGTPE]|[KMGTPE]i)?\"?");
    private static final List<String> DECIMAL = List.of("m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    private Quantity() {}

    /** Whether both are quantities, JSON text, and {@code one} is less than {@code other}. */
    static boolean less(Optional<String> one, Optional<String> other) {
        Optional<BigDecimal> left = one.flatMap(Quantity::read);
        Optional<BigDecimal> right = other.flatMap(Quantity::read);
        return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) < 0;
    }

    private static Optional<BigDecimal> read(String json) {
        Matcher matcher = FORM.matcher(json);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix = matcher.group(2) == null ? "" : matcher.group(2);
        BigDecimal unit = suffix.endsWith("i")
                ? BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix))
                : BigDecimal.ONE.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - 1));
        return Optional.of(new BigDecimal(matcher.group(1)).multiply(unit));
    }
}
