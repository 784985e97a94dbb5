package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction;
import io.stackprofile.error.Finding;
import java.util.List;

/**
 * What would be taken out of a stack.
 *
 * @param redactions what was found, and what the caller allows, in order
 * @param warnings what was noticed
 */
public record Inspection(List<Redaction> redactions, List<Finding> warnings) {

    /** Copies the lists. */
    public Inspection {
        redactions = List.copyOf(redactions);
        warnings = List.copyOf(warnings);
    }
}
