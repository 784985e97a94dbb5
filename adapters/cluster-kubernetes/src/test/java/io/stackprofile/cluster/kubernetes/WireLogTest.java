package io.stackprofile.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.stackprofile.cluster.kubernetes.internal.find.Objects;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client's log of the wire has every Secret in it, whoever turned it on. */
class WireLogTest {

    @Test
    void whatIsReadDoesNotGoThroughTheClientsLogOfTheWire() {
        List<String> logged = new ArrayList<>();
        Interceptor log = new Interceptor() {
            @Override
            public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
                logged.add(request.method() + " " + request.uri());
            }
        };
        try (TestCluster cluster = new TestCluster();
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(cluster.config(cluster.server.adminToken()))
                        .withHttpClientBuilderConsumer(builder -> builder.addOrReplaceInterceptor("HttpLogging", log))
                        .build()) {
            cluster.put(Objects.of("v1", "Secret", "shop", "db")
                    .label("app.kubernetes.io/part-of", "shop")
                    .with("data", "{\"password\":\"YzRuYXJ5\"}")
                    .json());
            KubernetesClusters clusters =
                    KubernetesClusters.builder().add("prod", client).build();

            assertThat(clusters.find("acme", "prod").orElseThrow().read("shop")).isPresent();

            assertThat(logged).isEmpty();
            client.getKubernetesVersion();
            assertThat(logged).as("the client's own calls").isNotEmpty();
            clusters.close();
        }
    }
}
