package io.stackprofile.testkit;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.StackDraftId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryTroubleTest {

    private static final StackSpec SHOP = StackBuilder.stack()
            .manifest("settings", "kind: ConfigMap\ndata: {color: blue}\n")
            .build();
    private static final MemberRef SETTINGS = MemberRef.manifest("settings");

    private final StackDraftId id = new StackDraftId(SequenceIds.fromStart().next());
    private final InMemoryCluster cluster = InMemoryCluster.named("staging");

    private StackCommit commit() {
        return StackCommit.builder()
                .organisation("acme")
                .draftId(id)
                .stack("shop")
                .addMembers(CommitMember.builder()
                        .member(SHOP.find(SETTINGS).orElseThrow())
                        .build())
                .secrets(parameter -> SecretValue.of("correct horse battery"))
                .build();
    }

    private Status committed() {
        return cluster.commit(commit()).members().get(0).status();
    }

    @Test
    void anUnreachableClusterAnswersNothingUntilItIsReachable() {
        cluster.put("shop", SHOP).unreachable();

        List<Runnable> calls = List.of(
                cluster::stacks,
                cluster::drafts,
                () -> cluster.read("shop"),
                () -> cluster.fingerprint("shop"),
                () -> cluster.findDraft(id),
                () -> cluster.deleteDraft(id),
                () -> cluster.saveDraft(DraftDocument.builder()
                        .id(id)
                        .stack("shop")
                        .spec(SHOP)
                        .document("{}")
                        .build()),
                () -> cluster.preview(commit()),
                () -> cluster.commit(commit()));
        calls.forEach(call -> assertFails(ErrorCode.CLUSTER_UNREACHABLE, call::run, "unreachable"));

        cluster.reachable();
        assertThat(cluster.drafts()).isEmpty();
        assertThat(cluster.commits("shop")).isZero();
        assertThat(committed()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    void aLostAnswerIsOfACommitThatTookEffectOnce() {
        cluster.loseNextAnswer();

        assertThatThrownBy(() -> cluster.commit(commit()))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("stack shop to cluster staging");
        assertThat(cluster.read("shop").orElseThrow().spec().members()).isEqualTo(SHOP.members());
        assertThat(committed()).isEqualTo(Status.UNCHANGED);
        assertThat(cluster.commits("shop")).isEqualTo(2);
        assertThat(cluster.changingCommits("shop")).isEqualTo(1);
        assertThat(cluster.changes("shop")).isEqualTo(1);
        assertThat(cluster.changes("other")).isZero();
    }

    @Test
    void aMemberFailsForTheReasonThatWasGiven() {
        cluster.failOn(SETTINGS, ErrorCode.OBJECT_TOO_LARGE);

        MemberOutcome outcome = cluster.commit(commit()).members().get(0);

        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.code()).contains(ErrorCode.OBJECT_TOO_LARGE);
        assertThat(outcome.message()).contains("the cluster refused manifest/settings");
        assertThat(cluster.changes("shop")).isZero();
        assertThat(cluster.heal()
                        .failOn(SETTINGS)
                        .commit(commit())
                        .members()
                        .get(0)
                        .code())
                .contains(ErrorCode.OBJECT_REFUSED);
    }

    @Test
    void othersEditAndRemoveMembers() {
        cluster.put("shop", SHOP);
        String before = cluster.fingerprint("shop");

        cluster.edit("shop", SETTINGS, "kind: ConfigMap\n");

        assertThat(cluster.fingerprint("shop")).isNotEqualTo(before);
        assertThat(cluster.read("shop")
                        .orElseThrow()
                        .spec()
                        .find(SETTINGS)
                        .orElseThrow()
                        .text())
                .contains("kind: ConfigMap\n");
        assertThat(cluster.remove("shop", SETTINGS)
                        .read("shop")
                        .orElseThrow()
                        .spec()
                        .members())
                .isEmpty();
        assertThatThrownBy(() -> cluster.edit("shop", SETTINGS, "kind: Secret\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stack shop has no manifest/settings")
                .hasMessageNotContaining("Secret");
    }
}
