package io.stackprofile.it.load;

import io.stackprofile.Caller;
import io.stackprofile.InstantiationId;
import io.stackprofile.OrganisationSession;
import io.stackprofile.StackProfiles;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.InMemoryCluster;
import java.util.Optional;

/** An engine over a store, and the two organisations that use it: one owns the profiles, the other suggests changes. */
public final class Actors implements AutoCloseable {

    static final String OWNER = "acme";
    static final String GUEST = "globex";

    final StackProfileStore store;
    private final InMemoryCluster cluster = InMemoryCluster.named("prod");
    private final StackProfiles engine;

    public Actors(StackProfileStore store) {
        this.store = store;
        StillCluster still = new StillCluster(cluster);
        this.engine = StackProfileEngine.builder()
                .store(store)
                .clusters((organisation, name) -> Optional.of(still))
                .secrets((organisation, ref) -> Optional.of(SecretValue.of("resolved " + ref.locator())))
                .build();
    }

    OrganisationSession owner() {
        return as(OWNER);
    }

    OrganisationSession as(String organisation) {
        return engine.as(Caller.of(organisation, "alice"));
    }

    /** Lets a stack with this mark run. */
    void run(String stack, String mark) {
        cluster.put(stack, Content.stack(mark));
    }

    /** Lets an instance's stack stand as it was rendered, if it does not: an earlier process's cluster is gone with it. */
    void stand(InstantiationId id) {
        Instantiations instantiations = owner().instantiations();
        StackDraft draft = instantiations.draft(instantiations.get(id).draftId());
        if (cluster.read(draft.stack()).isEmpty()) {
            cluster.put(draft.stack(), draft.spec());
        }
    }

    /** Closes the store with the engine. */
    @Override
    public void close() {
        engine.close();
    }
}
