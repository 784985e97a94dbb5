package io.stackprofile.cluster.kubernetes.internal.commit;

import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.manifest;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.stack.Member;
import io.stackprofile.test.kubernetes.ApiServer;
import io.stackprofile.test.kubernetes.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingTest {

    static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.org}
            spec:
              group: example.org
              scope: Namespaced
              names: {kind: Widget, plural: widgets, singular: widget}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec: {type: object, x-kubernetes-preserve-unknown-fields: true}
            """;
    static final String WIDGET = """
            apiVersion: example.org/v1
            kind: Widget
            metadata: {name: one}
            spec: {size: 3}
            """;
    private static final Member CRD = manifest("crd", DEFINITION);
    private static final Member CR = manifest("widget", WIDGET, "manifest/crd");
    private static final Member NAMESPACE =
            manifest("ns", "apiVersion: v1\nkind: Namespace\nmetadata: {name: fresh}\n");
    private static final Member INSIDE = manifest(
            "inside", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: in, namespace: fresh}\n", "manifest/ns");

    private static Bench holding() {
        ApiServer server =
                ApiServer.builder().holdCustomResourceDefinitions(true).start();
        return Bench.of(server, server.adminToken()).namespace("shop");
    }

    @Test
    void objectsOfADefinitionWaitUntilItIsEstablished() {
        try (Bench bench = holding()) {
            bench.whileWaiting(() -> {
                if (bench.pauses.size() == 3) {
                    bench.server.establish("widgets.example.org");
                }
            });

            CommitReport report = bench.commit(CRD, CR);

            assertThat(statuses(report))
                    .isEqualTo(Map.of("manifest/crd", Status.CREATED, "manifest/widget", Status.CREATED));
            assertThat(bench.pauses)
                    .containsExactly(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));
            assertThat(bench.object("example.org/v1", "Widget", "one")
                            .at("/spec/size")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void aDefinitionThatIsNotEstablishedInTimeFailsAndWhatNeedsItIsSkipped() {
        try (Bench bench = holding()) {
            CommitReport report = bench.commit(CRD, CR, manifest("config", CommitTest.CONFIG));

            assertThat(statuses(report))
                    .isEqualTo(Map.of(
                            "manifest/crd",
                            Status.FAILED,
                            "manifest/widget",
                            Status.SKIPPED,
                            "manifest/config",
                            Status.CREATED));
            assertThat(report.members().get(0).code()).contains(ErrorCode.NOT_READY);
            assertThat(report.members().get(0).message().orElseThrow()).contains("after 30 s");
            bench.server.establish("widgets.example.org");
            assertThat(bench.commit(CRD, CR).complete()).isTrue();
        }
    }

    @Test
    void aDefinitionAndItsObjectsOfOneWaveAndOneMemberComeInOrder() {
        try (Bench bench = Bench.start()) {
            CommitReport report = bench.commit(manifest("all", WIDGET + "---\n" + DEFINITION));

            assertThat(statuses(report)).isEqualTo(Map.of("manifest/all", Status.CREATED));
        }
    }

    @Test
    void aNamespaceThatIsBeingDeletedIsNotReadyAndWhatNeedsItIsSkipped() {
        try (Bench bench = Bench.start()) {
            bench.commit(NAMESPACE, INSIDE);
            bench.delete("/api/v1/namespaces/fresh");

            CommitReport report = bench.commit(NAMESPACE, INSIDE);

            assertThat(statuses(report))
                    .isEqualTo(Map.of("manifest/ns", Status.FAILED, "manifest/inside", Status.SKIPPED));
            assertThat(report.members().get(0).code()).contains(ErrorCode.NOT_READY);
        }
    }

    @Test
    void aStackCutOffBetweenWavesIsTheSameOnceResumed() {
        Member last = manifest("last", CommitTest.WEB, "manifest/inside", "manifest/widget");
        Member[] stack = {NAMESPACE, CRD, INSIDE, CR, last};
        try (Bench whole = Bench.start();
                Bench cut = Bench.start()) {
            whole.commit(stack);
            cut.server.inject(Fault.closeBefore(request -> request.path().contains("/namespaces/fresh/configmaps/in"))
                    .times(1));

            CommitReport broken = cut.commit(stack);
            CommitReport resumed = cut.commit(stack);

            assertThat(broken.complete()).isFalse();
            assertThat(resumed.complete()).isTrue();
            for (List<String> object : List.of(
                    List.of("apps/v1", "Deployment", "shop", "web"),
                    List.of("v1", "ConfigMap", "fresh", "in"),
                    List.of("example.org/v1", "Widget", "shop", "one"))) {
                assertThat(applied(cut, object)).isEqualTo(applied(whole, object));
            }
        }
    }

    private static String applied(Bench bench, List<String> object) {
        var found = bench.server
                .object(object.get(0), object.get(1), object.get(2), object.get(3))
                .orElseThrow();
        found.withObject("/metadata").remove(List.of("uid", "resourceVersion", "creationTimestamp", "managedFields"));
        found.withObject("/metadata").remove("labels");
        return found.toString();
    }
}
