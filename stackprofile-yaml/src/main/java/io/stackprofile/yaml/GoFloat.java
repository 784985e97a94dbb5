package io.stackprofile.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/** Writes binary floating point as Go does: the fewest digits that read back the same number. */
final class GoFloat {
    private static final RoundingMode[] ROUNDINGS = {RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING};
    private static final double WHOLE = 1e15;
    private static final double EXACT = 1L << 53;

    private GoFloat() {}

    /** As encoding/json writes a float64. */
    static String json(double number) {
        if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
            boolean negativeZero = number == 0 && 1 / number < 0;
            return negativeZero ? "-0" : Long.toString((long) number);
        }
        BigDecimal digits = shortest(new BigDecimal(number), d -> d.doubleValue() == number, 17);
        double size = Math.abs(number);
        if (size < 1e-6 || size >= 1e21) {
            // encoding/json drops the zero of e-09, not the one of e+09, which never arises here.
            return exponent(digits).replace("e-0", "e-");
        }
        return digits.toPlainString();
    }

    /**
     * As YAML that reads back as the same float64. The digits of {@link #json} would be read as a whole number, which
     * beyond 53 bits is another one.
     */
    static String yaml(double number) {
        if (Math.abs(number) < EXACT || number != Math.rint(number)) {
            return json(number);
        }
        String text = exponent(shortest(new BigDecimal(number), d -> d.doubleValue() == number, 17));
        return text.indexOf('.') < 0 ? text.replace("e", ".0e") : text;
    }

    /** As sigs.k8s.io/yaml writes a float key: with the precision of a float32, as %g does. */
    static String key(double number) {
        float narrow = (float) number;
        if (Float.isInfinite(narrow)) {
            return narrow > 0 ? ".inf" : "-.inf";
        }
        if (narrow == 0) {
            return 1 / narrow < 0 ? "-0" : "0";
        }
        BigDecimal digits = shortest(new BigDecimal(narrow), d -> d.floatValue() == narrow, 9);
        int exponent = digits.precision() - digits.scale() - 1;
        return exponent < -4 || exponent >= 6 ? exponent(digits) : digits.toPlainString();
    }

    private static BigDecimal shortest(BigDecimal exact, Predicate<BigDecimal> same, int most) {
        for (int precision = 1; precision < most; precision++) {
            for (RoundingMode rounding : ROUNDINGS) {
                BigDecimal candidate = exact.round(new MathContext(precision, rounding));
                if (same.test(candidate)) {
                    return tidy(candidate);
                }
            }
        }
        return tidy(exact.round(new MathContext(most, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal tidy(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    private static String exponent(BigDecimal digits) {
        String unscaled = digits.unscaledValue().abs().toString();
        int exponent = unscaled.length() - digits.scale() - 1;
        StringBuilder out = new StringBuilder(digits.signum() < 0 ? "-" : "").append(unscaled.charAt(0));
        if (unscaled.length() > 1) {
            out.append('.').append(unscaled, 1, unscaled.length());
        }
        out.append('e').append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        return out.append(size < 10 ? "0" : "").append(size).toString();
    }
}
