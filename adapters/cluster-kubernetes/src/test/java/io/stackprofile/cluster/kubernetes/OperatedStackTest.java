package io.stackprofile.cluster.kubernetes;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.cluster.kubernetes.internal.find.Objects;
import io.stackprofile.cluster.kubernetes.internal.helm.ReleaseRecords;
import io.stackprofile.error.Finding;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.test.kubernetes.Rule;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stacks that Argo CD and Flux bring onto a cluster. */
class OperatedStackTest {

    private static final String CANARY64 = "YzRuYXJ5LXA0c3N3MHJkLTc3MzE=";

    private final TestCluster cluster = new TestCluster();

    @BeforeEach
    void install() {
        List.of(
                        definition("argoproj.io", "v1alpha1", "Application", "applications"),
                        definition("helm.toolkit.fluxcd.io", "v2", "HelmRelease", "helmreleases"),
                        definition("kustomize.toolkit.fluxcd.io", "v1", "Kustomization", "kustomizations"),
                        definition("source.toolkit.fluxcd.io", "v1", "HelmRepository", "helmrepositories"))
                .forEach(cluster::put);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static JsonNode definition(String group, String version, String kind, String plural) {
        return Objects.of("apiextensions.k8s.io/v1", "CustomResourceDefinition", "", plural + "." + group)
                .with(
                        "spec",
                        "{\"group\":\"" + group + "\",\"scope\":\"Namespaced\",\"names\":{\"kind\":\"" + kind
                                + "\",\"plural\":\"" + plural + "\",\"singular\":\""
                                + kind.toLowerCase(java.util.Locale.ROOT)
                                + "\",\"listKind\":\"" + kind + "List\"},\"versions\":[{\"name\":\"" + version
                                + "\",\"served\":true,\"storage\":true,\"schema\":{\"openAPIV3Schema\":{\"type\":\"object\","
                                + "\"x-kubernetes-preserve-unknown-fields\":true}}}]}")
                .json();
    }

    private static JsonNode application(String name, String source, String resources) {
        return Objects.of("argoproj.io/v1alpha1", "Application", "argocd", name)
                .with(
                        "spec",
                        "{\"destination\":{\"server\":\"https://kubernetes.default.svc\",\"namespace\":\"shop\"},\"source\":"
                                + source + "}")
                .with("status", "{\"resources\":" + resources + "}")
                .json();
    }

    private static JsonNode configMap(String name) {
        return Objects.of("v1", "ConfigMap", "shop", name)
                .with("data", "{\"a\":\"1\"}")
                .json();
    }

    private static final String CHART =
            "{\"chart\":\"loki\",\"repoURL\":\"https://grafana.github.io/helm-charts\",\"targetRevision\":\"6.6.1\","
                    + "\"helm\":{\"valuesObject\":{\"replicas\":2}}}";

    private static final String GIT = "{\"repoURL\":\"https://git.example.org/shop.git\",\"path\":\"deploy\"}";

    private static final Addon LOKI = Addon.builder()
            .name("loki")
            .namespace("shop")
            .chartName("loki")
            .chartVersion("6.6.1")
            .repositoryUrl("https://grafana.github.io/helm-charts")
            .values("{\"replicas\":2}")
            .build();

    private static List<String> names(StackSnapshot snapshot) {
        return snapshot.spec().members().stream()
                .map(Member::ref)
                .map(MemberRef::toString)
                .toList();
    }

    private StackSnapshot read(StackSource source) {
        return cluster.access(settings -> settings.stack("shop", source))
                .read("shop")
                .orElseThrow();
    }

    @Test
    void applicationsAreAddonsOrTheObjectsTheyManage() {
        cluster.put(
                application("loki", CHART, "[{\"kind\":\"ConfigMap\",\"namespace\":\"shop\",\"name\":\"loki\"}]"),
                application(
                        "shop",
                        GIT,
                        "[{\"kind\":\"ConfigMap\",\"namespace\":\"shop\",\"name\":\"settings\"},"
                                + "{\"kind\":\"ConfigMap\",\"namespace\":\"shop\",\"name\":\"gone\"}]"),
                configMap("settings"),
                configMap("loki"));
        StackSnapshot shop = read(StackSource.argoApplications("argocd"));

        assertThat(names(shop)).containsExactly("addon/loki", "manifest/configmap-shop-settings");
        assertThat(shop.spec().addons()).containsExactly(LOKI);
        assertThat(shop.warnings()).extracting(Finding::code).containsExactly("object-missing");
    }

    @Test
    void whatArgoRendersFromAChartIsNoManifest() {
        JsonNode tracked = Objects.of("v1", "Service", "shop", "loki")
                .annotation("argocd.argoproj.io/tracking-id", "loki:/Service:shop/loki")
                .with("spec", "{\"ports\":[{\"port\":80}]}")
                .json();
        cluster.put(
                application("loki", CHART, "[{\"kind\":\"ConfigMap\",\"namespace\":\"shop\",\"name\":\"loki\"}]"),
                configMap("loki"),
                configMap("settings"),
                tracked);
        StackSnapshot shop = read(StackSource.namespaces("shop", "argocd"));

        assertThat(names(shop)).containsExactly("addon/loki", "manifest/configmap-shop-settings");
        assertThat(shop.leftOut())
                .extracting(LeftOut::rule, LeftOut::kind)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("part-of-addon", "Application"),
                        org.assertj.core.groups.Tuple.tuple("rendered-by-argocd", "ConfigMap"),
                        org.assertj.core.groups.Tuple.tuple("rendered-by-argocd", "Service"));
    }

    @Test
    void aFluxReleaseIsOneAddonWithItsRecordAndItsSource() {
        cluster.put(
                Objects.of("helm.toolkit.fluxcd.io/v2", "HelmRelease", "shop", "loki")
                        .with(
                                "spec",
                                "{\"chart\":{\"spec\":{\"chart\":\"loki\",\"version\":\"6.6.1\",\"sourceRef\":{\"kind\":"
                                        + "\"HelmRepository\",\"name\":\"grafana\",\"namespace\":\"flux-system\"}}},"
                                        + "\"values\":{\"replicas\":2},\"valuesFrom\":[{\"kind\":\"Secret\","
                                        + "\"name\":\"loki-auth\"}]}")
                        .json(),
                Objects.of("source.toolkit.fluxcd.io/v1", "HelmRepository", "flux-system", "grafana")
                        .with("spec", "{\"url\":\"https://grafana.github.io/helm-charts\"}")
                        .json(),
                Objects.of("v1", "Secret", "shop", "loki-auth")
                        .with("data", "{\"values.yaml\":\"" + CANARY64 + "\"}")
                        .json(),
                ReleaseRecords.secret("shop", "loki", 3, "deployed", "{\"replicas\":2}"));
        StackSnapshot shop = read(StackSource.namespaces("shop"));

        assertThat(shop.spec().addons()).containsExactly(LOKI);
        assertThat(names(shop)).containsExactly("addon/loki", "manifest/secret-shop-loki-auth");
        assertThat(shop.warnings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("values-elsewhere");
            assertThat(finding.location().member()).contains(LOKI.ref());
        });
        assertThat(read(StackSource.fluxReleases("shop", "loki")).spec().members())
                .containsExactly(LOKI);
        assertAbsent("the findings", shop.warnings().toString() + shop.leftOut(), List.of(CANARY64));
    }

    @Test
    void aKustomizationIsWhatItApplied() {
        cluster.put(
                Objects.of("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "flux-system", "apps")
                        .with("spec", "{\"path\":\"./apps\"}")
                        .with(
                                "status",
                                "{\"inventory\":{\"entries\":[{\"id\":\"shop_a__ConfigMap\",\"v\":\"v1\"},"
                                        + "{\"id\":\"shop_b__ConfigMap\",\"v\":\"v1\"},{\"id\":\"shop_c__ConfigMap\",\"v\":\"v1\"},"
                                        + "{\"id\":\"shop_d__ConfigMap\",\"v\":\"v1\"}]}}")
                        .json(),
                configMap("a"),
                configMap("b"),
                configMap("c"),
                configMap("d"),
                configMap("not-its-own"));
        ClusterAccess access = cluster.access(
                settings -> settings.stack("shop", StackSource.fluxKustomizations("flux-system", "apps")));
        access.read("shop");
        cluster.server.forgetRequests();

        assertThat(names(access.read("shop").orElseThrow()))
                .containsExactly(
                        "manifest/configmap-shop-a",
                        "manifest/configmap-shop-b",
                        "manifest/configmap-shop-c",
                        "manifest/configmap-shop-d");
        assertThat(cluster.server.requests())
                .filteredOn(request -> request.path().startsWith("/api/v1/namespaces/shop/"))
                .singleElement()
                .satisfies(request -> assertThat(request.path()).endsWith("/configmaps"));
    }

    @Test
    void anOperatorThatIsNotInstalledOrNotReadableIsReported() {
        String token = cluster.caller(new Rule(List.of("list", "get"), List.of(""), List.of("*"), List.of("shop")));
        cluster.put(configMap("settings"));
        ClusterAccess access = cluster.access(
                token,
                settings -> settings.stack(
                        "shop", StackSource.namespaces("shop").and(StackSource.argoApplications("argocd", "shop"))));

        assertThat(access.read("shop").orElseThrow().warnings())
                .anySatisfy(finding -> assertThat(finding.message())
                        .isEqualTo("cluster 'prod' does not allow this caller to get applications.argoproj.io 'shop' in"
                                + " namespace 'argocd'"));
    }
}
