package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.core.internal.namespace.SharedObjects;
import io.stackprofile.core.internal.redact.RedactedStack;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.standing.TargetSide;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.instantiation.CommitOptions;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.instantiation.StackReview;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.StackSnapshot;
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
        CommitPreview preview = cluster.preview(CommitPlan.of(
                parts, open, Optional.empty(), CommitPlan.secrets(parts, open), CommitOptions.defaults()));
        boolean moved = !target.map(StackSnapshot::fingerprint)
                .orElseGet(() -> cluster.fingerprint(open.record().stack()))
                .equals(open.document().targetFingerprint());
        call.step("compare", 0, 1);
        return StackReview.builder()
                .draft(open.draft())
                .addAllPlan(plan(open, target, preview))
                .addAllWaves(StackGraph.of(open.draft().spec()).waves())
                .targetMoved(moved)
                .addAllFindings(findings(open, target, moved))
                .build();
    }

    private List<MemberPlan> plan(OpenDraft open, Optional<StackSnapshot> target, CommitPreview preview) {
        StackSpec nothing = StackSpec.builder().build();
        if (target.isEmpty()) {
            return new ReviewedMembers(open, preview, NoSecrets.SWEEP).against(nothing, nothing, preview.spec());
        }
        StackSnapshot there = target.get();
        RedactionContext context = RedactionContext.builder()
                .putAllFiles(there.files())
                .putAllEncryptedPaths(there.encryptedPaths())
                .build();
        RedactedStack redacted = parts.redactor().redact(there.spec(), List.of(), context);
        StackSpec draft = open.draft().spec();
        StackSpec removals = open.document().state().removals();
        try (SecretLedger ledger = redacted.ledger()) {
            TargetSide.hold(draft, removals, there, parts.limits(), ledger);
            ReviewedMembers members = new ReviewedMembers(open, preview, Sweep.of(ledger));
            if (!there.live()) {
                return members.against(there.spec(), redacted.spec(), preview.spec());
            }
            // What an API server adds to an object is no change of it.
            StackSpec side = TargetSide.of(draft, removals, there, parts.redactor(), parts.limits())
                    .spec();
            return members.against(side, side, draft);
        }
    }

    private List<Finding> findings(OpenDraft open, Optional<StackSnapshot> target, boolean moved) {
        List<Finding> findings = new ArrayList<>();
        if (moved) {
            findings.add(Finding.builder()
                    .severity(Severity.ERROR)
                    .code("target-moved")
                    .message("the target stack changed after the draft was made")
                    .hint("Discard the draft and instantiate again.")
                    .build());
        }
        long others = target.map(snapshot -> others(open, snapshot)).orElse(0L);
        if (others > 0) {
            findings.add(Finding.builder()
                    .severity(Severity.INFO)
                    .code("members-kept")
                    .message("the target stack has " + others + " members that are not the draft's; they stay")
                    .build());
        }
        if (!open.draft().namespaces().isEmpty()) {
            findings.addAll(SharedObjects.of(
                    open.draft().spec(), open.draft().namespaces().values(), parts.limits()));
        }
        return findings;
    }

    private long others(OpenDraft open, StackSnapshot target) {
        List<MemberRef> removals = open.draft().removals();
        return TargetSide.others(open.draft().spec(), target, parts.limits()).stream()
                .filter(ref -> !removals.contains(ref))
                .count();
    }
}
