package io.stackprofile.yaml;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads numbers as Go's yaml.v2 does: strconv with base 0 once underscores are gone, then a decimal float. */
final class GoNumber {
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    private GoNumber() {}

    /** The number, or null if the text is none. The text begins with a digit, a sign or a dot. */
    static @Nullable YamlValue parse(String text) {
        if (text.charAt(0) == '.') {
            return floating(text);
        }
        String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
        YamlValue whole = whole(plain);
        return whole != null ? whole : floating(plain);
    }

    private static @Nullable YamlValue whole(String text) {
        boolean negative = text.startsWith("-");
        int at = negative || text.startsWith("+") ? 1 : 0;
        if (at == text.length()) {
            return null;
        }
        int radix = 10;
        if (text.charAt(at) == '0' && at + 1 < text.length()) {
            char mark = text.charAt(at + 1);
            radix = radix(mark);
            at += radix != 8 || mark == 'o' || mark == 'O' ? 2 : 1;
        }
        return digits(text, at, radix, negative, at > 0 && (negative || text.charAt(0) == '+'));
    }

    private static int radix(char mark) {
        return switch (mark) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
        };
    }

    private static @Nullable YamlValue digits(String text, int from, int radix, boolean negative, boolean signed) {
        if (from >= text.length() || !areDigits(text, from, radix)) {
            return null;
        }
        int length = text.length() - from;
        if (length <= (radix == 10 ? 18 : 15)) {
            long size = Long.parseLong(text, from, text.length(), radix);
            return YamlValue.integer(negative ? -size : size);
        }
        // Digits beyond what 64 bits can hold need not be counted out: the text may be megabytes long.
        String significant = text.substring(firstNonZero(text, from));
        if (significant.length() > 64) {
            return null;
        }
        BigInteger size = significant.isEmpty() ? BigInteger.ZERO : new BigInteger(significant, radix);
        BigInteger number = negative ? size.negate() : size;
        boolean fits = number.bitLength() < 64 || (!signed && number.compareTo(MOST) <= 0);
        return fits && number.compareTo(LEAST) >= 0 ? YamlValue.of(number) : null;
    }

    private static int firstNonZero(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static boolean areDigits(String text, int from, int radix) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}, unless it is beyond binary64. */
    private static @Nullable YamlValue floating(String text) {
        int sign = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int whole = skipDigits(text, sign);
        int end = whole;
        if (whole < text.length() && text.charAt(whole) == '.') {
            end = skipDigits(text, whole + 1);
        }
        boolean hasDigits = whole > sign || end > whole + 1;
        if (!hasDigits || skipExponent(text, end) != text.length()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? null : YamlValue.decimal(number);
    }

    private static int skipExponent(String text, int at) {
        if (at >= text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
            return at;
        }
        int digits = at + 1;
        if (digits < text.length() && (text.charAt(digits) == '-' || text.charAt(digits) == '+')) {
            digits++;
        }
        int end = skipDigits(text, digits);
        return end > digits ? end : -1;
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
