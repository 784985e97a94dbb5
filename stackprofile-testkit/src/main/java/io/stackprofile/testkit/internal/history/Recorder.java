package io.stackprofile.testkit.internal.history;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Lets threads call at once and writes down what each asked and was answered, and in which order. */
public final class Recorder {

    private Recorder() {}

    /**
     * A history.
     *
     * @param threads how many call at once
     * @param calls how many calls each makes
     * @param caller gives each thread's next operation; what it makes of earlier answers is its own
     */
    public static <S> List<Event<S>> record(int threads, int calls, IntFunction<Supplier<Operation<S>>> caller) {
        AtomicLong moment = new AtomicLong();
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService running = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Event<S>>>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.add(running.submit(() -> {
                    start.await();
                    return calls(thread, calls, caller.apply(thread), moment);
                }));
            }
            List<Event<S>> events = new ArrayList<>();
            for (Future<List<Event<S>>> each : all) {
                events.addAll(each.get());
            }
            events.sort(Comparator.comparingLong(Event::invoked));
            return events;
        } catch (ExecutionException e) {
            throw new AssertionError("ST-4: a call failed with something other than a StackProfileException", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            running.shutdownNow();
        }
    }

    private static <S> List<Event<S>> calls(int thread, int calls, Supplier<Operation<S>> caller, AtomicLong moment) {
        List<Event<S>> events = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            Operation<S> operation = caller.get();
            long invoked = moment.getAndIncrement();
            Object answer = answer(operation);
            long returned = answer == ErrorCode.OUTCOME_UNKNOWN ? Long.MAX_VALUE : moment.getAndIncrement();
            events.add(new Event<>(thread, operation, answer, invoked, returned));
        }
        return events;
    }

    private static Object answer(Operation<?> operation) {
        try {
            return operation.call();
        } catch (StackProfileException refusal) {
            return refusal.code();
        }
    }
}
