package io.stackprofile.core.internal.merge;

import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeConflict.Kind;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds edges that neither side has wrong and both have together: to a member that is gone, or in a cycle. */
final class EdgeMerge {

    private final MergeRun run;
    private final StackSpec theirs;
    private final StackSpec ours;

    EdgeMerge(MergeRun run, StackSpec theirs, StackSpec ours) {
        this.run = run;
        this.theirs = theirs;
        this.ours = ours;
    }

    /** The members with their edges settled. */
    StackSpec settled(StackSpec merged) {
        Set<MemberRef> there = refs(merged);
        StackSpec known = merged.map(member -> withKnownParents(member, there));
        return cycle(known).isPresent()
                        && cycle(theirs).isEmpty()
                        && cycle(ours).isEmpty()
                ? untied(known)
                : known;
    }

    private Member withKnownParents(Member member, Set<MemberRef> there) {
        List<MemberRef> parents = member.parents().stream()
                .filter(parent -> there.contains(parent) || wasOpen(member.ref(), parent) || isKept(member, parent))
                .toList();
        return parents.equals(member.parents()) ? member : member.withParents(parents);
    }

    /** Whether a side names the parent without having it, before anything is joined. */
    private boolean wasOpen(MemberRef child, MemberRef parent) {
        return isOpen(theirs, child, parent) || isOpen(ours, child, parent);
    }

    private static boolean isOpen(StackSpec side, MemberRef child, MemberRef parent) {
        return side.find(parent).isEmpty()
                && side.find(child)
                        .filter(member -> member.parents().contains(parent))
                        .isPresent();
    }

    private boolean isKept(Member child, MemberRef parent) {
        MergeConflict.Builder conflict = MergeConflict.builder();
        conflict.location(Location.member(child.ref()))
                .message("one side removed " + parent + ", the other made it a parent of " + child.ref());
        MergeResolution settled =
                run.side(Kind.EDGES, child.ref() + " to " + parent, conflict).orElse(null);
        boolean ofOurs = ours.find(child.ref())
                .filter(member -> member.parents().contains(parent))
                .isPresent();
        return settled == null || (settled instanceof MergeResolution.Ours) == ofOurs;
    }

    /** One side's edges for every member that stands in the cycle. */
    private StackSpec untied(StackSpec merged) {
        MemberRef start =
                cycle(merged).flatMap(fault -> fault.location().member()).orElseThrow();
        MergeConflict.Builder conflict = MergeConflict.builder();
        conflict.location(Location.member(start))
                .message("the edges of both sides together form a cycle: each side alone has none");
        Optional<MergeResolution> settled = run.side(Kind.EDGES, "cycle", conflict);
        if (settled.isEmpty()) {
            return merged;
        }
        StackSpec side = settled.get() instanceof MergeResolution.Theirs ? theirs : ours;
        Set<MemberRef> there = refs(merged);
        return merged.map(member -> side.find(member.ref())
                .map(known -> member.withParents(
                        known.parents().stream().filter(there::contains).toList()))
                .orElse(member));
    }

    private static Optional<StackProfileException> cycle(StackSpec spec) {
        Set<MemberRef> there = refs(spec);
        try {
            StackGraph.of(spec.map(member -> member.withParents(
                    member.parents().stream().filter(there::contains).toList())));
            return Optional.empty();
        } catch (StackProfileException cycle) {
            return Optional.of(cycle);
        }
    }

    private static Set<MemberRef> refs(StackSpec spec) {
        return spec.members().stream().map(Member::ref).collect(Collectors.toSet());
    }
}
