package io.stackprofile.core.internal.engine;

import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses a value that settles a conflict and is a secret: what is joined goes into a draft as it is. */
final class ResolutionGuard {

    private final Redactor redactor;

    /** @param redactor under the policy of the version that is joined */
    ResolutionGuard(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * Requires that the joined members have no secret in the open that neither side has.
     *
     * @throws SecretException where one has
     */
    void requireClean(Collection<MergeResolution> resolutions, StackSpec joined, StackSpec theirs, StackSpec ours) {
        if (resolutions.stream().noneMatch(MergeResolution.Other.class::isInstance)) {
            return;
        }
        StackSpec merged = StackSpec.of(
                joined.description(),
                joined.members().stream()
                        .filter(member -> !theirs.members().contains(member)
                                && !ours.members().contains(member))
                        .toList());
        List<Redaction> found = scan(merged);
        if (found.isEmpty()) {
            return;
        }
        Set<Place> known = places(theirs);
        known.addAll(places(ours));
        found.stream()
                .map(Redaction::location)
                .filter(place -> !known.contains(Place.of(place)))
                .findFirst()
                .ifPresent(place -> {
                    throw new SecretException(
                            ErrorCode.SECRET_EXPOSED,
                            "a value that settles a conflict is a secret, which no draft can hold",
                            "Take ours or theirs; to put a secret there, let the profile have a secret parameter and bind it.",
                            place);
                });
    }

    private List<Redaction> scan(StackSpec spec) {
        return redactor.scan(spec, List.of(), RedactionContext.none());
    }

    private Set<Place> places(StackSpec spec) {
        return scan(spec).stream()
                .map(Redaction::location)
                .map(Place::of)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Where something is, whatever its line. */
    private record Place(Optional<MemberRef> member, Optional<Integer> document, Optional<String> path) {

        static Place of(Location location) {
            return new Place(location.member(), location.document(), location.path());
        }
    }
}
