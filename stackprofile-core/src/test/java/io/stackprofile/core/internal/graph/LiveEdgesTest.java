package io.stackprofile.core.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.error.Finding;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveEdgesTest {

    private static final String WEBHOOK = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: hook}
            webhooks:
              - name: a.example.com
                clientConfig: {service: {name: hook, namespace: ops}}
                rules: [{apiGroups: %s, resources: ["*"]}]
            """;

    @Test
    void aMemberWithoutParentsGetsThoseThatItsObjectsName() {
        LiveEdges edges = edges(StackBuilder.stack()
                .manifest("config", object("v1", "ConfigMap", "settings"))
                .manifest("web", object("apps/v1", "Deployment", "web") + """
                        spec:
                          template:
                            spec:
                              containers: [{name: web, envFrom: [{configMapRef: {name: settings}}]}]
                        """)
                .build());

        assertThat(parents(edges, "web")).containsExactly("config");
        assertThat(edges.warnings()).isEmpty();
    }

    @Test
    void aWebhookStandsBehindEverythingItCouldHoldUp() {
        LiveEdges edges = edges(StackBuilder.stack()
                .manifest("hook", WEBHOOK.formatted("[example.com]"))
                .manifest("order", object("example.com/v1", "Order", "one"))
                .manifest("settings", object("v1", "ConfigMap", "settings"))
                .manifest("service", object("v1", "Service", "hook").replace("shop", "ops"))
                .build());

        assertThat(parents(edges, "hook")).containsExactly("service", "order");
        assertThat(parents(edges, "settings")).isEmpty();
    }

    @Test
    void aWebhookForEverythingNeedsOnlyWhatNothingElseNeeds() {
        LiveEdges edges = edges(StackBuilder.stack()
                .manifest("hook", WEBHOOK.formatted("['*']"))
                .manifest("namespace", "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n")
                .manifest("settings", object("v1", "ConfigMap", "settings"))
                .build());

        assertThat(parents(edges, "settings")).containsExactly("namespace");
        assertThat(parents(edges, "hook")).containsExactly("settings");
    }

    @Test
    void anEdgeThatWouldCloseACycleIsLeftOutWithAWarning() {
        LiveEdges edges = edges(StackBuilder.stack()
                .manifest("a", claim("a", "b"))
                .manifest("b", claim("b", "a"))
                .build());

        assertThat(parents(edges, "a")).containsExactly("b");
        assertThat(parents(edges, "b")).isEmpty();
        assertThat(edges.warnings()).extracting(Finding::code).containsExactly("edge-left-out");
        assertThat(StackGraph.of(edges.spec())).isNotNull();
    }

    @Test
    void declaredEdgesStayAsTheyAre() {
        StackSpec declared = StackBuilder.stack()
                .manifest("namespace", "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n")
                .manifest("other", object("v1", "ConfigMap", "other"))
                .manifest("settings", object("v1", "ConfigMap", "settings"))
                .after("manifest/other")
                .build();

        assertThat(parents(edges(declared), "settings")).containsExactly("other");
    }

    private static LiveEdges edges(StackSpec spec) {
        return LiveEdges.of(spec, Limits.defaults());
    }

    private static List<String> parents(LiveEdges edges, String name) {
        return edges.spec().find(MemberRef.manifest(name)).orElseThrow().parents().stream()
                .map(MemberRef::name)
                .toList();
    }

    private static String object(String apiVersion, String kind, String name) {
        return "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: shop}\n".formatted(apiVersion, kind, name);
    }

    private static String claim(String name, String from) {
        return object("v1", "PersistentVolumeClaim", name)
                + "spec: {dataSource: {kind: PersistentVolumeClaim, name: %s}}\n".formatted(from);
    }
}
