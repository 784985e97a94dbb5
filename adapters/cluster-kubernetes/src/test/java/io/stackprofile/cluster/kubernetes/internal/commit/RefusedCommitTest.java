package io.stackprofile.cluster.kubernetes.internal.commit;

import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.manifest;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.only;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.stack.Member;
import io.stackprofile.test.kubernetes.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusedCommitTest {

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anUnknownVersionNamesTheNearestAndAnUnknownKindWhatIsMissing() {
        CommitReport report = bench.commit(
                manifest("old", CommitTest.WEB.replace("apps/v1", "apps/v1beta1")),
                manifest("app", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\n"),
                manifest("widget", "apiVersion: example.org/v1\nkind: Widget\nmetadata: {name: w}\n"),
                manifest("config", CommitTest.CONFIG));

        assertThat(report.members())
                .extracting(outcome -> outcome.code().orElse(ErrorCode.MALFORMED))
                .containsExactly(
                        ErrorCode.UNKNOWN_KIND, ErrorCode.UNKNOWN_KIND, ErrorCode.UNKNOWN_KIND, ErrorCode.MALFORMED);
        assertThat(report.members().get(0).message().orElseThrow()).contains("apps/v1;");
        assertThat(report.members().get(1).message().orElseThrow()).contains("Install Argo CD");
        assertThat(report.members().get(2).message().orElseThrow())
                .contains("CustomResourceDefinition of Widget in example.org");
        assertThat(report.members().get(3).status()).isEqualTo(Status.CREATED);
    }

    @Test
    void immutableFieldsAreNamedAndNothingIsRecreated() {
        bench.commit(manifest("web", CommitTest.WEB));
        String uid =
                bench.object("apps/v1", "Deployment", "web").at("/metadata/uid").asText();

        MemberOutcome outcome =
                only(bench.commit(manifest("web", CommitTest.WEB.replace("{app: web}", "{app: other}"))));

        assertThat(outcome.code()).contains(ErrorCode.OBJECT_REFUSED);
        assertThat(outcome.message().orElseThrow())
                .contains("spec.selector", "cannot change while the object exists", "delete the object yourself");
        assertThat(bench.object("apps/v1", "Deployment", "web")
                        .at("/metadata/uid")
                        .asText())
                .isEqualTo(uid);
    }

    @Test
    void unknownFieldsAreNamed() {
        MemberOutcome outcome =
                only(bench.commit(manifest("web", CommitTest.WEB.replace("replicas: 2", "replica: 2"))));

        assertThat(outcome.code()).contains(ErrorCode.OBJECT_REFUSED);
        assertThat(outcome.message().orElseThrow()).contains(".spec.replica");
    }

    @Test
    void anObjectThatIsTooLargeFailsAlone() {
        CommitReport report = bench.commit(
                manifest("large", CommitTest.CONFIG + "  big: " + "x".repeat(1_700_000) + "\n"),
                manifest("config", CommitTest.CONFIG.replace("settings", "small")));

        assertThat(report.members().get(0).code()).contains(ErrorCode.OBJECT_TOO_LARGE);
        assertThat(report.members().get(0).message().orElseThrow()).doesNotContain("xxxx");
        assertThat(report.members().get(1).status()).isEqualTo(Status.CREATED);
    }

    @Test
    void textThatIsNoObjectFailsAlone() {
        CommitReport report = bench.commit(
                manifest("broken", "a: [1"),
                manifest("values", "just: text\n"),
                manifest("nameless", CommitTest.CONFIG.replace("name: settings", "generateName: settings-")),
                manifest("config", CommitTest.CONFIG));

        assertThat(report.members())
                .extracting(MemberOutcome::status)
                .containsExactly(Status.FAILED, Status.FAILED, Status.FAILED, Status.CREATED);
        assertThat(report.members().get(2).message().orElseThrow()).contains("metadata.generateName");
    }

    @Test
    void aNamespaceThatIsMissingFailsAlone() {
        MemberOutcome outcome = only(bench.commit(
                manifest("config", CommitTest.CONFIG.replace("metadata:", "metadata:\n  namespace: gone"))));

        assertThat(outcome.code()).contains(ErrorCode.NOT_FOUND);
        assertThat(outcome.message().orElseThrow()).contains("namespace");
    }

    @Test
    void aKindThatIsNotReadyCostsNoOther() {
        bench.server.inject(
                Fault.status(503, request -> request.isApply() && request.path().endsWith("/one")));

        CommitReport report = bench.commit(configMap("one"), configMap("two"));

        assertThat(statuses(report)).isEqualTo(Map.of("manifest/one", Status.FAILED, "manifest/two", Status.CREATED));
        assertThat(report.members().get(0).code()).contains(ErrorCode.CLUSTER_FAILED);
    }

    private static Member configMap(String name) {
        return manifest(name, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\ndata:\n  a: b\n");
    }
}
