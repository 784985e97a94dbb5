package io.stackprofile.cluster.kubernetes.internal.gitops;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.find.Objects;
import io.stackprofile.error.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgoApplicationsTest {

    private static final String CANARY = "c4nary-p4ssw0rd-7731";

    private static JsonNode application(String spec) {
        return Objects.of("argoproj.io/v1alpha1", "Application", "argocd", "loki")
                .with("spec", spec)
                .with(
                        "status",
                        "{\"resources\":[{\"group\":\"apps\",\"version\":\"v1\",\"kind\":\"StatefulSet\","
                                + "\"namespace\":\"logs\",\"name\":\"loki\"},"
                                + "{\"version\":\"v1\",\"kind\":\"Namespace\",\"name\":\"logs\"}]}")
                .json();
    }

    private static ChartInstall only(String spec) {
        List<ChartInstall> charts = ArgoApplications.charts(application(spec));
        assertThat(charts).hasSize(1);
        return charts.get(0);
    }

    private static String chart(String helm) {
        return "{\"destination\":{\"server\":\"https://kubernetes.default.svc\",\"namespace\":\"logs\"},\"source\":"
                + "{\"chart\":\"loki\",\"repoURL\":\"https://grafana.github.io/helm-charts\","
                + "\"targetRevision\":\"6.6.1\",\"helm\":" + helm + "}}";
    }

    @Test
    void aChartIsAnAddonWithItsValues() {
        ChartInstall install = only(chart("{\"releaseName\":\"logs\",\"valuesObject\":{\"auth\":{\"on\":true}}}"));

        assertThat(install.name()).isEqualTo("loki");
        assertThat(install.release()).isEqualTo("logs");
        assertThat(install.namespace()).contains("logs");
        assertThat(install.chartName()).isEqualTo("loki");
        assertThat(install.chartVersion()).isEqualTo("6.6.1");
        assertThat(install.repository()).contains("https://grafana.github.io/helm-charts");
        assertThat(install.values()).contains("{\"auth\":{\"on\":true}}");
        assertThat(install.rendered())
                .containsExactlyInAnyOrder(
                        new ObjectId("apps", "StatefulSet", Optional.of("logs"), "loki"),
                        new ObjectId("", "Namespace", Optional.empty(), "logs"));
        assertThat(install.findings()).isEmpty();
    }

    @Test
    void parametersAreSetOverValuesAsHelmSetsThem() {
        ChartInstall install = only(chart("{\"values\":\"replicas: 1\\nmode: 0755\\nenv:\\n- name: A\\n  value: x\\n\","
                + "\"parameters\":[{\"name\":\"replicas\",\"value\":\"3\"},"
                + "{\"name\":\"image.tag\",\"value\":\"1.10\"},"
                + "{\"name\":\"build\",\"value\":\"0123\"},"
                + "{\"name\":\"port\",\"value\":\"8080\",\"forceString\":true},"
                + "{\"name\":\"env[0].value\",\"value\":\"y\"},"
                + "{\"name\":\"env[2].name\",\"value\":\"C\"},"
                + "{\"name\":\"labels.example\\\\.org/team\",\"value\":\"true\"},"
                + "{\"name\":\"hosts\",\"value\":\"{a.example.org,b.example.org}\"},"
                + "{\"name\":\"list\",\"value\":\"a\\\\,b\"}]}"));

        assertThat(install.values())
                .contains(
                        "{\"replicas\":3,\"mode\":493,\"env\":[{\"name\":\"A\",\"value\":\"y\"},null,{\"name\":\"C\"}],"
                                + "\"image\":{\"tag\":\"1.10\"},\"build\":\"0123\",\"port\":\"8080\","
                                + "\"labels\":{\"example.org/team\":true},\"hosts\":[\"a.example.org\",\"b.example.org\"],"
                                + "\"list\":\"a,b\"}");
    }

    @Test
    void noValuesAreAbsentOnes() {
        assertThat(only(chart("{}")).values()).isEmpty();
        assertThat(only(chart("{\"values\":\"\"}")).values()).isEmpty();
    }

    @Test
    void whatIsNotOnTheClusterIsReported() {
        ChartInstall install = only(chart("{\"values\":\"- " + CANARY + "\",\"valueFiles\":[\"$values/prod.yaml\"],"
                + "\"parameters\":[{\"name\":\"a..b\",\"value\":\"" + CANARY + "\"}]}"));

        assertThat(install.findings())
                .extracting(Finding::code, finding -> finding.location().path().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("values-unreadable", "/spec/source/helm/values"),
                        org.assertj.core.groups.Tuple.tuple("values-elsewhere", "/spec/source/helm/valueFiles"),
                        org.assertj.core.groups.Tuple.tuple(
                                "values-unreadable", "/spec/source/helm/parameters/0/name"));
        assertAbsent("the findings", install.findings().toString() + install, List.of(CANARY));
    }

    @Test
    void severalSourcesAreSeveralAddonsAndTheRestIsNot() {
        JsonNode application = application("{\"destination\":{\"namespace\":\"logs\"},\"sources\":["
                + "{\"repoURL\":\"https://git.example.org/values.git\",\"ref\":\"values\"},"
                + "{\"chart\":\"loki\",\"repoURL\":\"ghcr.io/grafana/charts\",\"targetRevision\":\"6.6.1\"},"
                + "{\"chart\":\"alloy\",\"repoURL\":\"https://grafana.github.io/helm-charts\"}]}");

        assertThat(ArgoApplications.charts(application))
                .extracting(ChartInstall::name, ChartInstall::chartVersion, ChartInstall::repository)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "loki-loki", "6.6.1", Optional.of("oci://ghcr.io/grafana/charts")),
                        org.assertj.core.groups.Tuple.tuple(
                                "loki-alloy", "*", Optional.of("https://grafana.github.io/helm-charts")));
        assertThat(ArgoApplications.appliesMore(application)).isFalse();
    }

    @Test
    void gitIsNoChart() {
        JsonNode application =
                application("{\"source\":{\"repoURL\":\"https://git.example.org/shop.git\",\"path\":\"deploy\"},"
                        + "\"destination\":{\"name\":\"prod-eu\"}}");

        assertThat(ArgoApplications.charts(application)).isEmpty();
        assertThat(ArgoApplications.appliesMore(application)).isTrue();
        assertThat(ArgoApplications.isHere(application)).isFalse();
        assertThat(ArgoApplications.managed(application)).hasSize(2);
    }

    @Test
    void hostilePathsSetNothing() {
        for (String path :
                List.of("", ".", "a.", "a[", "a[x]", "a[-1]", "a[9999999]", "[0]", "a[0]b", "a.b.".repeat(90))) {
            assertThat(ValuePath.parse(path)).as(path).isEmpty();
        }
    }
}
