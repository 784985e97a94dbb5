package io.stackprofile.testkit.internal.history;

import io.stackprofile.error.ErrorCode;

/**
 * One call of a history. Moments are counted, not timed: a call was over before another began when its {@code returned}
 * is lower than the other's {@code invoked}.
 *
 * @param thread who called
 * @param operation what was called
 * @param answer what came back: a value, or the code of a refusal
 * @param invoked when it was called
 * @param returned when it returned
 * @param <S> the model's state
 */
public record Event<S>(int thread, Operation<S> operation, Object answer, long invoked, long returned) {

    /** Whether nobody knows if it took effect; it may at any later moment, or never. */
    boolean isUnknown() {
        return answer == ErrorCode.OUTCOME_UNKNOWN;
    }

    /** The same call as it stood at {@code moment}: not returned yet when it returned later. */
    Event<S> asOf(long moment) {
        return returned <= moment
                ? this
                : new Event<>(thread, operation, ErrorCode.OUTCOME_UNKNOWN, invoked, Long.MAX_VALUE);
    }

    @Override
    public String toString() {
        String until = returned == Long.MAX_VALUE ? "..." : String.valueOf(returned);
        return "thread %d, %3d to %3s: %s -> %s".formatted(thread, invoked, until, operation, answer);
    }
}
