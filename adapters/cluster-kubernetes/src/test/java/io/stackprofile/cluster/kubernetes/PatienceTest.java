package io.stackprofile.cluster.kubernetes;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.test.kubernetes.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a server that fails is asked, whoever made the client. */
class PatienceTest {

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void aServerThatKeepsFailingIsSoonToldOfWithTheClientOfTheCallerToo() {
        Fault fault = cluster.server.inject(
                Fault.status(500, request -> request.path().equals("/api/v1/configmaps")));
        try (KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(cluster.config(cluster.server.adminToken()))
                        .build();
                KubernetesClusters clusters =
                        KubernetesClusters.builder().add("prod", client).build()) {
            ClusterAccess access = clusters.find("acme", "prod").orElseThrow();

            assertFails(ErrorCode.CLUSTER_FAILED, () -> access.read("shop"));

            assertThat(fault.met()).isEqualTo(3);
            assertThat(client.getConfiguration().getRequestRetryBackoffLimit())
                    .as("the client stays as it is")
                    .isGreaterThan(3);
        }
    }

    @Test
    void aServerThatFailsOnceIsAskedAgain() {
        cluster.server.inject(Fault.status(500, request -> request.path().equals("/api/v1/configmaps"))
                .times(1));

        assertThat(cluster.access().read("shop")).isEmpty();
    }
}
