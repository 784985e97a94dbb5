package io.stackprofile.it.kube;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.Role;
import io.stackprofile.StackProfiles;
import io.stackprofile.cluster.kubernetes.KubernetesClusters;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.InMemoryStore;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An engine whose cluster {@code target} is an API server. */
final class KubeWorld implements AutoCloseable {

    static final String CLUSTER = "target";
    static final String SECRET = "Vb3-resolved-Lm8-for-the-target";

    private static final Caller ALICE = Caller.of("acme", "alice", Role.OWNER);

    final KubeTarget target;
    final String drafts;
    private final UnaryOperator<KubernetesClusters.Builder> setting;
    final StackProfileStore store = new InMemoryStore();
    private final KubernetesClusters clusters;
    private final StackProfiles engine;

    KubeWorld(KubeTarget target, UnaryOperator<KubernetesClusters.Builder> setting) {
        this.target = target;
        this.setting = setting;
        this.drafts = target.namespace("drafts");
        this.clusters = clusters();
        this.engine = engine(clusters);
    }

    private KubernetesClusters clusters() {
        return setting.apply(KubernetesClusters.builder()
                        .add(CLUSTER, target.client())
                        .draftNamespace(drafts))
                .build();
    }

    private StackProfiles engine(KubernetesClusters on) {
        return StackProfileEngine.builder()
                .store(store)
                .clusters(on)
                .secrets((organisation, ref) -> Optional.of(SecretValue.of(SECRET)))
                .build();
    }

    OrganisationSession acme() {
        return engine.as(ALICE);
    }

    /** What another process has: the same store and server, nothing in memory. */
    Process process() {
        return new Process();
    }

    final class Process implements AutoCloseable {
        private final KubernetesClusters clusters = clusters();
        private final StackProfiles engine = engine(clusters);

        OrganisationSession acme() {
            return engine.as(ALICE);
        }

        @Override
        public void close() {
            engine.close();
            clusters.close();
        }
    }

    @Override
    public void close() {
        try {
            engine.close();
            clusters.close();
        } finally {
            target.close();
        }
    }
}
