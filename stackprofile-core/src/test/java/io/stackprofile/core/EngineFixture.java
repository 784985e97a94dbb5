package io.stackprofile.core;

import io.stackprofile.Caller;
import io.stackprofile.Limits;
import io.stackprofile.OrganisationSession;
import io.stackprofile.Role;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.ClusterProvider;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.SteppingClock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An engine over a store and two clusters in memory; the shop runs on {@code prod}. */
final class EngineFixture {

    final InMemoryStore store = new InMemoryStore();
    final InMemoryCluster prod = InMemoryCluster.named("prod").put("shop", ShopStack.spec(), ShopStack.VARIABLES);
    final InMemoryCluster staging = InMemoryCluster.named("staging");
    final StackProfiles engine;

    EngineFixture() {
        this(Limits.defaults());
    }

    EngineFixture(Limits limits) {
        this(limits, cluster -> cluster);
    }

    /** Every cluster is reached through {@code around}. */
    EngineFixture(Limits limits, UnaryOperator<ClusterAccess> around) {
        ClusterProvider clusters = InMemoryClusters.of(prod, staging);
        engine = StackProfileEngine.builder()
                .store(store)
                .clusters((organisation, name) ->
                        clusters.find(organisation, name).map(around))
                .secrets((organisation, ref) -> {
                    if (ref.scheme().equals("broken")) {
                        throw new IllegalStateException("the vault answered " + ShopStack.DATABASE_PASSWORD);
                    }
                    return Optional.empty();
                })
                .secrets((organisation, ref) -> ref.scheme().equals("vault")
                        ? Optional.of(SecretValue.of("resolved " + ref.locator()))
                        : Optional.empty())
                .clock(SteppingClock.seconds())
                .ids(SequenceIds.fromStart())
                .limits(limits)
                .build();
    }

    OrganisationSession acme() {
        return engine.as(Caller.of("acme", "alice"));
    }

    OrganisationSession acme(Role role) {
        return engine.as(Caller.of("acme", "bob", role));
    }

    OrganisationSession globex() {
        return engine.as(Caller.of("globex", "gina"));
    }

    ProfileVersion captureShop() {
        return acme().profiles().capture(shop().build());
    }

    static CaptureRequest.Builder shop() {
        return named("shop");
    }

    static CaptureRequest.Builder named(String name) {
        CaptureRequest.Builder builder = CaptureRequest.builder();
        builder.name(name).cluster("prod").stack("shop").includeAddonConfigurations(true);
        return builder;
    }
}
