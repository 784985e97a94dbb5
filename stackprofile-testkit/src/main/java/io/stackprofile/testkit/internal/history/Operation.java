package io.stackprofile.testkit.internal.history;

import java.util.Set;

/**
 * One call, to a store and to the model of one. Its {@code toString} is read by who looks for the fault.
 *
 * @param <S> the model's state; immutable, with equality
 */
public interface Operation<S> {

    /**
     * What the model does in one state.
     *
     * @param next the state after
     * @param answers what may be answered; several where the order of two checks is free
     * @param <S> the model's state
     */
    record Outcome<S>(S next, Set<Object> answers) {

        /** The state after, and the only answer. */
        public static <S> Outcome<S> of(S next, Object answer) {
            return new Outcome<>(next, Set.of(answer));
        }
    }

    /** Makes the call; gives its answer, or throws its refusal. */
    Object call();

    /** Whether it may change the state; a read does not. */
    boolean changes();

    /** What the model does. */
    Outcome<S> on(S state);
}
