package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What members of a target need, so that those that stay keep it. [CA-10] */
final class StayingMembers {

    private final Map<MemberRef, List<MemberRef>> needs = new LinkedHashMap<>();
    private final Set<MemberRef> going;

    private StayingMembers(Set<MemberRef> going) {
        this.going = going;
    }

    static StayingMembers of(StackCommit commit, TargetState target) {
        StayingMembers staying =
                new StayingMembers(commit.removals().stream().map(Member::ref).collect(Collectors.toSet()));
        for (JsonNode object : target.objects()) {
            if (Marks.label(object, Marks.STACK).filter(commit.stack()::equals).isPresent()) {
                Marks.member(object)
                        .ifPresent(member -> staying.needs
                                .computeIfAbsent(member, key -> new ArrayList<>())
                                .addAll(Marks.parents(object)));
            }
        }
        for (CommitMember member : commit.members()) {
            staying.needs.put(member.member().ref(), member.member().parents());
        }
        return staying;
    }

    /**
     * Why a member that is to go does not, if others need it.
     *
     * @param results what came of the members that were to go before it
     */
    Optional<ObjectResult> holding(MemberRef member, Function<MemberRef, List<ObjectResult>> results) {
        if (!going.contains(member)) {
            return Optional.empty();
        }
        return needs.entrySet().stream()
                .filter(child -> child.getValue().contains(member))
                .flatMap(child -> holding(child.getKey(), results.apply(child.getKey())).stream())
                .findFirst();
    }

    private Optional<ObjectResult> holding(MemberRef child, List<ObjectResult> results) {
        if (results.stream().anyMatch(result -> result.isFailed() || result.status() == Status.SKIPPED)) {
            return Optional.of(ObjectResult.said(
                    Status.SKIPPED, "not removed, since " + child + ", which needs it, could not be removed"));
        }
        boolean stays = !going.contains(child) || results.stream().anyMatch(result -> result.status() == Status.KEPT);
        return stays
                ? Optional.of(ObjectResult.said(Status.KEPT, child + ", which needs it, stays"))
                : Optional.empty();
    }
}
