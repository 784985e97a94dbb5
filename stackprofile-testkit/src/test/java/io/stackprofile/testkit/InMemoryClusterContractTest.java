package io.stackprofile.testkit;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.contract.ClusterAccessContract;
import java.util.Map;

/** The cluster in memory keeps every clause. */
class InMemoryClusterContractTest extends ClusterAccessContract {

    @Override
    protected ClusterAccess cluster(Map<String, StackSpec> stacks) {
        InMemoryCluster cluster = InMemoryCluster.named("prod-eu");
        stacks.forEach(cluster::put);
        return cluster;
    }
}
