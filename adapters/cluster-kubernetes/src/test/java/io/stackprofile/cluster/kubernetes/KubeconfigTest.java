package io.stackprofile.cluster.kubernetes;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.stackprofile.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {

    private static final String TOKEN = "t0k3n-c4nary-5521";

    @TempDir
    Path folder;

    private static String kubeconfig(String url) {
        String contexts = "";
        for (String name : List.of("prod-eu", "staging")) {
            contexts += "- name: " + name + "\n  context: {cluster: here, user: me}\n";
        }
        return "apiVersion: v1\nkind: Config\ncurrent-context: staging\nclusters:\n- name: here\n  cluster: {server: '"
                + url + "'}\nusers:\n- name: me\n  user: {token: " + TOKEN + "}\ncontexts:\n" + contexts;
    }

    @Test
    void everyContextIsAClusterByItsName() throws IOException {
        try (TestCluster cluster = new TestCluster()) {
            cluster.server.allow(TOKEN, "me", List.of(io.stackprofile.test.kubernetes.Rule.ALL));
            Path file = Files.writeString(folder.resolve("config"), kubeconfig(cluster.server.url()));
            try (KubernetesClusters clusters =
                    KubernetesClusters.builder().kubeconfig(file).build()) {
                assertThat(clusters.find("acme", "prod-eu").orElseThrow().stacks())
                        .isEmpty();
                assertThat(clusters.find("acme", "staging").orElseThrow().stacks())
                        .isEmpty();
                assertThat(clusters.find("acme", "here")).isEmpty();
            }
        }
    }

    @Test
    void aKubeconfigThatCannotBeReadIsAnErrorThatTellsNothingOfIt() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken"), "users: [{name: me, user: {token: " + TOKEN + "}]\n");
        Path empty = Files.writeString(folder.resolve("empty"), "");
        for (Path file : List.of(broken, empty, folder.resolve("missing"))) {
            var failure = assertFails(
                    ErrorCode.CLUSTER_FAILED, () -> KubernetesClusters.builder().kubeconfig(file));
            assertThat(failure.getMessage()).contains(file.toString());
            assertAbsent("the error", failure.toString() + failure.getCause(), List.of(TOKEN));
        }
    }

    @Test
    void clientsOfTheCallerStayOpen() {
        try (TestCluster cluster = new TestCluster();
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(cluster.config(cluster.server.adminToken()))
                        .build()) {
            KubernetesClusters clusters =
                    KubernetesClusters.builder().add("mine", client).build();
            assertThat(clusters.find("acme", "mine").orElseThrow().stacks()).isEmpty();
            clusters.close();

            assertThat(client.getHttpClient().isClosed()).isFalse();
            assertThatThrownBy(() -> clusters.find("acme", "mine")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void namesAreChecked() {
        KubernetesClusters.Builder builder =
                KubernetesClusters.builder().add("one", io.fabric8.kubernetes.client.Config.empty());
        assertThatThrownBy(() -> builder.add("one", io.fabric8.kubernetes.client.Config.empty()))
                .hasMessage("name: blank, or there is a cluster of that name");
        assertThatThrownBy(() -> StackSource.labels(" ")).hasMessage("selector: blank");
        assertThatThrownBy(() -> StackSource.namespaces("")).hasMessage("namespace: blank");
    }
}
