package io.stackprofile.testkit;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.StackDraftId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.SecretSource;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryClusterTest {

    private static final String TOKEN = "${{ parameters.db_password }}";
    private static final StackSpec SHOP = StackBuilder.stack()
            .manifest("namespace", "kind: Namespace\n")
            .manifest("database", "kind: Secret\nstringData: {password: '" + TOKEN + "'}\n")
            .after("manifest/namespace")
            .manifest("api", "kind: Deployment\n")
            .after("manifest/database")
            .manifest("docs", "kind: ConfigMap\n")
            .after("manifest/namespace")
            .build();

    private final InMemoryCluster cluster = InMemoryCluster.named("staging");

    private StackCommit commit(SecretSource secrets) {
        return StackCommit.builder()
                .organisation("acme")
                .draftId(new StackDraftId(SequenceIds.fromStart().next()))
                .stack("shop")
                .addAllMembers(SHOP.members().stream()
                        .map(member -> {
                            int at = member.text().orElse("").indexOf(TOKEN);
                            CommitMember.Builder builder =
                                    CommitMember.builder().member(member);
                            if (at >= 0) {
                                builder.addSecret(SecretSlot.builder()
                                        .parameter("db_password")
                                        .document(0)
                                        .path("/stringData/password")
                                        .start(at)
                                        .end(at + TOKEN.length())
                                        .build());
                            }
                            return builder.build();
                        })
                        .toList())
                .secrets(secrets)
                .build();
    }

    private static List<Status> statuses(CommitReport report) {
        return report.members().stream().map(MemberOutcome::status).toList();
    }

    @Test
    void aFailedMemberSkipsItsChildrenAndNoOther() {
        cluster.failOn(MemberRef.manifest("database"));

        CommitReport report = cluster.commit(commit(parameter -> SecretValue.of("s3cret-value")));

        assertThat(statuses(report)).containsExactly(Status.CREATED, Status.FAILED, Status.SKIPPED, Status.CREATED);
        assertThat(report.complete()).isFalse();
        assertThat(report.members().get(2).message())
                .contains("not tried, since manifest/database is not on the target");
        assertThat(cluster.read("shop").orElseThrow().spec().members())
                .extracting(member -> member.ref().name())
                .containsExactly("namespace", "docs");
        assertThat(cluster.secret("shop", "db_password")).isEmpty();
    }

    @Test
    void aResumedCommitAppliesWhatWasMissing() {
        cluster.failOn(MemberRef.manifest("database"));
        cluster.commit(commit(parameter -> SecretValue.of("s3cret-value")));
        cluster.heal();

        CommitReport report = cluster.commit(commit(parameter -> SecretValue.of("s3cret-value")));

        assertThat(statuses(report))
                .containsExactly(Status.UNCHANGED, Status.CREATED, Status.CREATED, Status.UNCHANGED);
        assertThat(cluster.read("shop").orElseThrow().spec().members()).containsAll(SHOP.members());
    }

    @Test
    void secretsAreHandedOverAndKeptApartFromMembers() {
        cluster.commit(commit(parameter -> SecretValue.of("correct horse battery")));

        assertThat(cluster.secret("shop", "db_password")).contains("correct horse battery");
        assertAbsent(
                "the cluster",
                cluster.toString()
                        + cluster.read("shop").orElseThrow().spec().members().stream()
                                .map(Member::text)
                                .toList(),
                List.of("correct horse battery"));
    }

    @Test
    void aRotatedSecretUpdatesItsMember() {
        cluster.commit(commit(parameter -> SecretValue.of("first")));

        CommitReport report = cluster.commit(commit(parameter -> SecretValue.of("second")));

        assertThat(statuses(report))
                .containsExactly(Status.UNCHANGED, Status.UPDATED, Status.UNCHANGED, Status.UNCHANGED);
        assertThat(cluster.secret("shop", "db_password")).contains("second");
    }

    @Test
    void aSecretThatCannotBeResolvedDeploysNothing() {
        SecretException unresolved =
                new SecretException(ErrorCode.SECRET_UNRESOLVED, "env:DB is not set", "Set it.", Location.unknown());

        assertThatThrownBy(() -> cluster.commit(commit(parameter -> {
                    throw unresolved;
                })))
                .isSameAs(unresolved)
                .isInstanceOf(StackProfileException.class);
        assertThat(cluster.stacks()).isEmpty();
        assertThat(cluster.read("shop")).isEmpty();
    }

    @Test
    void clustersAreFoundByNameAndByWhoMayReachThem() {
        InMemoryCluster shared = InMemoryCluster.named("shared");
        InMemoryClusters clusters = InMemoryClusters.of(shared).andFor("acme", cluster);

        assertThat(clusters.find("acme", "shared")).contains(shared);
        assertThat(clusters.find("globex", "shared")).contains(shared);
        assertThat(clusters.find("acme", "staging")).contains(cluster);
        assertThat(clusters.find("globex", "staging")).isEmpty();
        assertThat(clusters.find("acme", "Shared")).isEmpty();
    }

    @Test
    void variablesAreReadAndCountForTheFingerprint() {
        cluster.put("shop", SHOP, Map.of("domain", "acme.dev"));
        String before = cluster.fingerprint("shop");
        cluster.put("shop", SHOP, Map.of("domain", "acme.eu"));

        assertThat(cluster.read("shop").orElseThrow().variables()).isEqualTo(Map.of("domain", "acme.eu"));
        assertThat(cluster.fingerprint("shop")).isNotEqualTo(before);
        assertThat(cluster.remove("shop").read("shop")).isEqualTo(Optional.empty());
    }
}
