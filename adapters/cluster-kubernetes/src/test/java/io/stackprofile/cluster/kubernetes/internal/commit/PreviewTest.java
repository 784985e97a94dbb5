package io.stackprofile.cluster.kubernetes.internal.commit;

import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.manifest;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.test.kubernetes.ApiRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private final Bench bench = Bench.start();
    private final Member config = manifest("config", CommitTest.CONFIG);
    private final Member web = manifest("web", CommitTest.WEB, "manifest/config");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aPreviewReadsAndReportsAsTheCommitAndWritesNothing() {
        bench.commit(config, manifest("old", CommitTest.CONFIG.replace("settings", "old")));
        Member changed = manifest("config", CommitTest.CONFIG.replace("fast", "slow"));
        Member old = manifest("old", CommitTest.CONFIG.replace("settings", "old"));
        String before = bench.server.snapshot();
        bench.server.forgetRequests();

        CommitPreview preview = bench.preview(order -> order.removals(old), changed, web);

        assertThat(bench.server.snapshot()).isEqualTo(before);
        assertThat(bench.server.requests())
                .filteredOn(request -> !request.method().equals("GET"))
                .isNotEmpty()
                .allMatch(request -> request.isDryRun() || isDryDelete(request));
        CommitReport report = bench.commit(order -> order.removals(old), changed, web);
        assertThat(preview.report()).isEqualTo(report);
        assertThat(preview.spec().members())
                .extracting(Member::ref)
                .containsExactly(MemberRef.manifest("config"), MemberRef.manifest("web"));
        assertThat(preview.spec().manifests().get(0).content()).contains("slow");
    }

    private static boolean isDryDelete(ApiRequest request) {
        return request.method().equals("DELETE") && request.body().contains("\"dryRun\":[\"All\"]");
    }

    @Test
    void whatNeedsANamespaceOrDefinitionOfTheSameCommitIsToldSo() {
        Member crd = manifest("crd", WaitingTest.DEFINITION);
        Member widget = manifest("widget", WaitingTest.WIDGET, "manifest/crd");
        Member namespace = manifest("ns", "apiVersion: v1\nkind: Namespace\nmetadata: {name: fresh}\n");
        Member inside =
                manifest("in", CommitTest.CONFIG.replace("metadata:", "metadata:\n  namespace: fresh"), "manifest/ns");

        CommitPreview preview = bench.preview(crd, widget, namespace, inside);

        assertThat(statuses(preview.report()).values()).containsOnly(Status.CREATED);
        assertThat(preview.report().members().get(1).message().orElseThrow())
                .contains("its CustomResourceDefinition is made");
        assertThat(preview.report().members().get(3).message().orElseThrow()).contains("its namespace is made");
        assertThat(preview.spec().members()).hasSize(4);
        assertThat(statuses(bench.commit(crd, widget, namespace, inside))).isEqualTo(statuses(preview.report()));
    }

    @Test
    void whatWouldFailIsToldBefore() {
        CommitReport report = bench.preview(
                        manifest("old", CommitTest.WEB.replace("apps/v1", "apps/v1beta1")),
                        manifest("typo", CommitTest.WEB.replace("replicas:", "replica:")),
                        manifest("gone", CommitTest.CONFIG.replace("metadata:", "metadata:\n  namespace: gone")))
                .report();

        assertThat(report.members())
                .extracting(outcome -> outcome.code().orElse(ErrorCode.MALFORMED))
                .containsExactly(ErrorCode.UNKNOWN_KIND, ErrorCode.OBJECT_REFUSED, ErrorCode.NOT_FOUND);
    }

    @Test
    void anEmptyNamespaceWouldGoAsTheCommitLetsItGo() {
        Member namespace = manifest("ns", "apiVersion: v1\nkind: Namespace\nmetadata: {name: fresh}\n");
        Member inside =
                manifest("in", CommitTest.CONFIG.replace("metadata:", "metadata:\n  namespace: fresh"), "manifest/ns");
        bench.commit(namespace, inside);

        CommitPreview preview = bench.preview(order -> order.removals(inside, namespace));

        assertThat(statuses(preview.report()))
                .isEqualTo(Map.of("manifest/in", Status.REMOVED, "manifest/ns", Status.REMOVED));
        assertThat(preview.spec().members()).isEmpty();
        assertThat(bench.there("v1", "Namespace", "fresh")).isPresent();
    }
}
