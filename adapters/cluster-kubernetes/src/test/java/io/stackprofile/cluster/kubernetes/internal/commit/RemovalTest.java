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
import io.stackprofile.test.kubernetes.ApiRequest;
import io.stackprofile.test.kubernetes.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RemovalTest {

    private static final String NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: extra}\n";
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 1Gi}}
            """;

    private final Bench bench = Bench.start();
    private final Member config = manifest("config", CommitTest.CONFIG);
    private final Member web = manifest("web", CommitTest.WEB, "manifest/config");

    @AfterEach
    void close() {
        bench.close();
    }

    private CommitReport remove(Member... members) {
        return bench.commit(order -> order.removals(members));
    }

    @Test
    void whatTheInstancePutThereGoesChildrenFirstExactlyAsItWasSeen() {
        bench.commit(config, web);
        bench.server.forgetRequests();

        CommitReport report = remove(web, config);

        assertThat(statuses(report))
                .isEqualTo(Map.of("manifest/web", Status.REMOVED, "manifest/config", Status.REMOVED));
        List<ApiRequest> deletes = deletes();
        assertThat(deletes)
                .extracting(ApiRequest::path)
                .containsExactly(
                        "/apis/apps/v1/namespaces/shop/deployments/web", "/api/v1/namespaces/shop/configmaps/settings");
        assertThat(deletes)
                .allMatch(request -> request.body().contains("\"uid\"")
                        && request.body().contains("\"resourceVersion\"")
                        && request.body().contains("\"propagationPolicy\":\"Background\""));
        assertThat(statuses(remove(web, config)))
                .as("what is gone counts as removed")
                .isEqualTo(Map.of("manifest/web", Status.REMOVED, "manifest/config", Status.REMOVED));
    }

    private List<ApiRequest> deletes() {
        return bench.server.requests().stream()
                .filter(request -> request.method().equals("DELETE"))
                .toList();
    }

    @Test
    void whatOthersChangedIsKeptUnlessAsked() {
        bench.commit(config);
        bench.server.edit(
                "kubectl-edit",
                "v1",
                "ConfigMap",
                "shop",
                "settings",
                object -> ((ObjectNode) object.at("/data")).put("mode", "local"));

        MemberOutcome kept = only(remove(config));
        assertThat(kept.status()).isEqualTo(Status.KEPT);
        assertThat(kept.message().orElseThrow()).contains("kubectl-edit");

        assertThat(only(bench.commit(order -> order.removals(config).removeForeign(true)))
                        .status())
                .isEqualTo(Status.REMOVED);
        assertThat(bench.there("v1", "ConfigMap", "settings")).isEmpty();
    }

    @Test
    void statusAndTheClustersOwnProgramsAreNoReasonToKeep() {
        bench.commit(web(""));
        bench.server.editStatus(
                "some-operator",
                "apps/v1",
                "Deployment",
                "shop",
                "web",
                object -> object.putObject("status").put("observedGeneration", 1));
        bench.server.edit(
                "kube-controller-manager",
                "apps/v1",
                "Deployment",
                "shop",
                "web",
                object -> ((ObjectNode) object.at("/metadata/annotations"))
                        .put("deployment.kubernetes.io/revision", "1"));

        assertThat(only(remove(web(""))).status()).isEqualTo(Status.REMOVED);
    }

    private static Member web(String ignored) {
        return manifest("web", CommitTest.WEB + ignored);
    }

    @Test
    void anotherProfilesObjectIsKept() {
        bench.commit(config);

        MemberOutcome outcome = only(bench.commit(
                order -> order.removals(config).mark(Optional.of(Bench.mark(bench.anotherProfile(), bench.instance)))));

        assertThat(outcome.status()).isEqualTo(Status.KEPT);
        assertThat(outcome.message().orElseThrow()).contains("was not put there by an instance of this profile");
    }

    @Test
    void dataAndWhatAsksToBeKeptStay() {
        Member claim = manifest("claim", CLAIM);
        Member wish = manifest(
                "wish",
                CommitTest.CONFIG.replace(
                        "name: settings", "name: wish\n  annotations: {helm.sh/resource-policy: keep}"));
        bench.commit(claim, wish);

        CommitReport report = remove(claim, wish);

        assertThat(statuses(report)).isEqualTo(Map.of("manifest/claim", Status.KEPT, "manifest/wish", Status.KEPT));
        assertThat(report.members().get(0).message().orElseThrow()).contains("holds data");
        assertThat(report.members().get(1).message().orElseThrow()).contains("helm.sh/resource-policy");
        assertThat(statuses(bench.commit(order -> order.removals(claim, wish).removeForeign(true))))
                .isEqualTo(Map.of("manifest/claim", Status.REMOVED, "manifest/wish", Status.REMOVED));
    }

    @Test
    void aNamespaceStaysWhileOthersAreInIt() {
        Member namespace = manifest("ns", NAMESPACE);
        Member inside = manifest(
                "inside", CommitTest.CONFIG.replace("metadata:", "metadata:\n  namespace: extra"), "manifest/ns");
        bench.commit(namespace, inside);
        bench.server.put(
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"theirs\",\"namespace\":\"extra\"}}");

        CommitReport report = remove(inside, namespace);

        assertThat(statuses(report)).isEqualTo(Map.of("manifest/inside", Status.REMOVED, "manifest/ns", Status.KEPT));
        assertThat(report.members().get(1).message().orElseThrow()).contains("ConfigMap 'theirs'");

        assertThat(only(bench.commit(order -> order.removals(namespace).removeForeign(true)))
                        .status())
                .as("what is in it is no member")
                .isEqualTo(Status.KEPT);
    }

    @Test
    void aNamespaceThatIsEmptyGoes() {
        Member namespace = manifest("ns", NAMESPACE);
        Member inside = manifest(
                "inside", CommitTest.CONFIG.replace("metadata:", "metadata:\n  namespace: extra"), "manifest/ns");
        bench.commit(namespace, inside);

        assertThat(statuses(remove(inside, namespace)))
                .isEqualTo(Map.of("manifest/inside", Status.REMOVED, "manifest/ns", Status.REMOVED));
    }

    @Test
    void aDefinitionStaysWhileThereAreObjectsOfIt() {
        Member definition = manifest("crd", WaitingTest.DEFINITION);
        Member widget = manifest("widget", WaitingTest.WIDGET, "manifest/crd");
        bench.commit(definition, widget);
        bench.server.put(
                "{\"apiVersion\":\"example.org/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"theirs\",\"namespace\":\"shop\"}}");

        CommitReport report = remove(widget, definition);

        assertThat(statuses(report)).isEqualTo(Map.of("manifest/widget", Status.REMOVED, "manifest/crd", Status.KEPT));
        assertThat(report.members().get(1).message().orElseThrow()).contains("Widget 'theirs'");
    }

    @Test
    void nothingIsRemovedWhileAMemberIsMissing() {
        bench.commit(config);

        CommitReport report = bench.commit(order -> order.removals(config), manifest("broken", "a: [1"));

        assertThat(statuses(report))
                .isEqualTo(Map.of("manifest/broken", Status.FAILED, "manifest/config", Status.SKIPPED));
        assertThat(bench.there("v1", "ConfigMap", "settings")).isPresent();
    }

    @Test
    void whatChangesBetweenLookAndDeleteIsLookedAtAgain() {
        bench.commit(config);
        bench.server.inject(
                Fault.status(409, request -> request.method().equals("DELETE")).times(1));

        assertThat(only(remove(config)).status()).isEqualTo(Status.REMOVED);
        assertThat(deletes()).hasSize(2);
    }

    @Test
    void aRemovalThatTheClusterDoesNotAnswerFails() {
        bench.commit(config, web);
        bench.server.inject(
                Fault.closeBefore(request -> request.method().equals("DELETE")).times(1));

        CommitReport report = remove(web, config);

        assertThat(report.members())
                .allMatch(outcome -> outcome.code().equals(Optional.of(ErrorCode.CLUSTER_UNREACHABLE)));
        assertThat(remove(web, config).complete()).isTrue();
    }
}
