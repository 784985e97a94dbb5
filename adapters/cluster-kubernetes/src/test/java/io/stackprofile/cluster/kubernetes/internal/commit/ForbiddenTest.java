package io.stackprofile.cluster.kubernetes.internal.commit;

import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.manifest;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.test.kubernetes.ApiServer;
import io.stackprofile.test.kubernetes.Fault;
import io.stackprofile.test.kubernetes.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForbiddenTest {

    private static final Member CONFIG = manifest("config", CommitTest.CONFIG);
    private static final Member WEB = manifest("web", CommitTest.WEB);
    private static final Member LAST = manifest("last", CommitTest.CONFIG.replace("settings", "last"), "manifest/web");
    private static final TargetState NOTHING =
            new TargetState("", List.of(), objects -> StackSpec.of(Optional.empty(), List.of()));

    private static CommitReport commit(Bench bench, Member... members) {
        StackCommit commit = bench.order(members).build();
        return bench.writer().commit(commit, NOTHING);
    }

    @Test
    void whatMayNotBeWrittenFailsByVerbResourceAndNamespaceAndTheRestGoesOn() {
        ApiServer server = ApiServer.start();
        server.allow(
                "dev",
                "dev",
                List.of(
                        new Rule(
                                List.of("get", "create", "patch"), List.of(""), List.of("configmaps"), List.of("shop")),
                        new Rule(List.of("get"), List.of("apps"), List.of("deployments"), List.of("shop"))));
        try (Bench bench = Bench.of(server, "dev").namespace("shop")) {
            CommitReport report = commit(bench, CONFIG, WEB, LAST);

            assertThat(statuses(report))
                    .isEqualTo(Map.of(
                            "manifest/config",
                            Status.CREATED,
                            "manifest/web",
                            Status.FAILED,
                            "manifest/last",
                            Status.SKIPPED));
            assertThat(report.members().get(1).code()).contains(ErrorCode.CLUSTER_FORBIDDEN);
            assertThat(report.members().get(1).message().orElseThrow())
                    .contains("patch deployments.apps 'web' in namespace 'shop'");
        }
    }

    @Test
    void aTokenThatExpiresOnTheWayEndsTheCommitWithWhatIsDoneTold() {
        ApiServer server = ApiServer.start();
        server.allow("dev", "dev", List.of(Rule.ALL));
        try (Bench bench = Bench.of(server, "dev").namespace("shop")) {
            bench.server.inject(Fault.status(
                    401, request -> request.isApply() && request.path().endsWith("/web")));
            Member old = manifest("old", CommitTest.CONFIG.replace("settings", "old"));
            StackCommit commit = bench.order(CONFIG, WEB, LAST).removals(old).build();

            CommitReport report = bench.writer().commit(commit, NOTHING);

            assertThat(statuses(report).get("manifest/config")).isEqualTo(Status.CREATED);
            assertThat(report.members())
                    .filteredOn(outcome -> outcome.status() == Status.FAILED)
                    .hasSize(3)
                    .allMatch(outcome -> outcome.code().equals(Optional.of(ErrorCode.CLUSTER_UNAUTHENTICATED)));
        }
    }

    @Test
    void aNamespaceOnItsWayOutTakesNothing() {
        try (Bench bench = Bench.start()) {
            commit(bench, manifest("ns", "apiVersion: v1\nkind: Namespace\nmetadata: {name: fresh}\n"));
            bench.delete("/api/v1/namespaces/fresh");

            CommitReport report = commit(
                    bench, manifest("in", CommitTest.CONFIG.replace("metadata:", "metadata:\n  namespace: fresh")));

            assertThat(report.members().get(0).code()).contains(ErrorCode.OBJECT_REFUSED);
            assertThat(report.members().get(0).message().orElseThrow()).contains("the namespace is being deleted");
        }
    }
}
