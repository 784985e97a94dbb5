package io.stackprofile.instantiation;

import io.stackprofile.stack.MemberRef;
import java.util.List;

/**
 * A member of an instance's version against the target.
 *
 * @param ref the member
 * @param state how it stands
 * @param paths what differs; empty unless it is changed
 */
public record MemberDrift(MemberRef ref, State state, List<PathDrift> paths) {

    /** How a member stands on the target. */
    public enum State {
        /** As the version gives it. */
        AS_DEPLOYED,
        /** There, differently. */
        CHANGED,
        /** Not there. */
        MISSING
    }

    /** Copies the paths. */
    public MemberDrift {
        paths = List.copyOf(paths);
    }
}
