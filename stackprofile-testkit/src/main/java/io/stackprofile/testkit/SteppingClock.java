package io.stackprofile.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves on by a fixed step each time it is read. Thread-safe: no two readings are the same. */
public final class SteppingClock implements InstantSource {

    private final AtomicReference<Instant> next;
    private final Duration step;

    private SteppingClock(Instant start, Duration step) {
        this.next = new AtomicReference<>(start);
        this.step = step;
    }

    /**
     * A clock that begins at {@code start}.
     *
     * @param step how far each reading moves it; positive
     */
    public static SteppingClock of(Instant start, Duration step) {
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("step must be positive");
        }
        return new SteppingClock(start, step);
    }

    /** From 2026-01-01T00:00:00Z in steps of a second. */
    public static SteppingClock seconds() {
        return of(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofSeconds(1));
    }

    @Override
    public Instant instant() {
        return next.getAndUpdate(now -> now.plus(step));
    }

    /** Moves the clock on by {@code duration} besides its steps. */
    public void advance(Duration duration) {
        next.updateAndGet(now -> now.plus(duration));
    }
}
