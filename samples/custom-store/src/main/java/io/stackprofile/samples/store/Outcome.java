package io.stackprofile.samples.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a call came to, kept until it may be told: a value or a refusal. */
final class Outcome<T> {

    private final Supplier<T> told;
    private final boolean refusal;

    private Outcome(Supplier<T> told, boolean refusal) {
        this.told = told;
        this.refusal = refusal;
    }

    static <T> Outcome<T> of(Supplier<T> call) {
        @Nullable RuntimeException refused;
        try {
            T value = call.get();
            return new Outcome<>(() -> value, false);
        } catch (RuntimeException e) {
            refused = e;
        }
        RuntimeException thrown = refused;
        return new Outcome<>(
                () -> {
                    throw thrown;
                },
                true);
    }

    boolean isRefusal() {
        return refusal;
    }

    /** The value, or the refusal thrown. */
    T get() {
        return told.get();
    }
}
