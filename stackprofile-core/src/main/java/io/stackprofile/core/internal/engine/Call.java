package io.stackprofile.core.internal.engine;

import io.stackprofile.CallOptions;
import io.stackprofile.ProgressEvent;
import io.stackprofile.error.CancelledException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** One call under way: tells of its steps, and stops between them when asked to or out of time. */
final class Call {

    private final String operation;
    private final CallOptions options;
    private final InstantSource clock;
    private final Optional<Instant> deadline;

    Call(String operation, CallOptions options, InstantSource clock) {
        this.operation = operation;
        this.options = options;
        this.clock = clock;
        this.deadline = options.timeout().flatMap(timeout -> deadline(clock.instant(), timeout));
    }

    /** None when it lies beyond what an instant can say. */
    private static Optional<Instant> deadline(Instant now, Duration timeout) {
        return timeout.compareTo(Duration.between(now, Instant.MAX)) > 0
                ? Optional.empty()
                : Optional.of(now.plus(timeout));
    }

    /**
     * Reports a step and checks that the call may go on.
     *
     * @throws CancelledException when it may not
     */
    void step(String step, int done, int total) {
        if (options.cancelled().getAsBoolean()) {
            throw new CancelledException(operation + " was cancelled before '" + step + "'");
        }
        if (deadline.isPresent() && clock.instant().isAfter(deadline.get())) {
            throw new CancelledException(operation + " ran out of time before '" + step + "'");
        }
        options.progress().onProgress(new ProgressEvent(operation, step, done, total));
    }
}
