package io.stackprofile.spi.cluster;

import java.util.Optional;

/** Finds clusters by name. Thread-safe. */
@FunctionalInterface
public interface ClusterProvider {

    /** No clusters at all. */
    ClusterProvider NONE = (organisation, cluster) -> Optional.empty();

    /** The cluster called {@code cluster}, if {@code organisation} may reach it. */
    Optional<ClusterAccess> find(String organisation, String cluster);
}
