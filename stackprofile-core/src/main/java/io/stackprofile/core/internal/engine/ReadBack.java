package io.stackprofile.core.internal.engine;

import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.error.StoreException;
import java.util.function.Supplier;

/** Reads what was just stored. A failure here must not say that nothing was changed. */
final class ReadBack {

    private ReadBack() {}

    /** What {@code read} gives; {@code what} was stored, as in "the version". */
    static <T> T of(String what, Supplier<T> read) {
        try {
            return read.get();
        } catch (StoreException unreadable) {
            OutcomeUnknownException stored =
                    new OutcomeUnknownException(what + " was stored, and could not be read back");
            stored.addSuppressed(unreadable);
            throw stored;
        }
    }
}
