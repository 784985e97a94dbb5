package io.stackprofile.spi.access;

import io.stackprofile.Caller;
import io.stackprofile.Role;
import java.util.Optional;

/**
 * Decides what a caller may do to what its own organisation owns. What another organisation owns is read when it is
 * public or shared, and never changed, whatever a policy says. Thread-safe.
 */
@FunctionalInterface
public interface AccessPolicy {

    /** Whether {@code caller} may; {@code resource} names the profile, draft or instance where there is one. */
    boolean allows(Caller caller, Action action, Optional<String> resource);

    /** Decides by {@link Caller#roles()}; each role includes the ones before it, also where it stands alone. */
    static AccessPolicy byRole() {
        return (caller, action, resource) ->
                caller.roles().stream().anyMatch(role -> role.compareTo(roleFor(action)) >= 0);
    }

    private static Role roleFor(Action action) {
        return switch (action) {
            case READ -> Role.VIEWER;
            case EDIT_DRAFT, SUGGEST, INSTANTIATE -> Role.EDITOR;
            case PUBLISH, UPDATE -> Role.PUBLISHER;
            case SHARE, DELETE -> Role.OWNER;
        };
    }
}
