package io.stackprofile.testkit.internal.history;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An operation put together from its parts.
 *
 * @param name how it is shown
 * @param changes whether it may change the state
 * @param ask makes the call
 * @param model what the model does
 * @param <S> the model's state
 */
public record Move<S>(String name, boolean changes, Supplier<Object> ask, Function<S, Outcome<S>> model)
        implements Operation<S> {

    /** A read: the model's answer in a state. */
    public static <S> Move<S> read(String name, Supplier<Object> ask, Function<S, Object> answer) {
        return new Move<>(name, false, ask, state -> Outcome.of(state, answer.apply(state)));
    }

    /** A write. */
    public static <S> Move<S> write(String name, Supplier<Object> ask, Function<S, Outcome<S>> model) {
        return new Move<>(name, true, ask, model);
    }

    @Override
    public Object call() {
        return ask.get();
    }

    @Override
    public Outcome<S> on(S state) {
        return model.apply(state);
    }

    @Override
    public String toString() {
        return name;
    }
}
