package io.stackprofile.it.soak;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.it.load.Changes;
import io.stackprofile.it.load.Operation;
import io.stackprofile.it.load.Report;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How long each acknowledged operation took, by kind, beside what another report hears. Thread-safe. */
final class Latencies implements Report {

    /** Microseconds of one kind, in the order they came. */
    private static final class Samples {
        private int[] micros = new int[1_024];
        private int count;

        synchronized void add(long nanos) {
            if (count == micros.length) {
                micros = Arrays.copyOf(micros, 2 * count);
            }
            micros[count] = (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMicros(nanos));
            count++;
        }

        synchronized int[] sorted() {
            int[] sorted = Arrays.copyOf(micros, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    private final Report report;
    private final Map<Long, Long> begun = new ConcurrentHashMap<>();
    private final Map<Operation.Kind, Samples> samples = new ConcurrentHashMap<>();

    Latencies(Report report) {
        this.report = report;
    }

    @Override
    public void begin(Operation operation) {
        report.begin(operation);
        begun.put(operation.number(), System.nanoTime());
    }

    @Override
    public void acknowledged(Operation operation, Changes changes) {
        long taken = System.nanoTime() - begun.remove(operation.number());
        samples.computeIfAbsent(operation.kind(), kind -> new Samples()).add(taken);
        report.acknowledged(operation, changes);
    }

    @Override
    public void failed(Operation operation, ErrorCode code) {
        begun.remove(operation.number());
        report.failed(operation, code);
    }

    /** A line for each kind: how many, how many a second, and percentiles. */
    String table(double seconds) {
        StringBuilder table = new StringBuilder("%-16s %8s %8s %9s %9s %9s %9s%n"
                .formatted("operation", "count", "/s", "p50 ms", "p95 ms", "p99 ms", "max ms"));
        for (Operation.Kind kind : Operation.Kind.values()) {
            int[] sorted = samples.getOrDefault(kind, new Samples()).sorted();
            if (sorted.length > 0) {
                table.append("%-16s %8d %8.1f %9.1f %9.1f %9.1f %9.1f%n"
                        .formatted(
                                kind,
                                sorted.length,
                                sorted.length / seconds,
                                at(sorted, 0.5),
                                at(sorted, 0.95),
                                at(sorted, 0.99),
                                at(sorted, 1)));
            }
        }
        return table.toString();
    }

    private static double at(int[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1_000.0;
    }
}
