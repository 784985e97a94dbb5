package io.stackprofile.core.internal.standing;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.merge.Side;
import io.stackprofile.core.internal.merge.StackMerge;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins what a newer version changes with what was changed on the target. */
public final class InPlaceMerge {

    /**
     * What came of it.
     *
     * @param applied the newer version's members as they are to be applied; of no use while there are conflicts
     * @param removals members that the newer version has no more and that are to go, children before their parents
     * @param conflicts what does not go together
     */
    public record Result(StackSpec applied, List<MemberRef> removals, List<MergeConflict> conflicts) {

        /** Copies the lists. */
        public Result {
            removals = List.copyOf(removals);
            conflicts = List.copyOf(conflicts);
        }
    }

    private InPlaceMerge() {}

    /**
     * Joins {@code theirs} with the target.
     *
     * @param resolutions how conflicts are settled, by their ids
     * @throws InvalidContentException when a resolution fits no conflict, or would keep a secret
     */
    public static Result merge(
            StackSpec base,
            StackSpec theirs,
            TargetSide target,
            Map<String, MergeResolution> resolutions,
            Limits limits) {
        Map<String, MergeResolution> others = new LinkedHashMap<>(resolutions);
        List<MergeConflict> conflicts = new ArrayList<>();
        if (!target.live()) {
            for (SecretEdit edit : target.secrets()) {
                String id = "secret " + edit.member() + "#" + edit.document()
                        + edit.path().orElse("");
                MergeResolution given = others.remove(id);
                if (given == null) {
                    conflicts.add(SecretConflict.of(id, edit, base, theirs, limits));
                } else if (!(given instanceof MergeResolution.Theirs)) {
                    throw refused(edit);
                }
            }
        }
        StackMerge.Result joined = StackMerge.merge(side(base), side(theirs), side(target.spec()), others, limits);
        conflicts.addAll(joined.conflicts());
        StackSpec merged = joined.merged().spec();
        return new Result(applied(merged, theirs), removals(base, theirs, merged, target), conflicts);
    }

    private static Side side(StackSpec spec) {
        return new Side(spec, List.of(), List.of());
    }

    private static StackSpec applied(StackSpec merged, StackSpec theirs) {
        return known(StackSpec.of(
                merged.description(),
                merged.members().stream()
                        .filter(member -> theirs.find(member.ref()).isPresent())
                        .toList()));
    }

    private static List<MemberRef> removals(StackSpec base, StackSpec theirs, StackSpec merged, TargetSide target) {
        List<MemberRef> removals = new ArrayList<>();
        List<MemberRef> order = StackGraph.of(known(base)).order();
        for (int i = order.size() - 1; i >= 0; i--) {
            MemberRef ref = order.get(i);
            if (theirs.find(ref).isEmpty()
                    && merged.find(ref).isEmpty()
                    && target.spec().find(ref).isPresent()) {
                removals.add(ref);
            }
        }
        return removals;
    }

    /** The same stack with edges to its own members alone. */
    public static StackSpec known(StackSpec spec) {
        return spec.map(member -> {
            List<MemberRef> parents = member.parents().stream()
                    .filter(parent -> spec.find(parent).isPresent())
                    .toList();
            return parents.equals(member.parents()) ? member : member.withParents(parents);
        });
    }

    private static InvalidContentException refused(SecretEdit edit) {
        return new InvalidContentException(
                ErrorCode.INVALID_REQUEST,
                "the target has a secret here, which no draft can hold",
                "Take theirs; to keep the secret, let the profile have a secret parameter there and bind it.",
                edit.location());
    }
}
