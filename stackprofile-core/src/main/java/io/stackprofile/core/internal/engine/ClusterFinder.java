package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.ClusterProvider;
import io.stackprofile.spi.cluster.StackSnapshot;
import java.util.List;

/** Finds clusters and stacks for one caller, or says what there is instead. */
final class ClusterFinder {

    private final ClusterProvider clusters;
    private final Caller caller;

    ClusterFinder(ClusterProvider clusters, Caller caller) {
        this.clusters = clusters;
        this.caller = caller;
    }

    /** The cluster called {@code name}. */
    ClusterAccess cluster(String name) {
        return clusters.find(caller.organisation(), name)
                .orElseThrow(() -> new NotFoundException(
                        "there is no cluster '" + name + "'", "Name a cluster that the engine was built with."));
    }

    /** A stack of that cluster. */
    StackSnapshot stack(String cluster, String stack) {
        ClusterAccess access = cluster(cluster);
        return access.read(stack).orElseThrow(() -> {
            List<String> known = access.stacks();
            return new NotFoundException(
                    "cluster '" + cluster + "' has no stack '" + stack + "'",
                    known.isEmpty() ? "It has no stacks." : "It has: " + String.join(", ", known) + ".");
        });
    }
}
