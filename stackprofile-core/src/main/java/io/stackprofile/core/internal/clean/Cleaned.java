package io.stackprofile.core.internal.clean;

import io.stackprofile.capture.Cleaning;
import io.stackprofile.stack.Member;
import java.util.List;

/**
 * A member without its cluster's own fields.
 *
 * @param member the member; the same object when nothing was taken out
 * @param cleanings what was taken out, in the order of documents and rules
 */
public record Cleaned(Member member, List<Cleaning> cleanings) {

    /** Copies the list. */
    public Cleaned {
        cleanings = List.copyOf(cleanings);
    }
}
