package io.stackprofile.instantiation;

import java.util.List;

/**
 * A running stack that became an instance.
 *
 * @param instantiation the instance
 * @param inferred the parameters whose values were read from the stack, in order
 * @param drift where the stack differs from what the version gives
 */
public record Adoption(Instantiation instantiation, List<String> inferred, DriftReport drift) {

    /** Copies the names. */
    public Adoption {
        inferred = List.copyOf(inferred);
    }
}
