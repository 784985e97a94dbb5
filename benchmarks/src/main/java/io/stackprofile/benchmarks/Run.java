package io.stackprofile.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs every benchmark, or those of the reports that are named ({@code bind}, {@code parse}, {@code scan}, {@code capture},
 * {@code diff}), and writes the ratios to {@code benchmarks/results}. Takes JMH's own options, such as
 * {@code -p stack=M} or {@code -f 1}.
 */
public final class Run {

    private static final String ROOT = System.getProperty("stackprofile.root", ".");

    private final CommandLineOptions given;

    private Run(CommandLineOptions given) {
        this.given = given;
    }

    /** Runs. */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException, IOException {
        Run run = new Run(new CommandLineOptions(arguments));
        if (run.wants("bind")) {
            run.bind();
        }
        if (run.wants("parse")) {
            run.parse();
        }
        if (run.wants("scan")) {
            run.scan();
        }
        if (run.wants("capture")) {
            run.capture();
        }
        if (run.wants("diff")) {
            run.diff();
        }
    }

    private boolean wants(String report) {
        return given.getIncludes().isEmpty() || given.getIncludes().contains(report);
    }

    private void bind() throws RunnerException, IOException {
        Collection<RunResult> floor =
                run("BindBenchmark.(bind|copy|mustache)$", Reach.WHOLE, Reach.TOUCHED, Reach.EVERYWHERE);
        Collection<RunResult> walk = run("BindBenchmark.(bind|parseWalkEmit)$", Reach.WHOLE);
        Collection<RunResult> openShift = run("BindBenchmark.(bind|openShift)$", Reach.OBJECTS);
        Report report = new Report("Binding", floor);
        report.table("Times the floor (target: at most 1.3)", floor, "bind", false, "copy");
        report.table("Times faster than mustache.java (target: at least 2)", floor, "bind", true, "mustache");
        report.table("Times faster than parse-walk-emit (target: at least 100)", walk, "bind", true, "parseWalkEmit");
        report.table("Times faster than fabric8 (target: at least 500)", openShift, "bind", true, "openShift");
        report.sizes(floor);
        report.sizes(openShift);
        write("bind.md", report);
    }

    private void parse() throws RunnerException, IOException {
        Collection<RunResult> parse = run("ParseBenchmark");
        Report report = new Report("Reading", parse);
        report.table("Time against Jackson", parse, "ours", false, "jacksonYaml", "jacksonJson");
        report.table("Time against the engine below", parse, "ours", false, "engineEvents", "engineNodes");
        write("parse.md", report);
    }

    private void scan() throws RunnerException, IOException {
        Collection<RunResult> all = run("ScanBenchmark.(windows|keywordsOnly|prefiltered)$");
        Collection<RunResult> each = new Runner(options("ScanBenchmark.(windows|oneByOne)$")
                        .param("stack", "M")
                        .param("rules", "50", "100", "200")
                        .build())
                .run();
        Report report = new Report("Searching for credentials by their formats", all);
        report.rate("Megabytes in a second of processor time", all, "windows", "keywordsOnly", "prefiltered");
        report.table("Times the floor (target: at most 1.5)", all, "windows", false, "keywordsOnly");
        report.table("Times faster than a keyword prefilter", all, "windows", true, "prefiltered");
        report.table(
                "Times faster than one rule after the other (target: at least 50)", each, "windows", true, "oneByOne");
        write("scan.md", report);
    }

    private void capture() throws RunnerException, IOException {
        Collection<RunResult> capture = run("CaptureBenchmark");
        Report report = new Report("Capturing", capture);
        report.rate("Megabytes in a second of processor time", capture, "capture");
        report.heaps(capture);
        write("capture.md", report);
    }

    private void diff() throws RunnerException, IOException {
        Collection<RunResult> diff = run("DiffBenchmark");
        Collection<RunResult> rewrite = run("RewriteBenchmark");
        Report report = new Report("Comparing", diff);
        report.table("Times the floor (target: at most 2)", diff, "ours", false, "floor");
        report.table(
                "Times faster than whole-text java-diff-utils (target: at least 50)", diff, "ours", true, "wholeText");
        report.table("Times faster than JaVers (target: at least 1000)", diff, "ours", true, "javers");
        report.times("A rewrite of everything, milliseconds", rewrite);
        write("diff.md", report);
    }

    private Collection<RunResult> run(String include, Reach... reaches) throws RunnerException {
        ChainedOptionsBuilder options = options(include);
        if (reaches.length > 0) {
            options.param("reach", Arrays.stream(reaches).map(Reach::name).toArray(String[]::new));
        }
        return new Runner(options.build()).run();
    }

    private ChainedOptionsBuilder options(String include) {
        return new OptionsBuilder()
                .parent(given)
                .include(include)
                .forks(given.getForkCount().orElse(2))
                .warmupIterations(given.getWarmupIterations().orElse(5))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)))
                .measurementIterations(given.getMeasurementIterations().orElse(5))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)))
                .addProfiler(CpuTime.class)
                .jvmArgsPrepend("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-Dstackprofile.root=" + ROOT);
    }

    private static void write(String name, Report report) throws IOException {
        Path folder = Path.of(ROOT, "benchmarks", "results");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), report.text());
    }
}
