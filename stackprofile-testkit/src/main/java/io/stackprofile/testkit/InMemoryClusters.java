package io.stackprofile.testkit;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.ClusterProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clusters in memory, by name; for tests. Immutable and thread-safe. */
public final class InMemoryClusters implements ClusterProvider {

    private record Reachable(Optional<String> organisation, InMemoryCluster cluster) {

        boolean is(String caller, String name) {
            return organisation.map(caller::equals).orElse(true)
                    && cluster.name().equals(name);
        }
    }

    private final List<Reachable> clusters;

    private InMemoryClusters(List<Reachable> clusters) {
        this.clusters = List.copyOf(clusters);
    }

    /** Clusters that every organisation reaches. */
    public static InMemoryClusters of(InMemoryCluster... clusters) {
        return new InMemoryClusters(List.of()).with(Optional.empty(), clusters);
    }

    /** The same and clusters that only {@code organisation} reaches. */
    public InMemoryClusters andFor(String organisation, InMemoryCluster... more) {
        return with(Optional.of(organisation), more);
    }

    @Override
    public Optional<ClusterAccess> find(String organisation, String cluster) {
        return clusters.stream()
                .filter(reachable -> reachable.is(organisation, cluster))
                .<ClusterAccess>map(Reachable::cluster)
                .findFirst();
    }

    private InMemoryClusters with(Optional<String> organisation, InMemoryCluster... more) {
        List<Reachable> all = new ArrayList<>(clusters);
        for (InMemoryCluster cluster : more) {
            all.add(new Reachable(organisation, cluster));
        }
        return new InMemoryClusters(all);
    }
}
