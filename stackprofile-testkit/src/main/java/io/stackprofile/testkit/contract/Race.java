package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** Lets several threads make an attempt at the same moment. */
final class Race {

    /** How many threads race. */
    static final int RUNNERS = 4;

    /** How often a race is run; a lost update shows in some rounds only. */
    static final int ROUNDS = 8;

    /** What an attempt came to: a value, or a refusal. */
    record Outcome<T>(Optional<T> value, Optional<StackProfileException> refusal) {}

    private Race() {}

    /** The outcomes of {@link #RUNNERS} attempts made at once, in the runners' order. */
    static <T> List<Outcome<T>> run(IntFunction<T> attempt) {
        CyclicBarrier start = new CyclicBarrier(RUNNERS);
        ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
        try {
            List<Future<Outcome<T>>> running = new ArrayList<>(Collections.nCopies(RUNNERS, new CompletableFuture<>()));
            int first = ThreadLocalRandom.current().nextInt(RUNNERS);
            for (int i = 0; i < RUNNERS; i++) {
                // The thread that comes last to the barrier often goes on first: it is another runner's each time.
                int runner = (first + i) % RUNNERS;
                running.set(runner, threads.submit(() -> {
                    start.await();
                    return outcome(() -> attempt.apply(runner));
                }));
            }
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<Outcome<T>> each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new AssertionError("an attempt failed with something other than a StackProfileException", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the race was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Requires that one attempt succeeds and every other one is refused with {@code code}; gives the winner's value. */
    static <T> T oneWins(ErrorCode code, String check, IntFunction<T> attempt) {
        List<Outcome<T>> outcomes = run(attempt);
        List<T> winners =
                outcomes.stream().flatMap(outcome -> outcome.value().stream()).toList();
        assertEquals(1, winners.size(), check + " (of " + RUNNERS + " concurrent attempts, so many succeeded)");
        outcomes.stream()
                .flatMap(outcome -> outcome.refusal().stream())
                .forEach(refusal -> assertEquals(code, refusal.code(), check + " (the code of a loser)"));
        return winners.get(0);
    }

    private static <T> Outcome<T> outcome(Callable<T> attempt) throws Exception {
        try {
            return new Outcome<>(Optional.of(attempt.call()), Optional.empty());
        } catch (StackProfileException refused) {
            return new Outcome<>(Optional.empty(), Optional.of(refused));
        }
    }
}
