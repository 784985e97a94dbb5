package io.stackprofile.benchmarks;

import io.fabric8.kubernetes.api.model.KubernetesList;
import io.stackprofile.stack.StackSpec;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Binds a stack's values, in each way. Values are resolved and templates compiled before. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BindBenchmark {

    /** Ours. */
    @Benchmark
    public StackSpec bind(BindStates.Ours ours) {
        return ours.template.bind(ours.bindings);
    }

    /** The floor: a fresh array for each member, into which the output is copied. */
    @Benchmark
    public byte[][] copy(BindStates.Ours ours, BindStates.Copy copy) {
        byte[][] copied = new byte[copy.bytes.size()][];
        for (int i = 0; i < copied.length; i++) {
            byte[] bytes = copy.bytes.get(i);
            copied[i] = Arrays.copyOf(bytes, bytes.length);
        }
        return copied;
    }

    /** mustache.java. */
    @Benchmark
    public List<String> mustache(BindStates.Ours ours, BindStates.Mustache mustache) {
        return mustache.templates.bind();
    }

    /** snakeyaml-engine loads, a walk replaces, snakeyaml-engine dumps. */
    @Benchmark
    public List<String> parseWalkEmit(BindStates.Ours ours, BindStates.Walk walk) {
        return walk.walk.bind();
    }

    /** fabric8's OpenShift template. It gives objects; what it would cost to write them is not counted. */
    @Benchmark
    public KubernetesList openShift(BindStates.Ours ours, BindStates.OpenShift openShift) {
        return openShift.template.bind();
    }
}
