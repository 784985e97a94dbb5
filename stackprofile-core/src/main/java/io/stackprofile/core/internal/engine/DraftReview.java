package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.core.internal.diff.UnifiedText;
import io.stackprofile.core.internal.redact.RedactedStack;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.instantiation.StackReview;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets a draft against its target, with the target's secrets redacted before anything is compared. */
final class DraftReview {

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;

    DraftReview(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
    }

    StackReview review(OpenDraft open) {
        ClusterAccess cluster = new ClusterFinder(parts.clusters(), caller)
                .cluster(open.record().cluster());
        call.step("read", 0, 1);
        Optional<StackSnapshot> target = cluster.read(open.record().stack());
        StackSpec after = cluster.preview(CommitPlan.of(parts, open, Optional.empty(), CommitPlan.secrets(parts, open)))
                .spec();
        boolean moved = !target.map(StackSnapshot::fingerprint)
                .orElseGet(() -> cluster.fingerprint(open.record().stack()))
                .equals(open.document().targetFingerprint());
        call.step("compare", 0, 1);
        return StackReview.builder()
                .draft(open.draft())
                .addAllPlan(plan(open.draft().spec(), target, after))
                .addAllWaves(StackGraph.of(open.draft().spec()).waves())
                .targetMoved(moved)
                .addAllFindings(findings(open, target, moved))
                .build();
    }

    private List<MemberPlan> plan(StackSpec draft, Optional<StackSnapshot> target, StackSpec after) {
        if (target.isEmpty()) {
            return plan(draft, StackSpec.builder().build(), StackSpec.builder().build(), after, NoSecrets.SWEEP);
        }
        RedactionContext context = RedactionContext.builder()
                .putAllFiles(target.get().files())
                .putAllEncryptedPaths(target.get().encryptedPaths())
                .build();
        RedactedStack redacted = parts.redactor().redact(target.get().spec(), List.of(), context);
        try (SecretLedger ledger = redacted.ledger()) {
            return plan(draft, target.get().spec(), redacted.spec(), after, Sweep.of(ledger));
        }
    }

    private static List<MemberPlan> plan(
            StackSpec draft, StackSpec before, StackSpec shown, StackSpec after, Sweep sweep) {
        List<MemberPlan> plan = new ArrayList<>();
        for (Member member : draft.members()) {
            MemberRef ref = member.ref();
            Optional<Member> old = before.find(ref);
            Optional<Member> now = after.find(ref);
            MemberPlan.Effect effect = old.isEmpty()
                    ? MemberPlan.Effect.CREATE
                    : old.equals(now) ? MemberPlan.Effect.NONE : MemberPlan.Effect.UPDATE;
            plan.add(MemberPlan.builder()
                    .ref(ref)
                    .effect(effect)
                    .unified(
                            effect == MemberPlan.Effect.NONE
                                    ? Optional.empty()
                                    : UnifiedText.diff(
                                                    ref + " (target)",
                                                    ref + " (draft)",
                                                    text(shown.find(ref)),
                                                    text(now))
                                            .map(sweep::mask))
                    .build());
        }
        return plan;
    }

    private static List<Finding> findings(OpenDraft open, Optional<StackSnapshot> target, boolean moved) {
        List<Finding> findings = new ArrayList<>();
        if (moved) {
            findings.add(Finding.builder()
                    .severity(Severity.ERROR)
                    .code("target-moved")
                    .message("the target stack changed after the draft was made")
                    .hint("Discard the draft and instantiate again.")
                    .build());
        }
        long others = target.map(snapshot -> snapshot.spec().members().stream()
                        .filter(member -> open.draft().spec().find(member.ref()).isEmpty())
                        .count())
                .orElse(0L);
        if (others > 0) {
            findings.add(Finding.builder()
                    .severity(Severity.INFO)
                    .code("members-kept")
                    .message("the target stack has " + others + " members that are not the draft's; they stay")
                    .build());
        }
        return findings;
    }

    private static String text(Optional<Member> member) {
        return member.flatMap(Member::text).orElse("");
    }
}
