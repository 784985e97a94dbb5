package io.stackprofile.cluster.kubernetes;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.find.Objects;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was committed is read again as it was committed. */
class CommitAndReadTest {

    private static final String CANARY = "c4nary-p4ssw0rd-7731";
    private static final String TOKEN = "${{ parameters.password }}";
    private static final SequenceIds IDS = SequenceIds.fromStart();
    private static final InstanceMark MARK = new InstanceMark(
            new InstantiationId(IDS.next()),
            new ProfileId(IDS.next()),
            "shop",
            3,
            Digest.of("sha256:" + "ab".repeat(32)));

    private static final StackSpec SHOP = StackBuilder.stack()
            .manifest("namespace", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n")
            .manifest("settings", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: zeta
                      namespace: shop
                    data:
                      mode: "0755"
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: alpha
                      namespace: shop
                    data:
                      a: "1"
                    """)
            .after("manifest/namespace")
            .manifest("db", """
                    apiVersion: v1
                    kind: Secret
                    metadata:
                      name: db
                      namespace: shop
                    stringData:
                      password: %s
                    """.formatted(TOKEN))
            .after("manifest/namespace", "manifest/settings")
            .build();

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static StackCommit.Builder commit(StackSpec spec) {
        return commit("shop", spec);
    }

    private static StackCommit.Builder commit(String stack, StackSpec spec) {
        return StackCommit.builder()
                .organisation("acme")
                .draftId(new StackDraftId(IDS.next()))
                .stack(stack)
                .addAllMembers(
                        spec.members().stream().map(CommitAndReadTest::member).toList())
                .mark(MARK)
                .secrets(parameter -> SecretValue.of(CANARY));
    }

    private static CommitMember member(Member member) {
        CommitMember.Builder builder = CommitMember.builder().member(member);
        int start = member.text().orElse("").indexOf(TOKEN);
        if (start >= 0) {
            builder.addSecret(SecretSlot.builder()
                    .parameter("password")
                    .document(0)
                    .path(member instanceof Addon ? "/auth/password" : "/stringData/password")
                    .start(start)
                    .end(start + TOKEN.length())
                    .build());
        }
        return builder.build();
    }

    private static List<Status> statuses(CommitReport report) {
        return report.members().stream().map(MemberOutcome::status).toList();
    }

    @Test
    void membersComeBackWithTheirDocumentsEdgesAndMarks() {
        ClusterAccess access = cluster.access();
        StackCommit commit =
                commit(SHOP).expectedFingerprint(access.fingerprint("shop")).build();

        assertThat(statuses(access.commit(commit))).containsOnly(Status.CREATED);

        StackSnapshot shop = access.read("shop").orElseThrow();
        assertThat(shop.spec().members())
                .extracting(Member::ref, Member::parents)
                .containsExactlyInAnyOrderElementsOf(SHOP.members().stream()
                        .map(member -> org.assertj.core.groups.Tuple.tuple(member.ref(), member.parents()))
                        .toList());
        assertThat(shop.marks())
                .hasSize(3)
                .allSatisfy((ref, mark) -> assertThat(mark).isEqualTo(MARK));
        assertThat(shop.spec()
                        .find(MemberRef.manifest("settings"))
                        .flatMap(Member::text)
                        .orElseThrow()
                        .split("\n---\n"))
                .extracting(text -> Json.read(text)
                        .orElseThrow()
                        .path("metadata")
                        .path("name")
                        .asText())
                .containsExactly("zeta", "alpha");
        assertThat(access.stacks()).containsExactly("shop");
        assertAbsent("the snapshot's text", shop.toString() + shop.warnings(), List.of(CANARY));
    }

    @Test
    void committingAgainChangesNothingAndMovesNoFingerprint() {
        ClusterAccess access = cluster.access();
        access.commit(commit(SHOP).build());
        String fingerprint = access.fingerprint("shop");

        CommitReport again =
                access.commit(commit(SHOP).expectedFingerprint(fingerprint).build());

        assertThat(statuses(again)).containsOnly(Status.UNCHANGED);
        assertThat(access.fingerprint("shop")).isEqualTo(fingerprint);
    }

    @Test
    void aTargetThatMovedIsRefused() {
        ClusterAccess access = cluster.access();
        access.commit(commit(SHOP).build());
        StackCommit commit =
                commit(SHOP).expectedFingerprint(access.fingerprint("shop")).build();
        cluster.server.edit(
                "kubectl",
                "v1",
                "ConfigMap",
                "shop",
                "zeta",
                object -> object.withObjectProperty("data").put("mode", "0644"));
        String before = cluster.server.snapshot();

        assertFails(ErrorCode.TARGET_MOVED, () -> access.commit(commit));

        assertThat(cluster.server.snapshot()).isEqualTo(before);
    }

    @Test
    void aPreviewIsWhatIsReadAfterTheCommit() {
        ClusterAccess access = cluster.access();
        access.commit(commit(SHOP).build());
        StackSpec changed = StackBuilder.stack().manifest("settings", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: zeta
                          namespace: shop
                        data:
                          mode: "0600"
                        """).build();
        String before = cluster.server.snapshot();
        StackSpec preview = access.preview(commit(changed).build()).spec();
        assertThat(cluster.server.snapshot()).isEqualTo(before);
        access.commit(commit(changed).build());

        StackSpec after = access.read("shop").orElseThrow().spec();
        assertThat(preview.members())
                .extracting(Member::ref)
                .containsExactlyElementsOf(
                        after.members().stream().map(Member::ref).toList());
        assertThat(preview.members())
                .filteredOn(member -> member.ref().equals(MemberRef.manifest("settings")))
                .allSatisfy(member -> assertThat(member.text().orElseThrow()).contains("\"mode\":\"0600\""));
    }

    @Test
    void anAddonComesBackWithItsValuesAndItsSecrets() {
        definitions();
        ClusterAccess access = cluster.access(settings -> settings.installer(FluxInstaller.besideReleases()));
        Addon wanted = Addon.builder()
                .name("cache")
                .namespace("shop")
                .chartName("valkey")
                .chartVersion("0.7.4")
                .repositoryUrl("https://valkey.io/valkey-helm")
                .values("replicas: 2\nauth:\n  password: " + TOKEN + "\n")
                .addParent(MemberRef.manifest("namespace"))
                .build();
        StackSpec spec = StackSpec.of(Optional.empty(), List.of(SHOP.members().get(0), wanted));
        CommitReport report = access.commit(commit(spec).build());
        assertThat(report.complete()).as(report.toString()).isTrue();

        StackSnapshot shop = access.read("shop").orElseThrow();
        assertThat(shop.spec().addons()).singleElement().satisfies(addon -> {
            assertThat(addon.withoutValues()).isEqualTo(wanted.withoutValues());
            JsonNode values = addon.values().flatMap(Json::read).orElseThrow();
            assertThat(values)
                    .isEqualTo(Json.read("{\"auth\":{\"password\":\"" + CANARY + "\"},\"replicas\":2}")
                            .orElseThrow());
        });
        assertThat(shop.spec().manifests()).extracting(Member::name).containsExactly("namespace");
        assertThat(shop.marks()).containsKey(wanted.ref());
        assertThat(statuses(access.commit(commit(spec).build()))).containsOnly(Status.UNCHANGED);
        assertAbsent("what is told", shop.toString() + shop.warnings() + shop.leftOut() + report, List.of(CANARY));
    }

    private void definitions() {
        for (String each : List.of(
                "helm.toolkit.fluxcd.io v2 HelmRelease helmreleases",
                "source.toolkit.fluxcd.io v1 HelmRepository helmrepositories")) {
            String[] parts = each.split(" ");
            cluster.put(Objects.of("apiextensions.k8s.io/v1", "CustomResourceDefinition", "", parts[3] + "." + parts[0])
                    .with(
                            "spec",
                            "{\"group\":\"" + parts[0] + "\",\"scope\":\"Namespaced\",\"names\":{\"kind\":\"" + parts[2]
                                    + "\",\"plural\":\"" + parts[3] + "\",\"listKind\":\"" + parts[2]
                                    + "List\"},\"versions\":[{\"name\":\"" + parts[1]
                                    + "\",\"served\":true,\"storage\":true,\"schema\":{\"openAPIV3Schema\":{\"type\":"
                                    + "\"object\",\"x-kubernetes-preserve-unknown-fields\":true}}}]}")
                    .json());
        }
    }

    @Test
    void twoStacksOfOneProfileDoNotMix() {
        ClusterAccess access = cluster.access();
        access.commit(commit(SHOP).build());
        StackSpec other = StackSpec.of(
                Optional.empty(),
                SHOP.map(member -> member.withText(member.text().orElseThrow().replace("shop", "shop-b")))
                        .members());
        access.commit(commit("shop-b", other).build());

        assertThat(access.stacks()).containsExactly("shop", "shop-b");
        assertThat(access.read("shop").orElseThrow().spec().members()).hasSize(3);
        assertThat(access.read("shop-b").orElseThrow().spec().members()).hasSize(3);
    }
}
