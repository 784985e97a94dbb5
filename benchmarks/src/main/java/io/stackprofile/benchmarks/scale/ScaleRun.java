package io.stackprofile.benchmarks.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Fills stores and measures them: {@code [ROWS] [sqlite] [postgresql]}, a million rows and both databases when nothing is
 * said. Writes {@code benchmarks/results/scale.md}.
 */
public final class ScaleRun {

    private static final String ROOT = System.getProperty("stackprofile.root", ".");

    private static final Contest.Pace PACE = new Contest.Pace(3, 11, 200_000_000L);

    private final ScaleDatabase database;
    private final Contest.Pace pace;
    private final ScaleReport report;

    private ScaleRun(ScaleDatabase database, Contest.Pace pace, ScaleReport report) {
        this.database = database;
        this.pace = pace;
        this.report = report;
    }

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        long rows = 1_000_000;
        List<String> databases = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.matches("[0-9]+")) {
                rows = Long.parseLong(argument);
            } else {
                databases.add(argument);
            }
        }
        if (databases.isEmpty()) {
            databases.addAll(List.of("sqlite", "postgresql"));
        }
        Path stack = Path.of(System.getProperty("stackprofile.corpus", ROOT + "/../shared/corpus"), "stacks-L.tar.gz");
        String report = report(rows, databases, stack, PACE);
        Path results = Path.of(ROOT, "benchmarks", "results");
        Files.createDirectories(results);
        Files.writeString(results.resolve("scale.md"), report);
        System.out.println(report);
    }

    /** What is measured of each database, over a folder of its own, at a pace. */
    static String report(long rows, List<String> databases, Path stack, Contest.Pace pace) throws Exception {
        ScaleReport report = new ScaleReport(rows);
        for (String name : databases) {
            Path folder = Files.createTempDirectory("scale");
            try {
                try (ScaleDatabase database = ScaleDatabase.of(name, folder)) {
                    new ScaleRun(database, pace, report).measure(rows, ManyMembers.of(stack), folder);
                }
                try (ScaleDatabase empty = ScaleDatabase.of(name, folder)) {
                    report.paragraph();
                    VersionsSize.report(empty, ManyMembers.of(stack), report);
                    EnginePublication.report(empty.store(), ManyMembers.of(stack), report);
                }
            } finally {
                delete(folder);
            }
        }
        report.load();
        return report.text();
    }

    private void measure(long rows, ManyMembers members, Path folder) throws Exception {
        report.database(database.name());
        StoredRows stored = new StoredRows(rows);
        ProgressLine progress = new ProgressLine("fill " + database.name(), stored.items());
        long start = System.nanoTime();
        stored.into(database.store().archive().orElseThrow(), progress::at);
        double seconds = (System.nanoTime() - start) / 1e9;
        report.line(
                "filled",
                String.format(
                        Locale.ROOT,
                        "%,d items in %.0f s, %,.0f a second",
                        stored.items(),
                        seconds,
                        stored.items() / seconds));
        database.analyse();
        report.line("size", String.format(Locale.ROOT, "%.2f GB", database.bytes() / 1e9));
        report.contest("A page of 50 at the end of a listing", new PageContest(database, pace).run(rows));
        report.contest("How many instances are outdated", new CountContest(database, pace).run());
        report.contest(
                "A version that changes 3 of " + members.names().size() + " members",
                new PublishContest(database, members, pace).run(folder));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("a file of the measurement was not removed", e);
                }
            });
        }
    }
}
