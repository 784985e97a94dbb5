package io.stackprofile.benchmarks.scale;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** What was measured, as Markdown. */
final class ScaleReport {

    private final StringBuilder out = new StringBuilder();

    ScaleReport(long rows) {
        out.append("# Stores of ")
                .append(String.format(Locale.ROOT, "%,d", rows))
                .append(" profiles, as many versions and as many instances\n\n")
                .append(
                        "Measured by `benchmarks/scale.sh`; [the README](../README.md) says what is compared. Times are those")
                .append(
                        " of the clock, the median of the turns with the quarter and three quarters of them; they depend on")
                .append(" the machine. The ways of a table took turns in one process.\n\n");
        line("commit", System.getProperty("stackprofile.commit", "unknown"));
        line("machine", Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.arch"));
        line("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    }

    /** Heads what follows. */
    void database(String name) {
        out.append("\n## ").append(name).append("\n\n");
    }

    /** Ends a list or a table. */
    void paragraph() {
        out.append('\n');
    }

    void line(String name, String value) {
        out.append("- ").append(name).append(": ").append(value).append('\n');
    }

    /** A table of the ways of one contest; the first is ours. */
    void contest(String title, List<Contest.Time> times) {
        double ours = times.get(0).median();
        out.append("\n### ").append(title).append("\n\n| way | a call | times ours |\n|---|---:|---:|\n");
        for (Contest.Time time : times) {
            out.append("| ")
                    .append(time.way())
                    .append(" | ")
                    .append(time.text())
                    .append(" | ");
            double ratio = time.median() / ours;
            out.append(String.format(Locale.ROOT, ratio < 1000 ? "%.3g" : "%,.0f", ratio))
                    .append(" |\n");
        }
    }

    /** How busy the machine was. */
    void load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        out.append(String.format(Locale.ROOT, "%n- processes at work when it ended: %.0f%n", load));
    }

    String text() {
        return out.toString();
    }
}
