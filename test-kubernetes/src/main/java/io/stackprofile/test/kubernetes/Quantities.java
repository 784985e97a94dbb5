package io.stackprofile.test.kubernetes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities in the one form that Kubernetes writes: no fraction, the largest unit that leaves none. */
final class Quantities {

    private static final Pattern FORM =
            Pattern.compile("([+-]?[0-9.]+)(Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?[0-9]+|[numkMGTPE]?)");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final BigDecimal STEP = BigDecimal.valueOf(1000);
    private static final BigDecimal BINARY_STEP = BigDecimal.valueOf(1024);

    private Quantities() {}

    /** Whether it is a quantity at all. */
    static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    static String canonical(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(2).matches("[eE].+")) {
            return text;
        }
        BigDecimal number = new BigDecimal(form.group(1));
        int binary = BINARY.indexOf(form.group(2));
        if (binary > 0) {
            return binary(number.multiply(BINARY_STEP.pow(binary)), text);
        }
        return decimal(number.multiply(STEP.pow(DECIMAL.indexOf(form.group(2)))));
    }

    private static String binary(BigDecimal bytes, String text) {
        if (bytes.stripTrailingZeros().scale() > 0) {
            return text;
        }
        int unit = 0;
        BigDecimal left = bytes;
        while (left.signum() != 0 && unit < 6 && left.remainder(BINARY_STEP).signum() == 0) {
            left = left.divide(BINARY_STEP, RoundingMode.UNNECESSARY);
            unit++;
        }
        return left.toBigInteger() + BINARY.get(unit);
    }

    private static String decimal(BigDecimal nanos) {
        if (nanos.signum() == 0) {
            return "0";
        }
        BigDecimal left = nanos.setScale(0, RoundingMode.CEILING);
        int unit = 0;
        while (unit < DECIMAL.size() - 1 && left.remainder(STEP).signum() == 0) {
            left = left.divide(STEP, RoundingMode.UNNECESSARY);
            unit++;
        }
        return left.toBigInteger() + DECIMAL.get(unit);
    }
}
