package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.fail;

import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.testkit.internal.history.Event;
import io.stackprofile.testkit.internal.history.Linearizer;
import io.stackprofile.testkit.internal.history.Operation;
import io.stackprofile.testkit.internal.history.Recorder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link WholeStoreContract} about one call after another, [ST-1]: threads call at random, and what they were
 * answered must be what a store answers that takes the calls one by one.
 */
public abstract class StoreHistories extends StoreLife {

    private static final int THREADS = 3;
    private static final int CALLS = 7;
    private static final int FEWEST_ROUNDS = 5;

    /** For {@link WholeStoreContract}. */
    StoreHistories() {}

    @Test
    @Clause("ST-1")
    public void required_ST1_profilesChangeOneCallAfterAnother() {
        explain(ProfileModel.nothing(), (round, random) -> {
            var field = new ProfileMoves.Field(
                    ids(THREADS * CALLS, ProfileId::new), new AtomicInteger(), "n" + round + "-");
            return thread -> new ProfileMoves(profiles(), records, field, seeded(random, thread), "by-" + thread);
        });
    }

    @Test
    @Clause("ST-1")
    public void required_ST1_draftsChangeOneCallAfterAnother() {
        explain(DraftMoves.nothing(), (round, random) -> {
            List<DraftId> ids = ids(2, DraftId::new);
            return thread -> new DraftMoves(store().drafts(), records, ids, seeded(random, thread), "by-" + thread);
        });
    }

    @Test
    @Clause("ST-1")
    public void required_ST1_instancesAndTheirCountsChangeOneCallAfterAnother() {
        explain(InstanceMoves.nothing(), (round, random) -> {
            ProfileId profile = new ProfileId(records.nextId());
            List<InstantiationId> ids = ids(2, InstantiationId::new);
            return thread -> new InstanceMoves(store().instantiations(), records, profile, ids, seeded(random, thread));
        });
    }

    /**
     * How long each test of [ST-1] looks for a history that nothing explains: half a second, or the seconds that the
     * system property {@code stackprofile.kit.seconds} says.
     */
    protected Duration searchFor() {
        double seconds = Double.parseDouble(System.getProperty("stackprofile.kit.seconds", "0.5"));
        return Duration.ofMillis((long) (seconds * 1_000));
    }

    /** What each thread of a round calls. */
    private interface Round<S> {
        IntFunction<Supplier<Operation<S>>> callers(int round, long random);
    }

    private <T> List<T> ids(int count, Function<UUID, T> id) {
        return Stream.generate(records::nextId).limit(count).map(id).toList();
    }

    private static Random seeded(long round, int thread) {
        return new Random(round * 31 + thread);
    }

    private <S> void explain(S nothing, Round<S> rounds) {
        Linearizer<S> linearizer = new Linearizer<>(nothing);
        long end = System.nanoTime() + searchFor().toNanos();
        for (int round = 0; round < FEWEST_ROUNDS || System.nanoTime() < end; round++) {
            List<Event<S>> history = Recorder.record(THREADS, CALLS, rounds.callers(round, round));
            Optional<List<Event<S>>> unexplained = linearizer.unexplained(history);
            if (unexplained.isPresent()) {
                fail(told(round, unexplained.get()));
            }
        }
    }

    private static <S> String told(int round, List<Event<S>> unexplained) {
        return "ST-1: no order of these calls, one after another, explains what was answered (round " + round + "); a"
                + " write was lost or done in parts, or a read saw an old state. Check that each method is one"
                + " transaction whose condition is in the statement that writes, and that no read comes from a cache:\n"
                + unexplained.stream().map(Event::toString).collect(Collectors.joining("\n"));
    }
}
