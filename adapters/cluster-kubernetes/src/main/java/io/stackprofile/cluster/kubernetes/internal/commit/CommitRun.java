package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One commit, or one rehearsal: members wave by wave, then what is to go. */
final class CommitRun {

    private final StackCommit commit;
    private final TargetState target;
    private final PlannedIds ids;
    private final RemovalPlans removals;
    private final MemberWrites writes;
    private final MemberRemovals removing;
    private final ObjectRemover remover;
    private final Map<MemberRef, StackProfileException> unplanned = new LinkedHashMap<>();

    CommitRun(
            StackCommit commit,
            TargetState target,
            PlannedIds ids,
            RemovalPlans removals,
            MemberWrites writes,
            MemberRemovals removing,
            ObjectRemover remover) {
        this.commit = commit;
        this.target = target;
        this.ids = ids;
        this.removals = removals;
        this.writes = writes;
        this.removing = removing;
        this.remover = remover;
    }

    CommitReport report(List<PlannedMember> members) {
        List<PlannedMember> planned = ids.take(members);
        Map<MemberRef, PlannedMember> byRef = planned.stream()
                .collect(Collectors.toMap(member -> member.member().ref(), member -> member));
        for (List<MemberRef> wave : StackGraph.of(within(commit.spec())).waves()) {
            writes.wave(wave.stream().map(byRef::get).toList());
        }
        Optional<MemberRef> missing = writes.outcomes().values().stream()
                .filter(outcome -> !Outcomes.isDone(outcome))
                .map(MemberOutcome::ref)
                .findFirst();
        if (writes.end().isEmpty() && missing.isEmpty()) {
            removing.remove(going());
        }
        List<MemberOutcome> outcomes = new ArrayList<>();
        for (PlannedMember member : planned) {
            outcomes.add(removing.pruned(writes.outcome(member.member().ref())));
        }
        commit.removals().forEach(member -> outcomes.add(removal(member, missing)));
        return new CommitReport(outcomes);
    }

    /** A stack with the edges among its own members: what else they need is on the target already. */
    private static StackSpec within(StackSpec spec) {
        Set<MemberRef> own = spec.members().stream().map(Member::ref).collect(Collectors.toSet());
        return spec.map(member -> member.withParents(
                member.parents().stream().filter(own::contains).toList()));
    }

    /** The target's objects as they are after this, or would be. */
    List<JsonNode> objects() {
        Map<ObjectId, JsonNode> after = new LinkedHashMap<>();
        target.objects().forEach(object -> after.put(ObjectId.of(object), object));
        for (MemberRef ref : writes.outcomes().keySet()) {
            for (ObjectResult result : writes.results(ref)) {
                result.object().ifPresent(object -> after.put(ObjectId.of(object), object));
            }
        }
        after.keySet().removeAll(remover.gone());
        return List.copyOf(after.values());
    }

    // What the commit has stays, in whichever member it is now; while a member is missing, nobody knows what moved to
    // it.
    private List<MemberRemovals.Going> going() {
        List<MemberRemovals.Going> going = new ArrayList<>();
        for (Member member : commit.removals()) {
            try {
                going.addAll(removals.of(member));
            } catch (StackProfileException failure) {
                unplanned.put(member.ref(), failure);
            }
        }
        writes.outcomes()
                .keySet()
                .forEach(ref -> going.addAll(MemberRemovals.marked(target.objects(), commit.stack(), ref)));
        going.removeIf(each -> ids.contains(each.id()));
        return going;
    }

    private MemberOutcome removal(Member member, Optional<MemberRef> missing) {
        if (writes.end().isPresent()) {
            return Outcomes.removed(member.ref(), writes.end().stream().toList(), Optional.empty());
        }
        if (missing.isPresent()) {
            return Outcomes.skipped(member.ref(), "not removed, since " + missing.get() + " is not on the target");
        }
        StackProfileException failure = unplanned.get(member.ref());
        return failure == null
                ? removing.removed(member)
                : Outcomes.removed(member.ref(), List.of(ObjectResult.failed(failure)), Optional.empty());
    }
}
