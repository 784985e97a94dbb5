package io.stackprofile.it.kube;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.stackprofile.cluster.kubernetes.ArgoCdInstaller;
import io.stackprofile.cluster.kubernetes.FluxInstaller;
import io.stackprofile.cluster.kubernetes.StackSource;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.AddonInstaller;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Charts on an API server: captured from what Helm recorded, installed through Flux or Argo CD, read again. */
abstract class KubeAddons extends KubeSteps {

    static final String PASSWORD = "Rt5-helm-Wd9-of-the-cache";
    private static final MemberRef CACHE = MemberRef.addon("cache");

    @Override
    KubeWorld world(KubeTarget on) {
        return new KubeWorld(
                on,
                clusters -> clusters.stack(on.named("shop"), StackSource.namespaces(on.named("shop")))
                        .repositories(chart -> Optional.of("https://valkey.io/valkey-helm"))
                        .installer(installer(on)));
    }

    /** How add-ons come onto the cluster in a test; Flux unless it says otherwise. */
    AddonInstaller installer(KubeTarget on) {
        return order -> (argo ? ArgoCdInstaller.in(on.named("argo")) : FluxInstaller.besideReleases()).plan(order);
    }

    private boolean argo;

    private ProfileVersion recorded(String config) {
        target.post(core("secrets"), "Helm", HelmRecord.secret(source, "cache", config));
        return captured();
    }

    private String core(String plural) {
        return "/api/v1/namespaces/" + source + "/" + plural;
    }

    @Test
    void whatHelmRecordedIsCapturedAndInstalledThroughFlux() {
        new Definitions(target).flux();
        ProfileVersion version = recorded("""
                {"architecture": "replication", "replicas": 3, "persistence": {"size": "8Gi", "enabled": "yes"},
                 "auth": {"enabled": true, "password": "%s"}}
                """.formatted(PASSWORD));
        Addon cache = (Addon) version.spec().find(CACHE).orElseThrow();
        assertThat(cache.chartName()).isEqualTo("valkey");
        assertThat(cache.chartVersion()).isEqualTo("0.7.4");
        assertThat(cache.repositoryUrl()).contains("https://valkey.io/valkey-helm");
        assertThat(cache.values())
                .hasValueSatisfying(
                        values -> assertThat(values).contains("size: 8Gi", "enabled: \"yes\"", "${{ parameters."));
        assertThat(version.report().leftOut()).extracting(left -> left.name()).contains("sh.helm.release.v1.cache.v1");

        String there = target.namespace("flux");
        CommitResult result = committed(version, "flux", there);

        assertThat(result.members()).extracting(MemberOutcome::status).containsOnly(MemberOutcome.Status.CREATED);
        String release = target.get("/apis/helm.toolkit.fluxcd.io/v2/namespaces/" + there + "/helmreleases/cache")
                .orElseThrow()
                .toString();
        assertThat(release).contains("replication", "valuesFrom");
        assertAbsent("the release", release, List.of(PASSWORD, KubeWorld.SECRET));
        Addon again = (Addon)
                capture(target.named("flux"), "again").spec().find(CACHE).orElseThrow();
        assertThat(again.chartVersion()).isEqualTo("0.7.4");
        assertThat(again.values())
                .hasValueSatisfying(values -> assertThat(values).contains("replicas: 3"));
        assertAbsent("all", version + result.toString() + again, List.of(PASSWORD, KubeWorld.SECRET));
    }

    @Test
    void aChartWithoutSecretsIsInstalledThroughArgoCd() {
        argo = true;
        new Definitions(target).argo();
        target.namespace("argo");
        ProfileVersion version = recorded("{\"architecture\": \"standalone\", \"replicas\": 1}");

        CommitResult result = committed(version, "argo-shop", target.namespace("argo-shop"));

        assertThat(result.members()).extracting(MemberOutcome::status).containsOnly(MemberOutcome.Status.CREATED);
        Addon again = (Addon)
                capture(target.named("argo-shop"), "again").spec().find(CACHE).orElseThrow();
        assertThat(again.values())
                .hasValueSatisfying(values -> assertThat(values).contains("architecture: standalone"));
    }

    @Test
    void withoutTheInstallersDefinitionsAnAddonFailsAndTheRestIsThere() {
        ProfileVersion version = recorded("{\"replicas\": 1}");
        String there = target.namespace("bare");
        boolean flux = target.get("/apis/helm.toolkit.fluxcd.io/v2").isPresent();
        assumeFalse(flux, "Flux is installed on the server that was given");

        CommitResult result = committed(version, "bare", there);

        assertThat(outcome(result, "cache").code()).contains(ErrorCode.UNKNOWN_KIND);
        assertThat(outcome(result, web()).status()).isEqualTo(MemberOutcome.Status.CREATED);
    }
}
