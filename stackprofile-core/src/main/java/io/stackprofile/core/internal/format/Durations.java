package io.stackprofile.core.internal.format;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/** Go durations: numbers with units, such as {@code 1h30m}, within 64 bits of nanoseconds. See time.ParseDuration. */
final class Durations {

    private static final String PIECE = "([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)";
    private static final Pattern DURATION = Pattern.compile("[+-]?(?:0|(?:" + PIECE + ")+)");
    private static final Pattern PIECES = Pattern.compile(PIECE);
    private static final int LONGEST = 100;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Map<String, Long> NANOSECONDS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private Durations() {}

    static boolean isDuration(String text) {
        return text.length() <= LONGEST
                && DURATION.matches(text)
                && nanoseconds(text).compareTo(MOST) <= 0;
    }

    private static BigDecimal nanoseconds(String text) {
        BigDecimal sum = BigDecimal.ZERO;
        Matcher pieces = PIECES.matcher(text);
        while (pieces.find()) {
            BigDecimal number = new BigDecimal(pieces.group(1));
            sum = sum.add(
                    number.multiply(BigDecimal.valueOf(Objects.requireNonNull(NANOSECONDS.get(pieces.group(2))))));
        }
        return sum;
    }
}
