package io.stackprofile.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.SecretSource;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryRemovalsTest {

    private static final StackSpec SHOP = StackBuilder.stack()
            .manifest("namespace", "kind: Namespace\n")
            .manifest("settings", "kind: ConfigMap\n")
            .after("manifest/namespace")
            .addon("valkey", "0.7.4", "https://valkey.io/valkey-helm", "replicas: 1\n")
            .after("manifest/settings")
            .build();
    private static final MemberRef NAMESPACE = MemberRef.manifest("namespace");
    private static final MemberRef SETTINGS = MemberRef.manifest("settings");
    private static final MemberRef VALKEY = MemberRef.addon("valkey");

    private final SequenceIds ids = SequenceIds.fromStart();
    private final ProfileId profile = new ProfileId(ids.next());
    private final InMemoryCluster cluster = InMemoryCluster.named("staging");

    private InstanceMark mark(ProfileId of) {
        return new InstanceMark(new InstantiationId(ids.next()), of, "shop", 1, TextDigest.of("version"));
    }

    private StackCommit.Builder commit() {
        return commit(profile, parameter -> SecretValue.of("correct horse battery"));
    }

    private StackCommit.Builder commit(ProfileId of, SecretSource secrets) {
        StackCommit.Builder commit = StackCommit.builder();
        commit.organisation("acme")
                .draftId(new StackDraftId(ids.next()))
                .stack("shop")
                .mark(mark(of))
                .secrets(secrets);
        return commit;
    }

    private static CommitMember member(Member member) {
        return CommitMember.builder().member(member).build();
    }

    private StackCommit deployment() {
        return commit().addAllMembers(SHOP.members().stream()
                        .map(InMemoryRemovalsTest::member)
                        .toList())
                .build();
    }

    private StackCommit.Builder removalOf(MemberRef... refs) {
        StackCommit.Builder commit = commit();
        for (MemberRef ref : refs) {
            commit.addRemovals(SHOP.find(ref).orElseThrow());
        }
        return commit;
    }

    private static List<Status> statuses(CommitReport report) {
        return report.members().stream().map(MemberOutcome::status).toList();
    }

    private List<MemberRef> there() {
        return cluster.read("shop").map(StackSnapshot::spec).stream()
                .flatMap(spec -> spec.members().stream())
                .map(Member::ref)
                .toList();
    }

    @Test
    void nothingIsCommittedAndRemovedAtOnce() {
        Member settings = SHOP.find(SETTINGS).orElseThrow();
        StackCommit.Builder both = removalOf(SETTINGS).addMembers(member(settings));
        StackCommit.Builder twice = removalOf(SETTINGS, SETTINGS);

        assertThatIllegalArgumentException()
                .isThrownBy(both::build)
                .withMessage("removals: manifest/settings is also committed");
        assertThatIllegalArgumentException()
                .isThrownBy(twice::build)
                .withMessage("removals: two are called manifest/settings");
    }

    @Test
    void aStackThatIsEmptiedIsGone() {
        cluster.commit(deployment());

        CommitReport report =
                cluster.commit(removalOf(VALKEY, SETTINGS, NAMESPACE).build());

        assertThat(statuses(report)).containsExactly(Status.REMOVED, Status.REMOVED, Status.REMOVED);
        assertThat(cluster.stacks()).isEmpty();
        assertThat(cluster.changes("shop")).isEqualTo(6);
    }

    @Test
    void aRemovalOfWhatIsGoneChangesNothing() {
        cluster.commit(deployment());
        cluster.remove("shop", VALKEY);

        CommitReport report = cluster.commit(removalOf(VALKEY).build());

        assertThat(statuses(report)).containsExactly(Status.REMOVED);
        assertThat(cluster.changes("shop")).isEqualTo(3);
        assertThat(cluster.commits("shop")).isEqualTo(2);
        assertThat(cluster.changingCommits("shop")).isEqualTo(1);
    }

    @Test
    void whatOthersEditedIsKeptAndSoIsWhatItNeeds() {
        cluster.commit(deployment());
        cluster.edit("shop", SETTINGS, "kind: ConfigMap\ndata: {a: b}\n");

        CommitReport report =
                cluster.commit(removalOf(VALKEY, SETTINGS, NAMESPACE).build());

        assertThat(statuses(report)).containsExactly(Status.REMOVED, Status.KEPT, Status.KEPT);
        assertThat(report.members().get(2).message()).contains("manifest/settings, which needs it, stays");
        assertThat(report.complete()).isTrue();
        assertThat(there()).containsExactly(NAMESPACE, SETTINGS);
    }

    @Test
    void anAddonWhoseChartOthersChangedIsKept() {
        cluster.commit(deployment());
        Addon valkey = (Addon) SHOP.find(VALKEY).orElseThrow();
        StackSpec upgraded = SHOP.with(Addon.builder()
                .name("valkey")
                .chartName("valkey")
                .chartVersion("0.8.0")
                .repositoryUrl(valkey.repositoryUrl())
                .namespace(valkey.namespace())
                .values(valkey.values())
                .addAllParents(valkey.parents())
                .build());
        StackSnapshot now = cluster.read("shop").orElseThrow();
        cluster.put(StackSnapshot.builder()
                .name("shop")
                .spec(upgraded)
                .putAllMarks(now.marks())
                .fingerprint("")
                .build());

        assertThat(statuses(cluster.commit(removalOf(VALKEY).build()))).containsExactly(Status.KEPT);
    }

    @Test
    void whatAnotherProfileOrNobodyPutThereIsKeptUnlessAsked() {
        cluster.put("shop", SHOP);
        assertThat(statuses(cluster.commit(removalOf(VALKEY).build()))).containsExactly(Status.KEPT);
        cluster.commit(deployment());
        StackCommit.Builder byAnother = commit(
                        new ProfileId(ids.next()), parameter -> SecretValue.of("correct horse battery"))
                .addRemovals(SHOP.find(VALKEY).orElseThrow());

        assertThat(statuses(cluster.commit(byAnother.build()))).containsExactly(Status.KEPT);
        byAnother.removeForeign(true);
        assertThat(statuses(cluster.commit(byAnother.build()))).containsExactly(Status.REMOVED);
        assertThat(there()).containsExactly(NAMESPACE, SETTINGS);
    }

    @Test
    void aRemovalWaitsForMembersThatFailAndForWhatNeedsIt() {
        cluster.commit(deployment());
        cluster.failOn(VALKEY, ErrorCode.CLUSTER_FORBIDDEN);
        CommitReport report = cluster.commit(removalOf(VALKEY, SETTINGS).build());

        assertThat(statuses(report)).containsExactly(Status.FAILED, Status.SKIPPED);
        assertThat(report.members().get(0).code()).contains(ErrorCode.CLUSTER_FORBIDDEN);

        StackCommit withMember = removalOf(SETTINGS)
                .addMembers(member(SHOP.find(VALKEY)
                        .orElseThrow()
                        .withText("replicas: 2\n")
                        .withParents(List.of())))
                .build();
        assertThat(statuses(cluster.commit(withMember))).containsExactly(Status.FAILED, Status.SKIPPED);
        assertThat(there()).containsExactly(NAMESPACE, SETTINGS, VALKEY);
        cluster.heal();
        assertThat(statuses(cluster.commit(withMember))).containsExactly(Status.UPDATED, Status.REMOVED);
    }

    @Test
    void aPreviewTellsWhatTheCommitWillReportWithoutAskingForSecrets() {
        StackCommit asking = withSecret(parameter -> {
            throw new AssertionError("a secret was asked for");
        });
        StackCommit answering = withSecret(parameter -> SecretValue.of("correct horse battery"));
        cluster.put("shop", SHOP);

        for (int round = 0; round < 2; round++) {
            Optional<StackSnapshot> before = cluster.read("shop");
            CommitReport told = cluster.preview(asking).report();
            assertThat(cluster.read("shop")).isEqualTo(before);
            assertThat(cluster.commit(answering)).isEqualTo(told);
        }
        assertThat(cluster.commits("shop")).isEqualTo(2);
        assertThat(cluster.changes("shop")).isEqualTo(1);
    }

    private StackCommit withSecret(SecretSource secrets) {
        SecretSlot slot = SecretSlot.builder()
                .parameter("db_password")
                .document(0)
                .path("/a")
                .start(0)
                .end(1)
                .build();
        return commit(profile, secrets)
                .addMembers(CommitMember.builder()
                        .member(SHOP.find(NAMESPACE).orElseThrow())
                        .addSecrets(slot)
                        .build())
                .addRemovals(SHOP.find(VALKEY).orElseThrow())
                .build();
    }
}
