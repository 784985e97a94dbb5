package io.stackprofile.benchmarks;

import io.stackprofile.core.internal.redact.rule.FormatRule;
import io.stackprofile.core.internal.redact.rule.FormatRules;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Searches every text of a stack for credentials by their formats, in each way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScanBenchmark {

    /** The corpus stack. */
    @Param({"M", "L"})
    public String stack = "";

    /** How many rules, evenly spread over the table; 0 for all. */
    @Param({"50", "100", "200", "0"})
    public int rules;

    private final List<String> texts = new ArrayList<>();
    private FormatRules formats = FormatRules.builtIn();
    private ScanRivals rivals = new ScanRivals(formats);

    /** Reads the texts, and shows that all ways find the same where that does not take minutes. */
    @Setup(Level.Trial)
    public void read() {
        texts.addAll(Corpus.texts(stack));
        formats = chosen(rules);
        rivals = new ScanRivals(formats);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            List<String> ours = ScanRivals.told(formats.find(text));
            Agreement.sameTexts("a prefilter", ours, rivals.prefiltered(text));
            if (stack.equals("samples") || (stack.equals("M") && i % 10 == 0)) {
                Agreement.sameTexts("one rule after the other", ours, rivals.oneByOne(text));
            }
        }
    }

    /** Ours: one pass for all keywords, patterns in windows around them. */
    @Benchmark
    public void windows(Blackhole sink) {
        texts.forEach(text -> sink.consume(formats.find(text)));
    }

    /** The floor: the pass for the keywords. */
    @Benchmark
    public void keywordsOnly(Blackhole sink) {
        texts.forEach(text -> sink.consume(rivals.keywordsOnly(text)));
    }

    /** The same pass, then the whole text for each rule of which a keyword occurs. */
    @Benchmark
    public void prefiltered(Blackhole sink) {
        texts.forEach(text -> sink.consume(rivals.prefiltered(text)));
    }

    /** The whole text for each rule. */
    @Benchmark
    public void oneByOne(Blackhole sink) {
        texts.forEach(text -> sink.consume(rivals.oneByOne(text)));
    }

    private static FormatRules chosen(int count) {
        List<FormatRule> all = FormatRules.builtIn().rules();
        int size = count == 0 ? all.size() : Math.min(count, all.size());
        return FormatRules.of(IntStream.range(0, size)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / size)))
                .toList());
    }
}
