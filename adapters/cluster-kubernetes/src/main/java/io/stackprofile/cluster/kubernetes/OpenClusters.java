package io.stackprofile.cluster.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.stackprofile.spi.cluster.ClusterAccess;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Clusters by name, each opened when it is first asked for. Thread-safe. */
final class OpenClusters implements AutoCloseable {

    /**
     * How a cluster is reached.
     *
     * @param open makes its client, or gives the caller's
     * @param own whether the client is to be closed
     */
    record Client(Supplier<KubernetesClient> open, boolean own) {

        static Client of(Supplier<Config> config) {
            return new Client(
                    () -> new KubernetesClientBuilder().withConfig(config.get()).build(), true);
        }
    }

    private record Opened(ClusterAccess cluster, Optional<KubernetesClient> own) {}

    private final Map<String, Client> clients;
    private final ClusterSettings settings;
    private final Map<String, Opened> opened = new LinkedHashMap<>();
    private boolean closed;

    OpenClusters(Map<String, Client> clients, ClusterSettings settings) {
        this.clients = Map.copyOf(clients);
        this.settings = settings;
    }

    synchronized Optional<ClusterAccess> find(String name) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return Optional.ofNullable(clients.get(name))
                .map(client -> opened.computeIfAbsent(name, first -> open(name, client))
                        .cluster());
    }

    private Opened open(String name, Client client) {
        KubernetesClient connected = client.open().get();
        return new Opened(settings.cluster(name, connected), client.own() ? Optional.of(connected) : Optional.empty());
    }

    @Override
    public synchronized void close() {
        closed = true;
        opened.values().forEach(cluster -> cluster.own().ifPresent(KubernetesClient::close));
        opened.clear();
    }
}
