package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlScalar;

/**
 * A secret found in a scalar of a member's text.
 *
 * @param member the member
 * @param document the document's index
 * @param scalar the scalar whose text holds it
 * @param place where the scalar stands
 * @param hit the span in the scalar's text
 */
public record Sighting(MemberRef member, int document, YamlScalar scalar, Place place, Hit hit) {

    /** Whether it is in a mapping's key, where no placeholder of a secret can stand. */
    public boolean inKey() {
        return scalar.context().key();
    }

    /** Names the rule and nothing of the value. */
    @Override
    public String toString() {
        return "Sighting[" + hit.rule() + "]";
    }
}
