package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.diff.UnifiedText;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What committing a draft would do to each member, with what the cluster foretells. */
final class ReviewedMembers {

    private final OpenDraft open;
    private final Sweep sweep;
    private final Map<MemberRef, MemberOutcome> foretold = new HashMap<>();

    ReviewedMembers(OpenDraft open, CommitPreview preview, Sweep sweep) {
        this.open = open;
        this.sweep = sweep;
        preview.report().members().forEach(outcome -> foretold.put(outcome.ref(), QuietCluster.masked(outcome, sweep)));
    }

    /**
     * The draft's members, then those that are to go.
     *
     * @param before the target
     * @param shown the target without its secrets
     * @param after the target as it would be
     */
    List<MemberPlan> against(StackSpec before, StackSpec shown, StackSpec after) {
        List<MemberPlan> plan = new ArrayList<>();
        for (Member member : open.draft().spec().members()) {
            Optional<Member> old = before.find(member.ref());
            Optional<Member> now = after.find(member.ref());
            MemberPlan.Effect effect = old.isEmpty()
                    ? MemberPlan.Effect.CREATE
                    : old.equals(now) ? MemberPlan.Effect.NONE : MemberPlan.Effect.UPDATE;
            plan.add(plan(member.ref(), effect, shown.find(member.ref()), now));
        }
        open.draft()
                .removals()
                .forEach(ref -> plan.add(plan(ref, MemberPlan.Effect.REMOVE, shown.find(ref), Optional.empty())));
        return plan;
    }

    private MemberPlan plan(MemberRef ref, MemberPlan.Effect effect, Optional<Member> old, Optional<Member> now) {
        return MemberPlan.builder()
                .ref(ref)
                .effect(effect)
                .unified(
                        effect == MemberPlan.Effect.NONE
                                ? Optional.empty()
                                : UnifiedText.diff(ref + " (target)", ref + " (draft)", text(old), text(now))
                                        .map(sweep::mask))
                .predicted(Optional.ofNullable(foretold.get(ref)))
                .build();
    }

    private static String text(Optional<Member> member) {
        return member.flatMap(Member::text).orElse("");
    }
}
