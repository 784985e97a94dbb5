package io.stackprofile.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.it.load.Actors;
import io.stackprofile.it.load.Checker;
import io.stackprofile.it.load.Journal;
import io.stackprofile.it.load.Life;
import io.stackprofile.it.load.Performer;
import io.stackprofile.it.load.Reference;
import io.stackprofile.it.load.Shared;
import io.stackprofile.it.load.Worker;
import io.stackprofile.spi.store.StackProfileStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Sixteen threads that do everything at once on one store; from time to time they rest, and the store is checked. */
final class Soak {

    /** What a call may end with when others are in its way; anything else is a defect. */
    private static final Set<ErrorCode> DOCUMENTED = Set.of(ErrorCode.STORE_FAILED);

    /** One in so many calls may fail. */
    private static final int FEW = 20;

    private static final int THREADS = 16;
    private static final long PATIENCE = 120;

    /** How many lives are looked at, at most, beside those of unknown state. */
    private static final int SAMPLE = 500;

    private static final long NUMBERS = 1_000_000_000L;

    private final String name;
    private final Actors actors;
    private final LongSupplier bytes;
    private final Journal journal = new Journal();
    private final Latencies latencies = new Latencies(journal);
    private final Queue<Life> waiting = new ConcurrentLinkedQueue<>();
    private final Checker checker;
    private final List<String> growth = new ArrayList<>();
    private double worked;
    private int checked;

    /**
     * One soak.
     *
     * @param name for the report
     * @param bytes how large the store is
     */
    Soak(String name, StackProfileStore store, LongSupplier bytes) {
        this.name = name;
        this.bytes = bytes;
        this.actors = new Actors(store);
        this.checker = new Checker(actors, new Reference(), journal);
    }

    /** Works for so long, in stretches; what happened, as a table. */
    String run(Duration stretch, int stretches) throws Exception {
        for (int n = 1; n <= stretches; n++) {
            work(n, stretch);
            check(n, n == stretches);
        }
        assertThat(journal.failures().keySet()).isSubsetOf(DOCUMENTED);
        assertThat(journal.failures().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .as("calls that failed, of " + journal.total() + " that did not")
                .isLessThan(journal.total() / FEW);
        actors.close();
        return report();
    }

    private void work(int stretch, Duration length) throws Exception {
        long start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            workers(stretch, start + length.toNanos()).forEach(worker -> all.add(pool.submit(worker)));
            for (Future<?> one : all) {
                one.get(length.toSeconds() + PATIENCE, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        worked += (System.nanoTime() - start) / 1e9;
    }

    private List<Worker> workers(int stretch, long end) {
        Shared shared = new Shared("s" + stretch + "-shared", numbers(stretch, THREADS), stretch);
        return IntStream.range(0, THREADS)
                .mapToObj(thread -> new Worker(
                        new Performer(actors),
                        "s" + stretch + "-t" + thread,
                        numbers(stretch, thread),
                        (long) stretch * THREADS + thread,
                        latencies,
                        waiting,
                        shared,
                        () -> System.nanoTime() < end))
                .toList();
    }

    /** Looks at some lives, and lets those that are under way be gone on with. */
    private void check(int stretch, boolean last) {
        Set<Life> lives = journal.unsettled();
        lives.addAll(some(journal.touched(), last ? SAMPLE : SAMPLE / 2));
        lives.addAll(some(journal.lives(), last ? SAMPLE : 0));
        assertThat(checker.check(lives)).as(name + ", after stretch " + stretch).isEmpty();
        checked += lives.size();
        growth.add("after %d operations: heap %d MB, store %d MB"
                .formatted(journal.total(), heap() >> 20, bytes.getAsLong() >> 20));
        waiting.clear();
        journal.lives().stream().filter(Life::isUnderWay).map(Life::copy).forEach(waiting::add);
    }

    private String report() {
        return "%s: %d operations in %.0f s, %.0f/s, on %d profiles, %d looked at; failures %s, which turned out %s%n%s%s%n"
                .formatted(
                        name,
                        journal.total(),
                        worked,
                        journal.total() / worked,
                        journal.lives().size(),
                        checked,
                        journal.failures(),
                        checker.outcomes(),
                        latencies.table(worked),
                        String.join(System.lineSeparator(), growth));
    }

    private List<Life> some(List<Life> lives, int count) {
        List<Life> mixed = new ArrayList<>(lives);
        Collections.shuffle(mixed, new Random(checked));
        return mixed.subList(0, Math.min(count, mixed.size()));
    }

    private static long numbers(int stretch, int thread) {
        return (stretch * (THREADS + 1L) + thread) * NUMBERS;
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
