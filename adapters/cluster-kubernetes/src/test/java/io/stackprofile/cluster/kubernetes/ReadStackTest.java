package io.stackprofile.cluster.kubernetes;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.find.Objects;
import io.stackprofile.cluster.kubernetes.internal.helm.ReleaseRecords;
import io.stackprofile.error.Finding;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.test.kubernetes.ApiRequest;
import io.stackprofile.test.kubernetes.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadStackTest {

    private static final String PART_OF = "app.kubernetes.io/part-of";
    private static final String CANARY = "c4nary-p4ssw0rd-7731";
    private static final String CANARY64 = "YzRuYXJ5LXA0c3N3MHJkLTc3MzE=";

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static Objects in(String namespace, String apiVersion, String kind, String name) {
        return Objects.of(apiVersion, kind, namespace, name);
    }

    private static Objects configMap(String namespace, String name) {
        return in(namespace, "v1", "ConfigMap", name).with("data", "{\"mode\":\"0755\"}");
    }

    private static Objects secret(String namespace, String name) {
        return in(namespace, "v1", "Secret", name).with("data", "{\"password\":\"" + CANARY64 + "\"}");
    }

    private static StackSnapshot read(ClusterAccess access, String stack) {
        return access.read(stack).orElseThrow();
    }

    private static List<String> names(StackSnapshot snapshot) {
        return snapshot.spec().members().stream()
                .map(Member::ref)
                .map(MemberRef::toString)
                .toList();
    }

    private static List<String> codes(StackSnapshot snapshot) {
        return snapshot.warnings().stream().map(Finding::code).toList();
    }

    @Test
    void aLabelMakesAStackWithoutAnySettings() {
        JsonNode settings = configMap("shop", "settings").label(PART_OF, "shop").json();
        cluster.put(
                settings,
                Objects.of("rbac.authorization.k8s.io/v1", "ClusterRole", "", "Shop:Reader")
                        .label(PART_OF, "shop")
                        .json(),
                configMap("shop", "other").label(PART_OF, "billing").json(),
                configMap("shop", "plain").json());
        ClusterAccess access = cluster.access();

        StackSnapshot shop = read(access, "shop");

        assertThat(shop.live()).isTrue();
        assertThat(names(shop)).containsExactly("manifest/clusterrole-shop:reader", "manifest/configmap-shop-settings");
        assertThat(Json.read(shop.spec().manifests().get(1).content())
                        .orElseThrow()
                        .path("data"))
                .isEqualTo(settings.path("data"));
        assertThat(shop.warnings()).isEmpty();
        assertThat(access.stacks()).containsExactly("billing", "shop");
        assertThat(access.read("unknown")).isEmpty();
    }

    @Test
    void eachKindIsListedOnceByEachSelectorAndNothingElseIsAsked() {
        ClusterAccess access = cluster.access();
        access.read("shop");
        cluster.server.forgetRequests();

        access.read("shop");

        List<ApiRequest> all = cluster.server.requests();
        List<ApiRequest> requests = all.subList(2, all.size());
        assertThat(all.subList(0, 2)).extracting(ApiRequest::path).containsExactly("/api", "/apis");
        assertThat(requests.stream().map(request -> request.path() + "?" + request.parameter("labelSelector")))
                .doesNotHaveDuplicates();
        assertThat(requests)
                .allSatisfy(request -> assertThat(request.parameter("labelSelector"))
                        .isIn("app.kubernetes.io/part-of=shop", "stackprofile.io/stack=shop"));
        assertThat(requests.stream().map(ApiRequest::path))
                .contains("/apis/apps/v1/deployments", "/apis/autoscaling/v2/horizontalpodautoscalers")
                .doesNotContain("/api/v1/events", "/apis/coordination.k8s.io/v1/leases", "/api/v1/nodes");
    }

    @Test
    void aNamespaceIsReadByWhoeverMayReadItAndNothingElse() {
        cluster.put(
                configMap("shop", "settings").json(),
                configMap("shop", "kube-root-ca.crt").json(),
                secret("shop", "db").json(),
                in("shop", "v1", "ServiceAccount", "default").json(),
                configMap("other", "settings").json(),
                ReleaseRecords.secret("shop", "cache", 2, "deployed", "{\"auth\":{\"password\":\"" + CANARY + "\"}}"));
        String token = cluster.caller(new Rule(List.of("list", "get"), List.of("*"), List.of("*"), List.of("shop")));
        ClusterAccess access = cluster.access(
                token,
                settings -> settings.stack("shop", StackSource.namespaces("shop"))
                        .repositories(chart -> Optional.of("https://charts.example.org")));

        StackSnapshot shop = read(access, "shop");

        assertThat(names(shop))
                .containsExactly("addon/cache", "manifest/configmap-shop-settings", "manifest/secret-shop-db");
        assertThat(shop.spec().addons())
                .containsExactly(Addon.builder()
                        .name("cache")
                        .namespace("shop")
                        .chartName("valkey")
                        .chartVersion("0.7.2")
                        .repositoryUrl("https://charts.example.org")
                        .values("{\"auth\":{\"password\":\"" + CANARY + "\"}}")
                        .build());
        assertThat(shop.leftOut())
                .extracting(LeftOut::rule)
                .containsExactlyInAnyOrder("helm-release-record", "injected-ca", "default-account");
        assertThat(codes(shop)).containsExactly("not-read-everywhere");
        assertAbsent(
                "findings, objects left out and texts",
                shop.warnings() + " " + shop.leftOut() + shop + access,
                List.of(CANARY, CANARY64));
    }

    @Test
    void committedObjectsFormTheirMembersAgain() {
        cluster.put(
                mark(configMap("shop", "b"), "shop", "manifest/settings", 1).json(),
                mark(configMap("shop", "a"), "shop", "manifest/settings", 2).json(),
                mark(configMap("shop", "c"), "shop", "manifest/settings", 0)
                        .annotation("stackprofile.io/parents", "ConfigMap/shop/other, manifest/gone,Secret/db")
                        .json(),
                secret("shop", "db").label(PART_OF, "shop").json(),
                secret("billing", "db").label(PART_OF, "shop").json(),
                configMap("shop", "other").label(PART_OF, "shop").json(),
                mark(configMap("shop", "foreign").label(PART_OF, "shop"), "ledger", "manifest/x", 0)
                        .json());
        StackSnapshot shop = read(cluster.access(), "shop");

        assertThat(names(shop))
                .containsExactly(
                        "manifest/configmap-shop-other",
                        "manifest/secret-billing-db",
                        "manifest/secret-shop-db",
                        "manifest/settings");
        Member settings = shop.spec().find(MemberRef.manifest("settings")).orElseThrow();
        assertThat(settings.text()
                        .orElseThrow()
                        .lines()
                        .filter(line -> line.startsWith("{"))
                        .map(line -> Json.read(line)
                                .orElseThrow()
                                .path("metadata")
                                .path("name")
                                .asText()))
                .containsExactly("c", "b", "a");
        assertThat(settings.parents())
                .containsExactly(MemberRef.manifest("configmap-shop-other"), MemberRef.manifest("secret-shop-db"));
        assertThat(shop.warnings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("unknown-parent");
            assertThat(finding.message()).isEqualTo("parent 2 of the annotation is no member of the stack");
        });
        assertThat(shop.marks()).isEmpty();
        assertThat(shop.leftOut()).extracting(LeftOut::rule).containsExactly("of-another-stack");
    }

    private static Objects mark(Objects object, String stack, String member, int document) {
        return object.label("stackprofile.io/stack", stack)
                .annotation("stackprofile.io/member", member)
                .annotation("stackprofile.io/document", Integer.toString(document));
    }

    @Test
    void aReleaseIsFoundByWhatItRendered() {
        cluster.put(
                in("shop", "v1", "Service", "db")
                        .label(PART_OF, "shop")
                        .label("app.kubernetes.io/managed-by", "Helm")
                        .annotation("meta.helm.sh/release-name", "db")
                        .annotation("meta.helm.sh/release-namespace", "data")
                        .annotation("stackprofile.io/repository", "oci://registry.example.org/charts")
                        .with("spec", "{\"ports\":[{\"port\":6379}]}")
                        .json(),
                in("shop", "v1", "Service", "lost")
                        .label(PART_OF, "shop")
                        .label("app.kubernetes.io/managed-by", "Helm")
                        .annotation("meta.helm.sh/release-name", "lost")
                        .with("spec", "{\"ports\":[{\"port\":80}]}")
                        .json(),
                ReleaseRecords.secret("data", "db", 4, "deployed", "{}"),
                ReleaseRecords.secret("data", "unrelated", 1, "deployed", "{}"));
        StackSnapshot shop = read(cluster.access(), "shop");

        assertThat(shop.spec().members())
                .containsExactly(Addon.builder()
                        .name("db")
                        .namespace("data")
                        .chartName("valkey")
                        .chartVersion("0.7.4")
                        .repositoryUrl("oci://registry.example.org/charts")
                        .build());
        assertThat(codes(shop)).containsExactly("helm-release-not-found");
    }

    @Test
    void partsOfSeveralSourcesAreOneStack() {
        cluster.put(
                configMap("shop", "settings").json(),
                Objects.of("rbac.authorization.k8s.io/v1", "ClusterRole", "", "shop")
                        .json(),
                in("jobs", "batch/v1", "CronJob", "nightly")
                        .label("team", "shop")
                        .json(),
                in("jobs", "batch/v1", "CronJob", "weekly")
                        .label("team", "other")
                        .json(),
                ReleaseRecords.configMap("data", "cache", 1, "deployed", ""),
                in("shop", "apps/v1", "ReplicaSet", "web-1")
                        .owner("Deployment", "web", true)
                        .json());
        StackSource source = StackSource.namespaces("shop")
                .and(StackSource.labels("team=shop").in("jobs"))
                .and(StackSource.object("rbac.authorization.k8s.io/v1", "ClusterRole", "shop"))
                .and(StackSource.object("v1", "ConfigMap", "shop", "gone"))
                .and(StackSource.object("example.org/v1", "Widget", "shop", "w"))
                .and(StackSource.object("apps/v1", "ReplicaSet", "shop", "web-1"))
                .and(StackSource.helmReleases("data"));
        ClusterAccess access = cluster.access(settings -> settings.stack("prod", "shop", source)
                .repositories(chart -> Optional.of("https://charts.example.org")));
        StackSnapshot shop = read(access, "shop");

        assertThat(names(shop))
                .containsExactly(
                        "addon/cache",
                        "manifest/clusterrole-shop",
                        "manifest/configmap-shop-settings",
                        "manifest/cronjob-jobs-nightly",
                        "manifest/replicaset-shop-web-1");
        assertThat(codes(shop)).containsExactlyInAnyOrder("object-missing", "kind-not-served");
        assertThat(access.stacks()).containsExactly("shop");
    }

    @Test
    void aCollisionOfNamesIsToldApart() {
        cluster.put(
                configMap("a-b", "c").label(PART_OF, "shop").json(),
                configMap("a", "b-c").label(PART_OF, "shop").json());
        List<String> names = names(read(cluster.access(), "shop"));

        assertThat(names)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("manifest/configmap-a-b-c-[0-9a-f]{8}"));
    }

    @Test
    void listsThatAreCutIntoPagesAreReadWhole() {
        for (int i = 0; i < 1_203; i++) {
            cluster.put(configMap("shop", "c" + i).label(PART_OF, "shop").json());
        }
        assertThat(read(cluster.access(), "shop").spec().members()).hasSize(1_203);
        assertThat(cluster.server.requests().stream()
                        .filter(request -> request.path().equals("/api/v1/configmaps"))
                        .collect(Collectors.groupingBy(request -> request.parameter("labelSelector")))
                        .get(PART_OF + "=shop"))
                .hasSize(3);
    }
}
