package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.format.ChartVersion;
import io.stackprofile.diff.Verdict;
import io.stackprofile.diff.VersionBump;
import java.util.Optional;

/** Tells from two versions of a chart what the step from one to the other means. */
final class ChartStep {

    private ChartStep() {}

    /** Which part changes first from {@code before} to {@code after}. */
    static VersionBump bump(String before, String after) {
        Optional<ChartVersion> old = ChartVersion.of(before);
        Optional<ChartVersion> now = ChartVersion.of(after);
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
        boolean zero = ChartVersion.of(before).map(ChartVersion::isUnstable).orElse(false);
        boolean back = ChartVersion.of(before)
                .flatMap(old -> ChartVersion.of(after).map(now -> now.isBelow(old)))
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
}
