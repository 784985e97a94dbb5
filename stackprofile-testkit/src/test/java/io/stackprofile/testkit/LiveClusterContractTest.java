package io.stackprofile.testkit;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.contract.ClusterAccessContract;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A cluster that holds objects, as an API server does, keeps every clause; it installs no add-ons. */
class LiveClusterContractTest extends ClusterAccessContract {

    @Override
    protected ClusterAccess cluster(Map<String, StackSpec> stacks) {
        Map<String, StackSpec> held = new HashMap<>(stacks);
        held.replaceAll((name, spec) -> held(spec));
        return new LiveCluster(held, object -> {}, spec -> spec);
    }

    @Override
    protected boolean live() {
        return true;
    }

    @Override
    protected String namespace(String stack) {
        return "contract-" + stack;
    }

    @Override
    protected StackSpec held(StackSpec wanted) {
        return withoutAddons(wanted);
    }

    @Override
    protected Optional<Failing> failing(ClusterAccess cluster, String stack, Member member) {
        LiveCluster live = (LiveCluster) cluster;
        live.failOn(member.ref());
        return Optional.of(new Failing(member, live::heal));
    }
}
