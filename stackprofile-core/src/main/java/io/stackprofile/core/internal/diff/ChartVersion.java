package io.stackprofile.core.internal.diff;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.diff.Verdict;
import io.stackprofile.diff.VersionBump;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A chart's version as semver.org 2.0.0 reads it, with or without a leading {@code v}.
 *
 * @param numbers major, minor and patch
 * @param preRelease what stands after a hyphen
 */
record ChartVersion(List<BigInteger> numbers, Optional<String> preRelease) {

    private static final int LONGEST = 256;
    private static final Pattern FORM = Pattern.compile(
            "v?(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");

    static Optional<ChartVersion> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ChartVersion(
                Stream.of(1, 2, 3).map(i -> new BigInteger(matcher.group(i))).toList(),
                Optional.ofNullable(matcher.group(4))));
    }

    /** Which part changes first from {@code before} to {@code after}. */
    static VersionBump bump(String before, String after) {
        Optional<ChartVersion> old = of(before);
        Optional<ChartVersion> now = of(after);
        if (old.isEmpty() || now.isEmpty()) {
            return VersionBump.UNKNOWN;
        }
        return switch (old.get().firstChanged(now.get())) {
            case 0 -> VersionBump.MAJOR;
            case 1 -> VersionBump.MINOR;
            case 2 -> VersionBump.PATCH;
            default ->
                old.get().preRelease().equals(now.get().preRelease()) ? VersionBump.BUILD : VersionBump.PRE_RELEASE;
        };
    }

    /** What a step from one version to the other means. */
    static Verdict verdict(String before, String after) {
        boolean zero = of(before)
                .map(version -> version.numbers().get(0).signum() == 0)
                .orElse(false);
        boolean back = of(before)
                .flatMap(old -> of(after).map(now -> now.isBelow(old)))
                .orElse(false);
        return switch (bump(before, after)) {
            case MAJOR ->
                Verdict.breaking(
                        "chart-major", "The chart's major version changed: its values or objects are incompatible.");
            case MINOR -> minor(zero, back);
            case PATCH -> Verdict.compatible("chart-patch", "The chart's patch version changed.");
            case PRE_RELEASE -> Verdict.compatible("chart-pre-release", "The chart's pre-release changed.");
            case BUILD -> Verdict.compatible("chart-build", "Only the build of the chart's version changed.");
            case UNKNOWN ->
                Verdict.breaking(
                        "chart-version-unknown",
                        "One of the chart's versions is no exact version, so the step is unknown.");
        };
    }

    private static Verdict minor(boolean zero, boolean back) {
        if (zero) {
            return Verdict.breaking(
                    "chart-minor-zero", "Before version 1 a chart's minor version may change anything.");
        }
        return back
                ? Verdict.breaking("chart-minor-back", "An earlier minor version of the chart lacks what came since.")
                : Verdict.compatible("chart-minor", "The chart's minor version went up.");
    }

    private int firstChanged(ChartVersion other) {
        int i = 0;
        while (i < 3 && numbers.get(i).equals(other.numbers.get(i))) {
            i++;
        }
        return i;
    }

    /** By the numbers alone. */
    private boolean isBelow(ChartVersion other) {
        int first = firstChanged(other);
        return first < 3 && numbers.get(first).compareTo(other.numbers.get(first)) < 0;
    }
}
