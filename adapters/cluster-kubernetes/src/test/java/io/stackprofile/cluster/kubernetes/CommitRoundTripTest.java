package io.stackprofile.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.test.kubernetes.ApiServer;
import io.stackprofile.testkit.SequenceIds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is committed through a cluster is read back through it. */
class CommitRoundTripTest {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final SequenceIds IDS = SequenceIds.fromStart();
    private static final InstanceMark MARK = new InstanceMark(
            new InstantiationId(IDS.next()),
            new ProfileId(IDS.next()),
            "webshop",
            3,
            Digest.of("sha256:" + "ab".repeat(32)));
    private static final Manifest CRDS = Manifest.builder()
            .name("crds")
            .content(definition("helm.toolkit.fluxcd.io", "v2", "HelmRelease", "helmreleases") + "---\n"
                    + definition("source.toolkit.fluxcd.io", "v1", "HelmRepository", "helmrepositories") + "---\n"
                    + definition("source.toolkit.fluxcd.io", "v1", "OCIRepository", "ocirepositories"))
            .build();
    private static final Manifest BASE =
            Manifest.builder().name("base").content("""
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: shop}
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: settings, namespace: shop}
                    data: {mode: fast}
                    """).build();
    private static final Addon REPOSITORY = Addon.builder()
            .name("Grafana EU")
            .chartName("grafana")
            .chartVersion("8.5.1")
            .repositoryUrl("https://charts.example.org/grafana")
            .namespace("shop")
            .values("{\"admin\":{\"user\":\"root\"},\"sizes\":[1,2]}")
            .addParents(MemberRef.manifest("base"))
            .build();
    private static final Addon REGISTRY = Addon.builder()
            .name("loki")
            .chartName("loki")
            .chartVersion("6.0.0")
            .repositoryUrl("oci://registry.example.org/charts")
            .namespace("shop")
            .addParents(MemberRef.addon("Grafana EU"))
            .build();
    private static final List<Member> STACK = List.of(BASE, REPOSITORY, REGISTRY);

    private final ApiServer server = ApiServer.start();
    private final KubernetesClusters clusters = KubernetesClusters.builder()
            .add("prod", Config.fromKubeconfig(server.kubeconfig(server.adminToken())))
            .installer(FluxInstaller.besideReleases())
            .build();
    private final ClusterAccess cluster = clusters.find("acme", "prod").orElseThrow();

    private static String definition(String group, String version, String kind, String plural) {
        return "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: " + plural + "."
                + group
                + "}\nspec:\n  group: " + group + "\n  scope: Namespaced\n  names: {kind: " + kind + ", plural: "
                + plural
                + "}\n  versions:\n    - name: " + version
                + "\n      served: true\n      storage: true\n      schema: {openAPIV3Schema: {type: object,"
                + " x-kubernetes-preserve-unknown-fields: true}}\n";
    }

    @AfterEach
    void close() {
        clusters.close();
        server.close();
    }

    private static StackCommit order(String stack, List<? extends Member> members, List<? extends Member> removals) {
        return StackCommit.builder()
                .organisation("acme")
                .draftId(new StackDraftId(IDS.next()))
                .stack(stack)
                .addAllMembers(members.stream()
                        .map(member -> CommitMember.builder().member(member).build())
                        .toList())
                .addAllRemovals(removals)
                .mark(MARK)
                .secrets(parameter -> SecretValue.of("unused"))
                .build();
    }

    @Test
    void aStackIsReadAsItWasCommittedMembersEdgesAndMarks() {
        assertThat(cluster.commit(order("flux", List.of(CRDS), List.of())).complete())
                .isTrue();

        CommitReport report = cluster.commit(order("shop", STACK, List.of()));

        assertThat(report.members()).extracting(MemberOutcome::status).containsOnly(Status.CREATED);
        StackSnapshot read = cluster.read("shop").orElseThrow();
        assertThat(read.spec().members())
                .extracting(Member::ref)
                .containsExactlyInAnyOrder(BASE.ref(), REPOSITORY.ref(), REGISTRY.ref());
        assertThat(read.spec().find(REPOSITORY.ref())).contains(REPOSITORY);
        assertThat(read.spec().find(REGISTRY.ref())).contains(REGISTRY);
        assertThat(read.spec().find(BASE.ref()).flatMap(Member::text).orElseThrow())
                .contains("\n---\n", "settings");
        assertThat(read.marks())
                .hasSize(3)
                .allSatisfy((ref, mark) -> assertThat(mark).isEqualTo(MARK));
        assertThat(cluster.stacks()).contains("shop", "flux");
    }

    @Test
    void againIsUnchangedPreviewTellsItAndEverythingCanBeTakenAway() {
        cluster.commit(order("flux", List.of(CRDS), List.of()));
        cluster.commit(order("shop", STACK, List.of()));
        String fingerprint = cluster.fingerprint("shop");

        CommitPreview preview = cluster.preview(order("shop", STACK, List.of()));
        CommitReport again = cluster.commit(order("shop", STACK, List.of()));

        assertThat(again.members()).extracting(MemberOutcome::status).containsOnly(Status.UNCHANGED);
        assertThat(preview.report()).isEqualTo(again);
        assertThat(preview.spec()).isEqualTo(cluster.read("shop").orElseThrow().spec());
        assertThat(cluster.fingerprint("shop")).isEqualTo(fingerprint);

        CommitReport gone = cluster.commit(order("shop", List.of(), List.of(REGISTRY, REPOSITORY, BASE)));

        assertThat(gone.members()).extracting(MemberOutcome::status).containsOnly(Status.REMOVED);
        assertThat(server.object("helm.toolkit.fluxcd.io/v2", "HelmRelease", "shop", "loki"))
                .isEqualTo(Optional.empty());
        assertThat(cluster.read("flux")).isPresent();
    }
}
