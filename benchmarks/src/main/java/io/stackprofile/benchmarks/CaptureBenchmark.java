package io.stackprofile.benchmarks;

import io.stackprofile.Caller;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** Captures a stack: read, cleaned, redacted, swept, proved and stored in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CaptureBenchmark {

    /** The corpus stack. */
    @Param({"M", "L"})
    public String stack = "";

    private InMemoryCluster cluster = InMemoryCluster.named("recorded");

    /** Puts the stack on a cluster, each text a manifest. */
    @Setup(Level.Trial)
    public void put() {
        List<Member> members = new ArrayList<>();
        for (String text : Corpus.texts(stack)) {
            String name = String.format(Locale.ROOT, "m%04d.yaml", members.size());
            members.add(Manifest.builder().name(name).content(text).build());
        }
        cluster = InMemoryCluster.named("recorded");
        cluster.put(stack.toLowerCase(Locale.ROOT), StackSpec.of(Optional.empty(), members));
    }

    /** A capture into an empty store. */
    @Benchmark
    public ProfileVersion capture() {
        try (var profiles = StackProfileEngine.builder()
                .store(new InMemoryStore())
                .clusters(InMemoryClusters.of(cluster))
                .build()) {
            return profiles.as(Caller.of("acme", "bench"))
                    .profiles()
                    .capture(CaptureRequest.builder()
                            .name("captured")
                            .cluster("recorded")
                            .stack(stack.toLowerCase(Locale.ROOT))
                            .build());
        }
    }
}
