package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.error.AccessDeniedException;
import io.stackprofile.spi.access.AccessPolicy;
import io.stackprofile.spi.access.Action;
import java.util.Locale;
import java.util.Optional;

/** Asks the access policy, and refuses for it. */
final class Gate {

    private final AccessPolicy policy;
    private final Caller caller;

    Gate(AccessPolicy policy, Caller caller) {
        this.policy = policy;
        this.caller = caller;
    }

    /** Requires that the caller may do {@code action} at all. */
    void require(Action action) {
        require(action, Optional.empty());
    }

    /** Requires that the caller may do {@code action} to {@code resource}. */
    void require(Action action, String resource) {
        require(action, Optional.of(resource));
    }

    private void require(Action action, Optional<String> resource) {
        if (!policy.allows(caller, action, resource)) {
            String what = action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            throw new AccessDeniedException(
                    "the caller may not " + what
                            + resource.map(name -> " '" + name + "'").orElse(""),
                    "Ask someone who administers access in organisation '" + caller.organisation() + "'.");
        }
    }
}
