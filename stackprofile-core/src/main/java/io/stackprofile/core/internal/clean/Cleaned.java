package io.stackprofile.core.internal.clean;

import io.stackprofile.capture.Cleaning;
import io.stackprofile.error.Finding;
import io.stackprofile.stack.Member;
import java.util.List;

/**
 * A member without its cluster's own fields.
 *
 * @param member the member; the same object when nothing was taken out of a text
 * @param cleanings what was taken out, in the order of documents and places
 * @param warnings evidence that could not be used
 */
public record Cleaned(Member member, List<Cleaning> cleanings, List<Finding> warnings) {

    /** Copies the lists. */
    public Cleaned {
        cleanings = List.copyOf(cleanings);
        warnings = List.copyOf(warnings);
    }

    Cleaned(Member member, List<Cleaning> cleanings) {
        this(member, cleanings, List.of());
    }
}
