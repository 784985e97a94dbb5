package io.stackprofile.samples.cli;

import io.stackprofile.cluster.directory.DirectoryClusters;
import io.stackprofile.cluster.kubernetes.KubernetesClusters;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.ClusterProvider;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Folders and API servers by name. No kubeconfig is read before a cluster of one is asked for. */
final class ShellClusters implements ClusterProvider, AutoCloseable {

    private final DirectoryClusters folders = DirectoryClusters.byPath();
    private final Supplier<KubernetesClusters> kubeconfig;

    private @Nullable KubernetesClusters servers;

    ShellClusters(Supplier<KubernetesClusters> kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    @Override
    public Optional<ClusterAccess> find(String organisation, String cluster) {
        return cluster.startsWith(ClusterNames.KUBERNETES)
                ? servers().find(organisation, cluster.substring(ClusterNames.KUBERNETES.length()))
                : folders.find(organisation, cluster);
    }

    private synchronized KubernetesClusters servers() {
        if (servers == null) {
            servers = kubeconfig.get();
        }
        return servers;
    }

    @Override
    public synchronized void close() {
        if (servers != null) {
            servers.close();
        }
    }
}
