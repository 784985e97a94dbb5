package io.stackprofile.testkit.contract;

import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.SecretSource;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.TextDigest;
import java.util.Optional;

/** Makes the commits and drafts that the contract of clusters needs. */
final class Commits {

    /** A fictional secret, looked for in everything that is not the cluster's own keeping. */
    static final String CANARY = "hT5/wQ9+zR2mXk8LpV4cN7";

    /** Where the secret belongs. */
    static final String TOKEN = "${{ parameters.registry_password }}";

    private final SequenceIds ids = SequenceIds.fromStart();

    StackDraftId nextId() {
        return new StackDraftId(ids.next());
    }

    /** A mark of another instance of a profile each time. */
    InstanceMark mark(ProfileId profile) {
        return new InstanceMark(
                new InstantiationId(ids.next()), profile, "shop", 1, TextDigest.of("a version of the shop"));
    }

    ProfileId nextProfile() {
        return new ProfileId(ids.next());
    }

    /** A commit without a mark. */
    StackCommit commit(String stack, StackSpec spec, Optional<String> expectedFingerprint) {
        return plan(stack, spec).expectedFingerprint(expectedFingerprint).build();
    }

    /** A commit to be completed. */
    StackCommit.Builder plan(String stack, StackSpec spec) {
        return plan(stack, spec, parameter -> SecretValue.of(CANARY));
    }

    /** A commit to be completed, with secrets of its own. */
    StackCommit.Builder plan(String stack, StackSpec spec, SecretSource secrets) {
        StackCommit.Builder plan = StackCommit.builder();
        plan.organisation("acme")
                .draftId(nextId())
                .stack(stack)
                .description(spec.description())
                .addAllMembers(spec.members().stream().map(Commits::member).toList())
                .secrets(secrets);
        return plan;
    }

    DraftDocument draft(String stack, StackSpec spec, String document) {
        return draft(nextId(), stack, spec, document);
    }

    DraftDocument draft(StackDraftId id, String stack, StackSpec spec, String document) {
        return DraftDocument.builder()
                .id(id)
                .stack(stack)
                .spec(spec)
                .document(document)
                .build();
    }

    private static CommitMember member(Member member) {
        int at = member.text().orElse("").indexOf(TOKEN);
        CommitMember.Builder builder = CommitMember.builder().member(member);
        if (at >= 0) {
            builder.addSecret(SecretSlot.builder()
                    .parameter("registry_password")
                    .document(0)
                    .path("/stringData/password")
                    .start(at)
                    .end(at + TOKEN.length())
                    .build());
        }
        return builder.build();
    }
}
