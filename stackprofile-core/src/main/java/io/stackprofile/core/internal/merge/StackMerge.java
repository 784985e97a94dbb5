package io.stackprofile.core.internal.merge;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeConflict.Kind;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins two changes of the same stack. What one side changed is taken, byte for byte where the other left it alone; where
 * both changed, per member, document and path. What does not go together is a conflict, never silently one side's. Edges
 * between members, and parameters that are still used, are looked at once nothing else is in conflict.
 *
 * <p>{@code merge(b, b, o)} is {@code o}, {@code merge(b, t, b)} is {@code t}, {@code merge(b, x, x)} is {@code x}.
 */
public final class StackMerge {

    /**
     * What came of it.
     *
     * @param merged the joined stack; of no use while there are conflicts
     * @param conflicts what does not go together
     */
    public record Result(Side merged, List<MergeConflict> conflicts) {

        /** Copies the conflicts. */
        public Result {
            conflicts = List.copyOf(conflicts);
        }
    }

    private StackMerge() {}

    /**
     * Joins {@code theirs} and {@code ours}.
     *
     * @param resolutions how conflicts are settled, by their ids
     * @throws io.stackprofile.error.InvalidContentException when a resolution fits no conflict
     */
    public static Result merge(
            Side base, Side theirs, Side ours, Map<String, MergeResolution> resolutions, Limits limits) {
        MergeRun run = new MergeRun(resolutions);
        StackSpec spec = spec(run, base.spec(), theirs.spec(), ours.spec(), MemberText.yamlLimits(limits));
        ContractMerge contract = new ContractMerge(run, limits, base, theirs, ours);
        List<Parameter> parameters = contract.parameters(spec);
        Side merged = new Side(spec, parameters, contract.rules());
        run.requireAllMet();
        return new Result(merged, run.conflicts());
    }

    private static StackSpec spec(MergeRun run, StackSpec base, StackSpec theirs, StackSpec ours, YamlLimits limits) {
        MemberMerge member = new MemberMerge(run, limits);
        Map<MemberRef, Member> members = new KeyedMerge<MemberRef, Member>(Member::equals, member::merge, member::torn)
                .merge(byRef(base), byRef(theirs), byRef(ours));
        StackSpec merged = StackSpec.of(description(run, base, theirs, ours), List.copyOf(members.values()));
        // Which edges are wrong depends on which members there are, so those have to be settled first.
        return run.conflicts().isEmpty() ? new EdgeMerge(run, theirs, ours).settled(merged) : merged;
    }

    private static Optional<String> description(MergeRun run, StackSpec base, StackSpec theirs, StackSpec ours) {
        return MergeRun.unchanged(base.description(), theirs.description(), ours.description())
                .orElseGet(() -> {
                    MergeConflict.Builder conflict = MergeConflict.builder();
                    conflict.message("both sides changed the stack's description")
                            .base(base.description())
                            .theirs(theirs.description())
                            .ours(ours.description());
                    return run.side(Kind.BOTH_CHANGED, "description", conflict).orElse(null)
                                    instanceof MergeResolution.Theirs
                            ? theirs.description()
                            : ours.description();
                });
    }

    private static Map<MemberRef, Member> byRef(StackSpec spec) {
        Map<MemberRef, Member> members = new LinkedHashMap<>();
        spec.members().forEach(member -> members.put(member.ref(), member));
        return members;
    }
}
