package io.stackprofile.benchmarks;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.diff.ComparedSide;
import io.stackprofile.core.internal.diff.VersionComparison;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.profile.ProfileVersion;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Compares two versions in which every member has another one's text: what a part of the stack costs, and all of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RewriteBenchmark {

    /** The corpus stack. */
    @Param({"L"})
    public String stack = "";

    /** How much of the stack is there, in percent. */
    @Param({"25", "50", "100"})
    public int percent;

    private ProfileVersion older = ChangedStack.EMPTY.older();
    private ProfileVersion newer = older;

    /** Builds both versions. */
    @Setup(Level.Trial)
    public void prepare() {
        ChangedStack stacks = ChangedStack.rewritten(Corpus.texts(stack), percent);
        older = stacks.older();
        newer = stacks.newer();
        if (rewrite().members().size() != stacks.changed().size()) {
            throw new IllegalStateException("not every rewritten member was found");
        }
    }

    /** Ours. */
    @Benchmark
    public VersionDiff rewrite() {
        return VersionComparison.compare(
                older.profileId(),
                ComparedSide.of(older, Fingerprints.none()),
                ComparedSide.of(newer, Fingerprints.none()),
                Limits.defaults());
    }
}
