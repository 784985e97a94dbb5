package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.policy.PlaceRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a caller's overrides did in one member: what they let stand, where they could not, and which were met. */
public final class Overruled {

    /**
     * A find in a scalar that an allow covers.
     *
     * @param sighting the find
     * @param allow the allow
     * @param stands whether it is left as it is; false where no allow has a say
     */
    public record InScalar(Sighting sighting, PlaceRule allow, boolean stands) {}

    /**
     * A find in a comment that an allow covers.
     *
     * @param comment the find
     * @param allow the allow
     */
    public record InComment(MemberScan.CommentHit comment, PlaceRule allow) {}

    private final List<InScalar> scalars = new ArrayList<>();
    private final List<InComment> comments = new ArrayList<>();
    private final Set<Integer> met = new HashSet<>();

    void add(Sighting sighting, PlaceRule allow, boolean stands) {
        scalars.add(new InScalar(sighting, allow, stands));
    }

    void add(MemberScan.CommentHit comment, PlaceRule allow) {
        comments.add(new InComment(comment, allow));
    }

    void met(List<PlaceRule> rules) {
        rules.forEach(rule -> met.add(rule.number()));
    }

    public List<InScalar> scalars() {
        return scalars;
    }

    public List<InComment> comments() {
        return comments;
    }

    /** The numbers of the overrides that cover something here. */
    public Set<Integer> met() {
        return met;
    }

    /** The same, where what is taken out after all does not stand: a value that is a secret elsewhere, say. */
    Overruled without(List<Sighting> takenOut) {
        Overruled rest = new Overruled();
        rest.comments.addAll(comments);
        rest.met.addAll(met);
        for (InScalar found : scalars) {
            boolean taken = takenOut.stream()
                    .anyMatch(other -> other.scalar() == found.sighting().scalar()
                            && other.hit().overlaps(found.sighting().hit()));
            rest.add(found.sighting(), found.allow(), found.stands() && !taken);
        }
        return rest;
    }
}
