package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.diff.UnifiedText;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an update would do to each member of its target; both sides have placeholders for their secrets. */
final class UpdateMembers {

    private UpdateMembers() {}

    static List<MemberPlan> of(TargetMerge.Merged merged) {
        StackSpec target = merged.target().orElseGet(() -> StackSpec.builder().build());
        List<MemberPlan> plans = new ArrayList<>();
        for (Member member : merged.applied().members()) {
            Optional<Member> old = target.find(member.ref());
            plans.add(plan(
                    member,
                    old.isEmpty()
                            ? MemberPlan.Effect.CREATE
                            : old.get().equals(member) ? MemberPlan.Effect.NONE : MemberPlan.Effect.UPDATE,
                    old,
                    Optional.of(member)));
        }
        merged.removals()
                .members()
                .forEach(member ->
                        plans.add(plan(member, MemberPlan.Effect.REMOVE, target.find(member.ref()), Optional.empty())));
        return plans;
    }

    private static MemberPlan plan(
            Member member, MemberPlan.Effect effect, Optional<Member> old, Optional<Member> now) {
        return MemberPlan.builder()
                .ref(member.ref())
                .effect(effect)
                .unified(
                        effect == MemberPlan.Effect.NONE
                                ? Optional.empty()
                                : UnifiedText.diff(
                                        member.ref() + " (target)",
                                        member.ref() + " (draft)",
                                        old.flatMap(Member::text).orElse(""),
                                        now.flatMap(Member::text).orElse("")))
                .build();
    }
}
