package io.stackprofile.instantiation;

import java.util.List;

/**
 * Something an instance was bound to that has no place after the update. Says what, never which value.
 *
 * @param parameter the parameter it was bound to last
 * @param version the version in which it got lost
 * @param reason why
 * @param from the instance's parameters that it came from
 * @param message what happened, one sentence without a full stop
 */
public record LostBinding(String parameter, int version, Reason reason, List<String> from, String message) {

    /** Why it has no place. */
    public enum Reason {
        /** The version has no such parameter, and no step reads it. */
        REMOVED,
        /** A step made it, and the update goes back before that step. */
        ROLLED_BACK,
        /** The caller asked for the default. */
        RESET,
        /** An option that the caller chose now sets the parameter. */
        REPLACED
    }

    /** Copies the names. */
    public LostBinding {
        from = List.copyOf(from);
    }
}
