package io.stackprofile.cluster.kubernetes.internal.commit;

import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.manifest;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.only;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.ArgoCdInstaller;
import io.stackprofile.cluster.kubernetes.FileInstaller;
import io.stackprofile.cluster.kubernetes.FluxInstaller;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.testkit.StackProfileAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddonCommitTest {

    private static final String CANARY = "Gr4f'na,\"pw\\{x}=1\nü";
    private static final Addon GRAFANA = Addon.builder()
            .name("grafana")
            .chartName("grafana")
            .chartVersion("8.5.1")
            .repositoryUrl("https://charts.example.org/grafana")
            .namespace("shop")
            .values("""
                    replicas: 2
                    admin:
                      user: root
                      password: ${{ parameters.pw }}
                      token: "Basic ${{ parameters.pw | base64 }}"
                    env:
                      - {name: PW, value: '${{ parameters.pw }}'}
                    """)
            .build();

    private final Bench bench = Bench.start().secret("pw", CANARY);

    @AfterEach
    void close() {
        bench.close();
    }

    private static String definition(String group, String version, String kind, String plural) {
        return "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: " + plural + "."
                + group
                + "}\nspec:\n  group: " + group + "\n  scope: Namespaced\n  names: {kind: " + kind + ", plural: "
                + plural
                + ", singular: " + kind.toLowerCase(java.util.Locale.ROOT) + "}\n  versions:\n    - name: " + version
                + "\n      served: true\n      storage: true\n      schema: {openAPIV3Schema: {type: object,"
                + " x-kubernetes-preserve-unknown-fields: true}}\n---\n";
    }

    private void flux() {
        bench.commit(
                order -> order.stack("flux"),
                manifest(
                        "crds",
                        definition("helm.toolkit.fluxcd.io", "v2", "HelmRelease", "helmreleases")
                                + definition("source.toolkit.fluxcd.io", "v1", "HelmRepository", "helmrepositories")
                                + definition("source.toolkit.fluxcd.io", "v1", "OCIRepository", "ocirepositories")));
        bench.installer(FluxInstaller.besideReleases());
    }

    @Test
    void fluxGetsTheReleaseAndTheSecretToTheCharacterAndARepeatIsUnchanged() {
        flux();

        CommitReport first = bench.commit(GRAFANA);
        CommitReport second = bench.commit(GRAFANA);

        assertThat(only(first).status()).isEqualTo(Status.CREATED);
        assertThat(only(second).status()).isEqualTo(Status.UNCHANGED);
        JsonNode release = bench.object("helm.toolkit.fluxcd.io/v2", "HelmRelease", "grafana");
        assertThat(Marks.member(release)).contains(MemberRef.addon("grafana"));
        assertThat(Json.write(release.at("/spec/values"))).isEqualTo("{\"replicas\":2,\"admin\":{\"user\":\"root\"}}");
        JsonNode values = Json.read(new String(
                        Base64.getDecoder()
                                .decode(bench.object("v1", "Secret", "grafana-values")
                                        .path("data")
                                        .path("values.yaml")
                                        .asText()),
                        StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(values.at("/admin/password").asText()).isEqualTo(CANARY);
        assertThat(values.at("/env/0/value").asText()).isEqualTo(CANARY);
        assertThat(values.at("/admin/token").asText())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8)));
        StackProfileAssertions.assertAbsent("what all may read", release.toString() + first + second, List.of(CANARY));
    }

    @Test
    void anAddonThatIsRemovedTakesAllItsObjectsAlong() {
        flux();
        bench.commit(GRAFANA);

        CommitReport report = bench.commit(order -> order.removals(GRAFANA));

        assertThat(only(report).status()).isEqualTo(Status.REMOVED);
        assertThat(bench.there("helm.toolkit.fluxcd.io/v2", "HelmRelease", "grafana"))
                .isEmpty();
        assertThat(bench.there("source.toolkit.fluxcd.io/v1", "HelmRepository", "grafana"))
                .isEmpty();
        assertThat(bench.there("v1", "Secret", "grafana-values")).isEmpty();
    }

    @Test
    void anAddonWhoseSecretsAreGoneLosesTheSecret() {
        flux();
        bench.commit(GRAFANA);

        MemberOutcome outcome = only(bench.commit(GRAFANA.withText("replicas: 3\n")));

        assertThat(outcome.status()).isEqualTo(Status.UPDATED);
        assertThat(bench.there("v1", "Secret", "grafana-values")).isEmpty();
        assertThat(bench.object("helm.toolkit.fluxcd.io/v2", "HelmRelease", "grafana")
                        .path("spec")
                        .has("valuesFrom"))
                .isFalse();
    }

    @Test
    void aPreviewPlansAnAddonWithoutItsSecrets() {
        flux();
        bench.commit(GRAFANA);

        CommitPreview preview = bench.preview(GRAFANA);

        assertThat(only(preview.report()).status()).isEqualTo(Status.UNCHANGED);
        StackProfileAssertions.assertAbsent("the preview", preview.report().toString(), List.of(CANARY));
    }

    @Test
    void withoutAnInstallerAddonsFailAndOthersGoOn() {
        CommitReport report = bench.commit(GRAFANA, manifest("config", CommitTest.CONFIG));

        assertThat(statuses(report))
                .isEqualTo(Map.of("addon/grafana", Status.FAILED, "manifest/config", Status.CREATED));
        assertThat(report.members().get(0).code()).contains(ErrorCode.ADDON_REFUSED);
        assertThat(report.members().get(0).message().orElseThrow()).contains("FluxInstaller");
    }

    @Test
    void withoutItsOperatorAnAddonSaysWhatToInstall() {
        bench.installer(FluxInstaller.besideReleases());
        MemberOutcome flux = only(bench.commit(GRAFANA));
        bench.installer(ArgoCdInstaller.in("shop"));
        MemberOutcome refused = only(bench.commit(GRAFANA));
        MemberOutcome argo = only(bench.commit(GRAFANA.withText("a: 1\n")));

        assertThat(flux.code()).contains(ErrorCode.UNKNOWN_KIND);
        assertThat(flux.message().orElseThrow()).contains("Install Flux");
        assertThat(refused.code()).contains(ErrorCode.ADDON_REFUSED);
        assertThat(argo.code()).contains(ErrorCode.UNKNOWN_KIND);
        assertThat(argo.message().orElseThrow()).contains("Install Argo CD");
    }

    @Test
    void argoCdGetsAnApplication() {
        bench.commit(
                order -> order.stack("argocd"),
                manifest("crds", definition("argoproj.io", "v1alpha1", "Application", "applications")));
        bench.installer(ArgoCdInstaller.in("shop"));
        Member plain = GRAFANA.withText("a: {b: [1, 2]}\n");

        assertThat(only(bench.commit(plain)).status()).isEqualTo(Status.CREATED);
        assertThat(only(bench.commit(plain)).status()).isEqualTo(Status.UNCHANGED);
        assertThat(bench.object("argoproj.io/v1alpha1", "Application", "shop-grafana")
                        .at("/spec/source/helm/valuesObject/a/b/1")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void filesAreWrittenInACommitOnlyAndHoldNoSecret(@TempDir Path folder) throws IOException {
        bench.installer(FileInstaller.to(folder));

        bench.preview(GRAFANA);
        assertThat(folder).isEmptyDirectory();
        MemberOutcome outcome = only(bench.commit(GRAFANA));

        assertThat(outcome.status()).isEqualTo(Status.CREATED);
        assertThat(outcome.message().orElseThrow()).contains("a pipeline has to");
        String values = Files.readString(folder.resolve("shop/grafana/values.yaml"));
        assertThat(Optional.of(values)).isEqualTo(GRAFANA.values());
        assertThat(only(bench.commit(GRAFANA)).status()).isEqualTo(Status.UNCHANGED);
    }
}
