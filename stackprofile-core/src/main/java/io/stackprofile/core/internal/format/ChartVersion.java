package io.stackprofile.core.internal.format;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One exact version of a chart, as Helm takes it: all three numbers (1.2 is the range 1.2.x), with or without a leading
 * {@code v}. Leading zeros pass, since charts that are numbered by date have them.
 *
 * @param numbers major, minor and patch
 * @param preRelease what stands after a hyphen
 */
public record ChartVersion(List<BigInteger> numbers, Optional<String> preRelease) {

    private static final int LONGEST = 256;
    private static final Pattern FORM =
            Pattern.compile("v?([0-9]+)\\.([0-9]+)\\.([0-9]+)(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");

    /** Copies the numbers. */
    public ChartVersion {
        numbers = List.copyOf(numbers);
    }

    /** The version that {@code text} is; nothing for a range, a placeholder or anything else. */
    public static Optional<ChartVersion> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ChartVersion(
                Stream.of(1, 2, 3).map(i -> new BigInteger(matcher.group(i))).toList(),
                Optional.ofNullable(matcher.group(4))));
    }

    /** The first of the numbers that differs: 0 for major, 1 for minor, 2 for patch, 3 for none. */
    public int firstChanged(ChartVersion other) {
        int i = 0;
        while (i < 3 && numbers.get(i).equals(other.numbers.get(i))) {
            i++;
        }
        return i;
    }

    /** Whether this one is earlier, by the numbers alone. */
    public boolean isBelow(ChartVersion other) {
        int first = firstChanged(other);
        return first < 3 && numbers.get(first).compareTo(other.numbers.get(first)) < 0;
    }

    /** Whether its major version is 0, before which anything may change. */
    public boolean isUnstable() {
        return numbers.get(0).signum() == 0;
    }
}
