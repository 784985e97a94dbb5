package io.stackprofile.core.internal.engine;

import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.error.StoreException;
import java.util.function.Supplier;

/** What a call does once something is stored: the store's failure is then no word that state is as it was. */
final class AfterWrite {

    private AfterWrite() {}

    /**
     * What {@code step} gives.
     *
     * @param what what was stored, and what was left to do, as in "the version was stored and could not be read back"
     */
    static <T> T get(String what, Supplier<T> step) {
        try {
            return step.get();
        } catch (StoreException failure) {
            OutcomeUnknownException unknown = new OutcomeUnknownException(what);
            unknown.addSuppressed(failure);
            throw unknown;
        }
    }
}
