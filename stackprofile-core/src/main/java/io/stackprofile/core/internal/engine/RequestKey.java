package io.stackprofile.core.internal.engine;

import io.stackprofile.spi.IdSource;
import java.util.Optional;

/**
 * What a store recognises a repeated request by. A caller's key counts for one kind of call on one target: the same key
 * on another call is another request, and never meets the keys the library makes itself.
 *
 * @param text the key as the store keeps it
 */
record RequestKey(String text) {

    /** The key of a {@code call} on {@code target}; a new one when the caller gave none. */
    static RequestKey of(String call, String target, Optional<String> given, IdSource ids) {
        return new RequestKey(
                call + ":" + target + ":" + given.orElseGet(() -> ids.next().toString()));
    }

    /** The key of a call that the library can recognise by itself. */
    static RequestKey of(String call, String target) {
        return new RequestKey(call + ":" + target);
    }
}
