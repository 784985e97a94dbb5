package io.stackprofile.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Ratios of processor time as Markdown. A ratio's error is made of both sides' 99.9 % confidence intervals over
 * iterations.
 */
final class Report {

    private final StringBuilder out = new StringBuilder();

    Report(String title, Collection<RunResult> sample) {
        BenchmarkParams how = sample.iterator().next().getParams();
        out.append("# ").append(title).append("\n\n");
        out.append(
                        "Measured by `benchmarks/run.sh`; [the README](../README.md) says what is compared and how to read it.")
                .append(" Numbers depend on the machine; ratios hold within this run.\n\n");
        line("commit", System.getProperty("stackprofile.commit", "unknown"));
        line("machine", Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.arch"));
        line("processes at work when it ended", String.format(Locale.ROOT, "%.0f", load()));
        line("Java", how.getVmName() + " " + how.getVmVersion());
        line(
                "forks, warm-up, measurement",
                how.getForks() + ", " + how.getWarmup().getCount() + " x "
                        + how.getWarmup().getTime() + ", "
                        + how.getMeasurement().getCount() + " x "
                        + how.getMeasurement().getTime());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void line(String name, String value) {
        out.append("- ").append(name).append(": ").append(value).append('\n');
    }

    /**
     * A row for each parameter set, a column for each rival.
     *
     * @param faster whether to tell how much faster ours is, instead of how much longer it takes
     */
    void table(String title, Collection<RunResult> results, String ours, boolean faster, String... rivals) {
        Map<String, Map<String, Result<?>>> rows = new LinkedHashMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            rows.computeIfAbsent(parameters(result), row -> new LinkedHashMap<>())
                    .put(
                            name.substring(name.lastIndexOf('.') + 1),
                            result.getSecondaryResults().get(CpuTime.LABEL));
        }
        heading(title, "stack", rivals);
        rows.forEach((row, cells) -> {
            out.append("| ").append(row);
            for (String rival : rivals) {
                Result<?> one = cells.get(faster ? rival : ours);
                Result<?> other = cells.get(faster ? ours : rival);
                out.append(" | ").append(one == null || other == null ? "" : ratio(one, other));
            }
            out.append(" |\n");
        });
    }

    /** What each way gets done in a second: a row for each parameter set, a column for each way. */
    void rate(String title, Collection<RunResult> results, String... ways) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            double characters = Corpus.texts(result.getParams().getParam("stack")).stream()
                    .mapToLong(String::length)
                    .sum();
            Result<?> used = result.getSecondaryResults().get(CpuTime.LABEL);
            double microseconds = used == null ? Double.NaN : used.getScore();
            rows.computeIfAbsent(parameters(result), row -> new LinkedHashMap<>())
                    .put(
                            name.substring(name.lastIndexOf('.') + 1),
                            String.format(Locale.ROOT, "%.1f", characters / microseconds));
        }
        heading(title, "stack", ways);
        rows.forEach((row, cells) -> {
            out.append("| ").append(row);
            for (String way : ways) {
                out.append(" | ").append(cells.getOrDefault(way, ""));
            }
            out.append(" |\n");
        });
    }

    /** How small a heap each stack gets by with. */
    void heaps(Collection<RunResult> results) throws IOException {
        heading("Smallest heap of a row of sizes in which a capture ends, in megabytes", "stack", "megabytes");
        Set<String> seen = new LinkedHashSet<>();
        for (RunResult result : results) {
            String stack = result.getParams().getParam("stack");
            if (seen.add(stack)) {
                OptionalInt size = SmallestHeap.of(stack);
                out.append("| ").append(stack).append(" | ");
                out.append(size.isPresent() ? size.getAsInt() : "more").append(" |\n");
            }
        }
    }

    /** The processor time of each parameter set. */
    void times(String title, Collection<RunResult> results) {
        heading(title, "stack", "processor time");
        for (RunResult result : results) {
            Result<?> time = result.getSecondaryResults().get(CpuTime.LABEL);
            if (time != null) {
                out.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f ± %.0f |%n",
                        parameters(result),
                        time.getScore() / 1000,
                        time.getScoreError() / 1000));
            }
        }
    }

    /** What was bound. */
    void sizes(Collection<RunResult> results) {
        heading("What was bound", "stack", "members", "with a parameter", "characters out");
        Set<String> seen = new LinkedHashSet<>();
        for (RunResult result : results) {
            if (seen.add(parameters(result))) {
                BindStates.Ours ours = new BindStates.Ours();
                ours.stack = result.getParams().getParam("stack");
                ours.reach = Reach.valueOf(result.getParams().getParam("reach"));
                ours.compile();
                List<MemberSource> members = ours.source.members();
                long bound = members.stream()
                        .filter(member -> member.place().isPresent())
                        .count();
                long size = ours.outputs.stream().mapToLong(String::length).sum();
                out.append(String.format(
                        Locale.ROOT, "| %s | %d | %d | %d |%n", parameters(result), members.size(), bound, size));
            }
        }
    }

    String text() {
        return out.toString();
    }

    private void heading(String title, String first, String... columns) {
        out.append("\n## ").append(title).append("\n\n| ").append(first);
        for (String column : columns) {
            out.append(" | ").append(column);
        }
        out.append(" |\n|---").append("|---:".repeat(columns.length)).append("|\n");
    }

    private static String parameters(RunResult result) {
        List<String> values = new ArrayList<>(List.of(result.getParams().getParam("stack")));
        String reach = result.getParams().getParam("reach");
        if (reach != null) {
            values.add(reach.toLowerCase(Locale.ROOT));
        }
        String rules = result.getParams().getParam("rules");
        if (rules != null) {
            values.add(rules.equals("0") ? "all rules" : rules + " rules");
        }
        String changed = result.getParams().getParam("changed");
        if (changed != null) {
            values.add(changed + " changed");
        }
        String percent = result.getParams().getParam("percent");
        if (percent != null) {
            values.add(percent + " %");
        }
        return String.join(", ", values);
    }

    static String ratio(double one, double oneError, double other, double otherError) {
        double ratio = one / other;
        double error = Math.hypot(oneError / one, otherError / other);
        String form = ratio >= 100 ? "%.0f ± %.0f" : ratio >= 10 ? "%.1f ± %.1f" : "%.2f ± %.2f";
        return String.format(Locale.ROOT, form, ratio, ratio * error);
    }

    private static String ratio(Result<?> one, Result<?> other) {
        return ratio(one.getScore(), one.getScoreError(), other.getScore(), other.getScoreError());
    }
}
