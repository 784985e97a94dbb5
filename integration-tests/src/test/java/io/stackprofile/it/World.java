package io.stackprofile.it;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.Role;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.access.AccessPolicy;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.SteppingClock;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An engine over a store, with a stack that runs on {@code prod} and an empty cluster {@code staging}. */
final class World implements AutoCloseable {

    static final String CANARY = "Zx9-canary-Qw7-of-the-database";

    final StackProfileStore store;
    final SteppingClock clock = SteppingClock.seconds();
    final InMemoryCluster prod = InMemoryCluster.named("prod").put("shop", stack(1));
    final InMemoryCluster staging = InMemoryCluster.named("staging");
    final List<ProfileChange> told = Collections.synchronizedList(new ArrayList<>());
    final StackProfiles engine;

    World(StackProfileStore store) {
        this(store, AccessPolicy.byRole());
    }

    World(StackProfileStore store, AccessPolicy access) {
        this.store = store;
        this.engine = StackProfileEngine.builder()
                .store(store)
                .clusters(InMemoryClusters.of(prod, staging))
                .secrets((organisation, ref) -> Optional.of(SecretValue.of("resolved " + ref.locator())))
                .access(access)
                .listener(change -> {
                    throw new IllegalStateException("a listener that fails");
                })
                .listener(told::add)
                .clock(clock)
                .build();
    }

    /** A stack of one settings file and one secret; {@code replicas} tells its states apart. */
    static StackSpec stack(int replicas) {
        return StackBuilder.stack("What the shop runs.")
                .manifest(
                        "settings",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  replicas: \"" + replicas
                                + "\"\n")
                .manifest(
                        "credentials",
                        "apiVersion: v1\nkind: Secret\nmetadata: {name: credentials}\nstringData:\n  password: "
                                + CANARY + "\n")
                .build();
    }

    OrganisationSession acme() {
        return as("acme");
    }

    OrganisationSession acme(Role role) {
        return engine.as(Caller.of("acme", "bob", role));
    }

    OrganisationSession as(String organisation) {
        return engine.as(Caller.of(organisation, "alice"));
    }

    ProfileVersion capture(String name) {
        return acme().profiles()
                .capture(CaptureRequest.builder()
                        .name(name)
                        .cluster("prod")
                        .stack("shop")
                        .build());
    }

    /** Captures the next version of a profile, with another number of replicas. */
    ProfileVersion next(ProfileVersion before, String channel) {
        prod.put("shop", stack(before.version() + 1));
        return acme().profiles()
                .captureVersion(
                        before.profileId(),
                        CaptureVersionRequest.builder().channel(channel).build());
    }

    Profile profile(ProfileVersion version) {
        return acme().profiles().get(version.profileId());
    }

    /** A request for a version, its secrets bound. */
    static InstantiateRequest.Builder request(ProfileVersion version, String stack) {
        InstantiateRequest.Builder builder = InstantiateRequest.builder();
        builder.profile(version.profileId()).cluster("staging").stack(stack);
        version.parameters().stream()
                .filter(parameter -> parameter.required())
                .forEach(parameter -> builder.bindSecret(parameter.name(), new SecretRef("vault", parameter.name())));
        return builder;
    }

    /** Deploys what is asked for. */
    static Instantiation deploy(OrganisationSession session, InstantiateRequest request) {
        return session.instantiations()
                .commit(session.instantiations().create(request).id())
                .instantiation();
    }

    @Override
    public void close() {
        engine.close();
    }
}
