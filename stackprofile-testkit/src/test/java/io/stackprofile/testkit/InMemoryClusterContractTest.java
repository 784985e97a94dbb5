package io.stackprofile.testkit;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.contract.ClusterAccessContract;
import java.util.Map;
import java.util.Optional;

/** The cluster in memory keeps every clause. */
class InMemoryClusterContractTest extends ClusterAccessContract {

    @Override
    protected ClusterAccess cluster(Map<String, StackSpec> stacks) {
        InMemoryCluster cluster = InMemoryCluster.named("prod-eu");
        stacks.forEach(cluster::put);
        return cluster;
    }

    @Override
    protected Optional<Failing> failing(ClusterAccess cluster, String stack, Member member) {
        InMemoryCluster failing = ((InMemoryCluster) cluster).failOn(member.ref());
        return Optional.of(new Failing(member, failing::heal));
    }
}
