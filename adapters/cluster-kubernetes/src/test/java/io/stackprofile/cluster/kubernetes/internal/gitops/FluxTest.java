package io.stackprofile.cluster.kubernetes.internal.gitops;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.find.Objects;
import io.stackprofile.error.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FluxTest {

    private static final String CANARY = "c4nary-p4ssw0rd-7731";

    private static final JsonNode HTTPS =
            source("HelmRepository", "grafana", "https://grafana.github.io/helm-charts", "");
    private static final JsonNode IMAGE =
            source("OCIRepository", "loki", "oci://ghcr.io/grafana/charts/loki", ",\"ref\":{\"tag\":\"6.6.1\"}");

    private static JsonNode source(String kind, String name, String url, String more) {
        return Objects.of("source.toolkit.fluxcd.io/v1", kind, "flux-system", name)
                .with("spec", "{\"url\":\"" + url + "\"" + more + "}")
                .json();
    }

    private static JsonNode release(String version, String spec) {
        return Objects.of("helm.toolkit.fluxcd.io/" + version, "HelmRelease", "logs", "loki")
                .with("spec", spec)
                .json();
    }

    private static Lookup among(JsonNode... objects) {
        return (group, kind, namespace, name) -> List.of(objects).stream()
                .filter(object -> ObjectId.of(object).equals(new ObjectId(group, kind, Optional.of(namespace), name)))
                .findFirst();
    }

    private static final String FROM_HTTPS =
            "\"chart\":{\"spec\":{\"chart\":\"loki\",\"version\":\"6.6.*\",\"sourceRef\":{\"kind\":\"HelmRepository\","
                    + "\"name\":\"grafana\",\"namespace\":\"flux-system\"}}}";

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v2beta2", "v2beta1"})
    void aChartOfARepository(String version) {
        JsonNode release =
                release(version, "{" + FROM_HTTPS + ",\"targetNamespace\":\"obs\",\"values\":{\"replicas\":2}}");
        ChartInstall install =
                FluxReleases.chart(release, among(HTTPS), among()).orElseThrow();

        assertThat(install.name()).isEqualTo("loki");
        assertThat(install.release()).isEqualTo("obs-loki");
        assertThat(install.namespace()).contains("obs");
        assertThat(install.chartName()).isEqualTo("loki");
        assertThat(install.chartVersion()).isEqualTo("6.6.*");
        assertThat(install.repository()).contains("https://grafana.github.io/helm-charts");
        assertThat(install.values()).contains("{\"replicas\":2}");
        assertThat(install.parts()).containsExactly(release, HTTPS);
        assertThat(install.findings()).isEmpty();
    }

    @Test
    void aChartOfARegistry() {
        JsonNode release = release(
                "v2",
                "{\"chartRef\":{\"kind\":\"OCIRepository\",\"name\":\"loki\",\"namespace\":\"flux-system\"},"
                        + "\"releaseName\":\"logs\"}");
        ChartInstall install =
                FluxReleases.chart(release, among(IMAGE), among()).orElseThrow();

        assertThat(install.release()).isEqualTo("logs");
        assertThat(install.namespace()).contains("logs");
        assertThat(install.chartName()).isEqualTo("loki");
        assertThat(install.chartVersion()).isEqualTo("6.6.1");
        assertThat(install.repository()).contains("oci://ghcr.io/grafana/charts");
        assertThat(install.values()).isEmpty();
    }

    @Test
    void aChartObject() {
        JsonNode chart = Objects.of("source.toolkit.fluxcd.io/v1", "HelmChart", "flux-system", "loki")
                .with(
                        "spec",
                        "{\"chart\":\"loki\",\"version\":\"6.6.1\",\"sourceRef\":{\"kind\":\"HelmRepository\","
                                + "\"name\":\"grafana\"}}")
                .json();
        JsonNode release = release(
                "v2", "{\"chartRef\":{\"kind\":\"HelmChart\",\"name\":\"loki\",\"namespace\":\"flux-system\"}}");

        assertThat(FluxReleases.chart(release, among(chart, HTTPS), among())).hasValueSatisfying(install -> {
            assertThat(install.repository()).contains("https://grafana.github.io/helm-charts");
            assertThat(install.parts()).containsExactly(release, chart, HTTPS);
        });
    }

    @Test
    void aChartInGitIsNoAddon() {
        JsonNode release = release(
                "v2",
                "{\"chart\":{\"spec\":{\"chart\":\"./charts/shop\",\"sourceRef\":{\"kind\":\"GitRepository\","
                        + "\"name\":\"shop\"}}}}");

        assertThat(FluxReleases.chart(release, among(), among())).isEmpty();
    }

    @Test
    void whatIsReferredToIsReportedAndNotRead() {
        JsonNode release = release(
                "v2",
                "{" + FROM_HTTPS + ",\"valuesFrom\":[{\"kind\":\"Secret\",\"name\":\"loki-auth\"},"
                        + "{\"kind\":\"ConfigMap\",\"name\":\"defaults\"}]}");
        ChartInstall install = FluxReleases.chart(release, among(), among()).orElseThrow();

        assertThat(install.repository()).isEmpty();
        assertThat(install.findings())
                .extracting(Finding::code)
                .containsExactly("source-not-read", "values-elsewhere", "values-elsewhere");
        assertThat(install.findings().get(1).message())
                .isEqualTo("HelmRelease logs/loki takes values from a Secret, which is referred to and not captured");
    }

    @Test
    void ownSecretsBelongToTheValues() {
        JsonNode secret = Objects.of("v1", "Secret", "logs", "loki-values")
                .with(
                        "data",
                        "{\"password\":\"" + base64(CANARY) + "\",\"values.yaml\":\""
                                + base64("users:\n- name: app\n  password: " + CANARY + "\n") + "\"}")
                .json();
        JsonNode release = release(
                "v2",
                "{" + FROM_HTTPS + ",\"values\":{\"replicas\":2},\"valuesFrom\":["
                        + "{\"kind\":\"Secret\",\"name\":\"loki-values\"},"
                        + "{\"kind\":\"Secret\",\"name\":\"loki-values\",\"valuesKey\":\"password\","
                        + "\"targetPath\":\"auth.admin\\\\.password\"}]}");
        ChartInstall install =
                FluxReleases.chart(release, among(HTTPS), among(secret)).orElseThrow();

        assertThat(install.values())
                .contains("{\"users\":[{\"name\":\"app\",\"password\":\"" + CANARY
                        + "\"}],\"auth\":{\"admin.password\":\"" + CANARY + "\"},\"replicas\":2}");
        assertThat(install.findings()).isEmpty();
        assertAbsent("its text", install.toString(), List.of(CANARY));
    }

    @Test
    void aKustomizationTellsWhatItApplied() {
        JsonNode kustomization = Objects.of("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "flux-system", "apps")
                .with(
                        "status",
                        "{\"inventory\":{\"entries\":[{\"id\":\"shop_web_apps_Deployment\",\"v\":\"v1\"},"
                                + "{\"id\":\"_shop__Namespace\",\"v\":\"v1\"},"
                                + "{\"id\":\"_system__auth_rbac.authorization.k8s.io_ClusterRole\",\"v\":\"v1\"},"
                                + "{\"id\":\"shop_settings__ConfigMap\",\"v\":\"v1\"},{\"id\":\"nonsense\"}]}}")
                .json();

        assertThat(FluxInventory.managed(kustomization))
                .containsExactly(
                        new ObjectId("apps", "Deployment", Optional.of("shop"), "web"),
                        new ObjectId("", "Namespace", Optional.empty(), "shop"),
                        new ObjectId("rbac.authorization.k8s.io", "ClusterRole", Optional.empty(), "system:auth"),
                        new ObjectId("", "ConfigMap", Optional.of("shop"), "settings"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
