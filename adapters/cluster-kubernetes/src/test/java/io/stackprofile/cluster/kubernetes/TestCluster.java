package io.stackprofile.cluster.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.test.kubernetes.ApiServer;
import io.stackprofile.test.kubernetes.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An API server, and what this adapter sees of it. */
final class TestCluster implements AutoCloseable {

    static {
        // Else each answer waits for the client's acknowledgement, 40 ms long.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    final ApiServer server = ApiServer.start();
    private final List<KubernetesClusters> opened = new ArrayList<>();

    /** The cluster {@code prod} with settings of its own. */
    ClusterAccess access(Consumer<KubernetesClusters.Builder> settings) {
        return access(server.adminToken(), settings);
    }

    ClusterAccess access() {
        return access(settings -> {});
    }

    ClusterAccess access(String token, Consumer<KubernetesClusters.Builder> settings) {
        KubernetesClusters.Builder builder = KubernetesClusters.builder().add("prod", config(token));
        settings.accept(builder);
        KubernetesClusters clusters = builder.build();
        opened.add(clusters);
        return clusters.find("acme", "prod").orElseThrow();
    }

    Config config(String token) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(server.url())
                .withOauthToken(token)
                .build();
    }

    /** A caller that may do no more than these. */
    String caller(Rule... rules) {
        String token = "caller-" + rules.length + "-" + opened.size();
        server.allow(token, "system:serviceaccount:ci:capture", List.of(rules));
        return token;
    }

    void put(JsonNode... objects) {
        for (JsonNode object : objects) {
            server.put(Json.write(object));
        }
    }

    @Override
    public void close() {
        opened.forEach(KubernetesClusters::close);
        server.close();
    }
}
