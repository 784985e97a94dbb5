package io.stackprofile.cluster.kubernetes;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.cluster.kubernetes.internal.find.Objects;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.test.kubernetes.Fault;
import io.stackprofile.test.kubernetes.Rule;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may read what, and what is told to those who may not. */
class ReadAccessTest {

    private static final String PART_OF = "app.kubernetes.io/part-of";

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static Objects configMap(String namespace, String name) {
        return Objects.of("v1", "ConfigMap", namespace, name).with("data", "{\"mode\":\"0755\"}");
    }

    private static Objects secret(String namespace, String name) {
        return Objects.of("v1", "Secret", namespace, name).with("data", "{\"password\":\"b25l\"}");
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

    @Test
    void whatMayNotBeListedIsReportedAndTheRestIsRead() {
        cluster.put(configMap("shop", "settings").json(), secret("shop", "db").json());
        String token = cluster.caller(new Rule(List.of("list"), List.of(""), List.of("configmaps"), List.of("shop")));
        ClusterAccess access =
                cluster.access(token, settings -> settings.stack("shop", StackSource.namespaces("shop")));

        StackSnapshot shop = read(access, "shop");

        assertThat(names(shop)).containsExactly("manifest/configmap-shop-settings");
        assertThat(shop.warnings())
                .anySatisfy(finding -> assertThat(finding.message())
                        .isEqualTo("cluster 'prod' does not allow this caller to list secrets in namespace 'shop'"));
        assertThat(shop.warnings()).extracting(Finding::code).containsOnly("kind-not-read", "not-read-everywhere");
    }

    @Test
    void whoMayReadNothingGetsAnError() {
        ClusterAccess access =
                cluster.access(cluster.caller(), settings -> settings.stack("shop", StackSource.namespaces("shop")));

        var failure = assertFails(ErrorCode.CLUSTER_FORBIDDEN, () -> access.read("shop"));

        assertThat(failure.getMessage()).contains("list ").contains("in namespace 'shop'");
        assertFails(ErrorCode.CLUSTER_FORBIDDEN, access::stacks);
    }

    @Test
    void expiredAndUnreachableAreTold() {
        String token = cluster.caller(Rule.ALL);
        ClusterAccess access = cluster.access(token, settings -> {});
        cluster.server.expire(token);
        assertFails(ErrorCode.CLUSTER_UNAUTHENTICATED, () -> access.read("shop"));
        assertThat(assertFails(ErrorCode.CLUSTER_UNAUTHENTICATED, access::stacks)
                        .getMessage())
                .doesNotContain(token);
        ClusterAccess gone = cluster.access();
        cluster.server.close();
        assertFails(ErrorCode.CLUSTER_UNREACHABLE, () -> gone.read("shop"));
    }

    @Test
    void hostileStackNamesSelectNothing() {
        cluster.put(configMap("shop", "settings").json());
        ClusterAccess access = cluster.access();
        for (String name : List.of("a,b=c", "x)", "", " ", "a=b", "../secrets", "shop\n", "a".repeat(64), "!shop")) {
            assertThat(access.read(name)).as(name).isEmpty();
            assertThat(access.fingerprint(name)).isNotEmpty();
        }
    }

    @Test
    void aFingerprintMovesWithWhatPeopleWriteOnly() {
        cluster.put(
                configMap("shop", "settings").label(PART_OF, "shop").json(),
                secret("shop", "db").label(PART_OF, "shop").json());
        ClusterAccess access = cluster.access();
        String before = access.fingerprint("shop");
        assertThat(access.read("shop")).map(StackSnapshot::fingerprint).contains(before);

        cluster.server.edit(
                "kube-controller-manager",
                "v1",
                "ConfigMap",
                "shop",
                "settings",
                object -> object.withObjectProperty("metadata")
                        .withObjectProperty("annotations")
                        .put("control-plane.alpha.kubernetes.io/leader", "{}"));
        assertThat(access.fingerprint("shop")).isEqualTo(before);
        cluster.server.edit(
                "kubectl",
                "v1",
                "ConfigMap",
                "shop",
                "settings",
                object -> object.withObjectProperty("metadata")
                        .withObjectProperty("annotations")
                        .put("stackprofile.io/parents", "Secret/db"));
        String edge = access.fingerprint("shop");
        assertThat(edge).isNotEqualTo(before);
        cluster.server.edit(
                "kubectl",
                "v1",
                "Secret",
                "shop",
                "db",
                object -> object.withObjectProperty("data").put("password", "bmV3"));
        String moved = access.fingerprint("shop");
        assertThat(moved).isNotIn(before, edge, access.fingerprint("absent"));
        assertThat(access.fingerprint("absent")).isEqualTo(access.fingerprint("absent"));
    }

    @Test
    void organisationsReachTheirClustersOnly() {
        try (KubernetesClusters clusters = KubernetesClusters.builder()
                .add("prod", cluster.config(cluster.server.adminToken()))
                .allow((organisation, name) -> organisation.equals("acme"))
                .build()) {
            assertThat(clusters.find("acme", "prod")).isPresent();
            assertThat(clusters.find("acme", "prod")).isEqualTo(clusters.find("acme", "prod"));
            assertThat(clusters.find("globex", "prod")).isEmpty();
            assertThat(clusters.find("acme", "staging")).isEmpty();
        }
    }

    @Test
    void aBusyServerIsNoSmallerStack() {
        cluster.put(configMap("shop", "settings").label(PART_OF, "shop").json());
        ClusterAccess access = cluster.access();
        cluster.server.inject(Fault.status(503, request -> request.path().equals("/api/v1/configmaps")));
        assertFails(ErrorCode.CLUSTER_FAILED, () -> access.read("shop"));
        cluster.server.mend();
        cluster.server.inject(Fault.malformed(request -> request.path().equals("/api/v1/configmaps")));
        assertFails(ErrorCode.CLUSTER_FAILED, () -> access.read("shop"));
    }
}
