package io.stackprofile.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.AddonInstaller;
import io.stackprofile.spi.cluster.AddonObject;
import io.stackprofile.spi.cluster.AddonOrder;
import io.stackprofile.spi.cluster.AddonPlan;
import io.stackprofile.spi.cluster.SecretPlace;
import io.stackprofile.stack.Addon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallerTest {

    private static final SecretPlace PASSWORD = new SecretPlace("wordAz", "grafana_pw", List.of());
    private static final String VALUES = """
            replicas: 2
            admin:
              user: root   # who
              password: wordAz
            "key.with,odd": {pw: "x-wordAz"}
            env:
              - {name: A, value: b}
              - {name: PW, value: wordAz}
            """;

    private static Addon.Builder grafana() {
        return Addon.builder()
                .name("grafana")
                .chartName("grafana")
                .chartVersion("8.5.1")
                .repositoryUrl("https://charts.example.org/grafana");
    }

    private static AddonOrder order(Addon addon, SecretPlace... places) {
        return new AddonOrder("shop", "monitoring", addon, List.of(places));
    }

    private static JsonNode object(AddonPlan plan, String kind) {
        return plan.objects().stream()
                .map(AddonObject::json)
                .map(json -> Json.read(json).orElseThrow())
                .filter(object -> object.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fluxInstallsFromARepositoryWithValuesInline() {
        AddonPlan plan = FluxInstaller.besideReleases()
                .plan(order(grafana().values("a: {b: 0644, c: yes}\n").build()));

        JsonNode release = object(plan, "HelmRelease");
        assertThat(plan.objects()).hasSize(2);
        assertThat(object(plan, "HelmRepository").at("/spec/url").asText())
                .isEqualTo("https://charts.example.org/grafana");
        assertThat(release.path("apiVersion").asText()).isEqualTo("helm.toolkit.fluxcd.io/v2");
        assertThat(release.at("/metadata/namespace").asText()).isEqualTo("monitoring");
        assertThat(release.at("/spec/chart/spec/version").asText()).isEqualTo("8.5.1");
        assertThat(release.at("/spec/chart/spec/sourceRef/name").asText()).isEqualTo("grafana");
        assertThat(Json.write(release.at("/spec/values"))).isEqualTo("{\"a\":{\"b\":420,\"c\":true}}");
        assertThat(release.at("/spec").has("valuesFrom")).isFalse();
    }

    @Test
    void fluxIsGivenSecretsThroughASecretAndTheRestInline() {
        AddonPlan plan = FluxInstaller.besideReleases()
                .plan(order(grafana().values(VALUES).build(), PASSWORD));

        JsonNode release = object(plan, "HelmRelease");
        assertThat(Json.write(release.at("/spec/values"))).isEqualTo("{\"replicas\":2,\"admin\":{\"user\":\"root\"}}");
        assertThat(Json.write(release.at("/spec/valuesFrom")))
                .isEqualTo("[{\"kind\":\"Secret\",\"name\":\"grafana-values\",\"valuesKey\":\"values.yaml\"}]");
        JsonNode secret = object(plan, "Secret");
        assertThat(secret.at("/metadata/namespace").asText()).isEqualTo("monitoring");
        assertThat(Json.read(secret.at("/stringData/values.yaml").asText()).orElseThrow())
                .isEqualTo(Json.read("{\"admin\":{\"password\":\"wordAz\"},\"key.with,odd\":{\"pw\":\"x-wordAz\"},"
                                + "\"env\":[{\"name\":\"A\",\"value\":\"b\"},{\"name\":\"PW\",\"value\":\"wordAz\"}]}")
                        .orElseThrow());
        assertThat(plan.objects().get(0).secrets()).containsExactly(PASSWORD.within("jsontext"));
    }

    @Test
    void fluxInstallsFromARegistryAndFromAHomeOfItsOwn() {
        AddonPlan plan = FluxInstaller.in("flux-system").plan(order(oci()));

        JsonNode source = object(plan, "OCIRepository");
        assertThat(source.at("/spec/url").asText()).isEqualTo("oci://registry.example.org/charts/grafana");
        assertThat(source.at("/spec/ref/tag").asText()).isEqualTo("8.5.1");
        JsonNode release = object(plan, "HelmRelease");
        assertThat(release.at("/metadata/name").asText()).isEqualTo("shop-grafana");
        assertThat(release.at("/metadata/namespace").asText()).isEqualTo("flux-system");
        assertThat(release.at("/spec/targetNamespace").asText()).isEqualTo("monitoring");
        assertThat(release.at("/spec/releaseName").asText()).isEqualTo("grafana");
        assertThat(release.at("/spec/chartRef/kind").asText()).isEqualTo("OCIRepository");
        assertThat(release.at("/spec").has("values"))
                .as("the chart's own values")
                .isFalse();
    }

    private static Addon oci() {
        return Addon.builder()
                .name("grafana")
                .chartName("grafana")
                .chartVersion("8.5.1")
                .repositoryUrl("oci://registry.example.org/charts/")
                .build();
    }

    @Test
    void argoCdInstallsWithValuesAsAnObjectAndWithoutAFinalizer() {
        AddonPlan plan = ArgoCdInstaller.in("argocd")
                .project("platform")
                .plan(order(grafana().values("a: 1\n").build()));

        JsonNode application = object(plan, "Application");
        assertThat(application.at("/metadata").has("finalizers")).isFalse();
        assertThat(application.at("/spec/source/chart").asText()).isEqualTo("grafana");
        assertThat(application.at("/spec/source/targetRevision").asText()).isEqualTo("8.5.1");
        assertThat(application.at("/spec/source/helm/valuesObject/a").asInt()).isEqualTo(1);
        assertThat(application.at("/spec/destination/namespace").asText()).isEqualTo("monitoring");
        assertThat(application.at("/spec/project").asText()).isEqualTo("platform");
        assertThat(object(ArgoCdInstaller.in("argocd").plan(order(oci())), "Application")
                        .at("/spec/source/repoURL")
                        .asText())
                .isEqualTo("registry.example.org/charts/");
    }

    @Test
    void argoCdRefusesSecretsUnlessToldOtherwise() {
        AddonOrder order = order(grafana().values(VALUES).build(), PASSWORD);

        assertRefused(ArgoCdInstaller.in("argocd"), order, "keeps values in the open");
        AddonPlan plan = ArgoCdInstaller.in("argocd").allowInlineSecrets().plan(order);
        assertThat(plan.objects().get(0).secrets()).containsExactly(PASSWORD);
    }

    private static void assertRefused(AddonInstaller installer, AddonOrder order, String why) {
        assertThatThrownBy(() -> installer.plan(order)).isInstanceOfSatisfying(ClusterException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.ADDON_REFUSED);
            assertThat(refusal.problem()).contains(why);
        });
    }

    @Test
    void addonsThatCannotBeInstalledAreRefused() {
        for (AddonInstaller installer : List.of(FluxInstaller.besideReleases(), ArgoCdInstaller.in("argocd"))) {
            assertRefused(installer, order(bare().build()), "no repository URL");
            assertRefused(installer, order(bare().registryName("internal").build()), "no repository URL");
            assertRefused(installer, order(bare().repositoryUrl("git://x").build()), "no kind that is known");
            assertRefused(
                    installer,
                    order(bare().repositoryUrl("https://me:pw@x.example.org").build()),
                    "carries credentials");
            assertRefused(installer, order(grafana().values("- a\n").build()), "no YAML mapping");
            assertRefused(installer, order(grafana().values("a: [1").build()), "no YAML mapping");
        }
    }

    private static Addon.Builder bare() {
        return Addon.builder().name("grafana").chartName("grafana").chartVersion("8.5.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cert Manager (EU)", "x.y_z", "--a--", "nöö"})
    void anyNameGivesAReleaseName(String name) {
        AddonPlan plan = FluxInstaller.besideReleases().plan(order(grafanaCalled(name)));

        assertThat(object(plan, "HelmRelease").at("/spec/releaseName").asText())
                .matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    }

    private static Addon grafanaCalled(String name) {
        return Addon.builder()
                .name(name)
                .chartName("grafana")
                .chartVersion("1")
                .repositoryUrl("https://charts.example.org")
                .build();
    }

    @Test
    void filesAreWrittenForAPipelineWithPlaceholdersForSecrets(@TempDir Path folder) throws IOException {
        AddonInstaller installer = FileInstaller.to(folder.resolve("addons"));
        AddonOrder order = order(grafana().values(VALUES).build(), PASSWORD);
        AddonPlan plan = installer.plan(order);
        assertThat(folder).as("planning writes nothing").isEmptyDirectory();

        assertThat(plan.delivery().orElseThrow().deliver()).isEqualTo(Status.CREATED);
        assertThat(installer.plan(order).delivery().orElseThrow().deliver()).isEqualTo(Status.UNCHANGED);
        assertThat(installer
                        .plan(order(grafana().build()))
                        .delivery()
                        .orElseThrow()
                        .deliver())
                .isEqualTo(Status.UPDATED);
        assertThat(installer.plan(order).delivery().orElseThrow().deliver()).isEqualTo(Status.UPDATED);

        Path place = folder.resolve("addons/shop/grafana");
        assertThat(Files.readString(place.resolve("values.yaml")))
                .contains("password: ${{ parameters.grafana_pw }}", "user: root   # who");
        assertThat(Files.readString(place.resolve("chart.yaml")))
                .contains("chart: grafana", "8.5.1", "https://charts.example.org/grafana", "namespace: monitoring");
        assertThat(plan.message().orElseThrow()).contains("a pipeline has to", "Placeholders stand");
        assertThat(plan.objects()).isEmpty();
        try (var files = Files.list(place)) {
            assertThat(files).hasSize(2);
        }
    }
}
