package io.stackprofile.testkit.contract;

import io.stackprofile.StackDraftId;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.List;
import java.util.Optional;

/** Makes the commits and drafts that the contract of clusters needs. */
final class Commits {

    /** A fictional secret, looked for in everything that is not the cluster's own keeping. */
    static final String CANARY = "hT5/wQ9+zR2mXk8LpV4cN7";

    private static final String TOKEN = "${{ parameters.registry_password }}";

    private final SequenceIds ids = SequenceIds.fromStart();

    StackDraftId nextId() {
        return new StackDraftId(ids.next());
    }

    StackCommit commit(String stack, StackSpec spec, Optional<String> expectedFingerprint) {
        return StackCommit.builder()
                .organisation("acme")
                .draftId(nextId())
                .stack(stack)
                .description(spec.description())
                .addAllMembers(spec.members().stream().map(Commits::member).toList())
                .expectedFingerprint(expectedFingerprint)
                .secrets(parameter -> SecretValue.of(CANARY))
                .build();
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

    /** A stack with a Secret whose value is still a placeholder. */
    static StackSpec withSecret() {
        return StackBuilder.stack().manifest("registry", """
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: registry
                        stringData:
                          password: %s
                        """.formatted(TOKEN)).build();
    }

    /** A stack of one manifest. */
    static StackSpec single(String name, String text) {
        return StackSpec.of(
                Optional.empty(),
                List.of(Manifest.builder().name(name).content(text).build()));
    }

    /** A ConfigMap that tells its writer. */
    static String configMap(Object value) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  value: "%s"
                """.formatted(value);
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
