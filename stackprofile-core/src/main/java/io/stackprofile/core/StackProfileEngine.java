package io.stackprofile.core;

import io.stackprofile.Limits;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.engine.Engine;
import io.stackprofile.core.internal.engine.EngineParts;
import io.stackprofile.core.internal.engine.TimeOrderedIds;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.secret.EnvironmentSecrets;
import io.stackprofile.core.internal.secret.FileSecrets;
import io.stackprofile.spi.IdSource;
import io.stackprofile.spi.access.AccessPolicy;
import io.stackprofile.spi.cluster.ClusterProvider;
import io.stackprofile.spi.event.ProfileListener;
import io.stackprofile.spi.redact.SecretRule;
import io.stackprofile.spi.secret.SecretFingerprints;
import io.stackprofile.spi.secret.SecretResolver;
import io.stackprofile.spi.secret.SecretVault;
import io.stackprofile.spi.store.StackProfileStore;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens the library over a store and clusters.
 *
 * <pre>{@code
 * try (StackProfiles profiles = StackProfileEngine.builder()
 *     .store(JdbcStore.sqlite(Path.of("profiles.db")))
 *     .clusters(DirectoryClusters.builder().add("prod", Path.of("gitops/prod")).build())
 *     .build()) {
 *   OrganisationSession acme = profiles.as(Caller.of("acme", "alice"));
 * }
 * }</pre>
 */
public final class StackProfileEngine {

    private StackProfileEngine() {}

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an engine. A store is needed; everything else has a default. Not thread-safe; what it builds is. */
    public static final class Builder {

        private @Nullable StackProfileStore store;
        private ClusterProvider clusters = ClusterProvider.NONE;
        private final List<SecretResolver> secrets = new ArrayList<>();
        private boolean localSecrets;
        private @Nullable SecretVault vault;
        private final List<ProfileListener> listeners = new ArrayList<>();
        private AccessPolicy access = AccessPolicy.byRole();
        private InstantSource clock = Clock.systemUTC();
        private @Nullable IdSource ids;
        private Limits limits = Limits.defaults();
        private RedactionPolicy redaction = RedactionPolicy.balanced();
        private final List<SecretRule> rules = new ArrayList<>();
        private @Nullable SecretFingerprints fingerprints;

        private Builder() {}

        /** Where everything is kept; closed with the engine. */
        public Builder store(StackProfileStore store) {
            this.store = store;
            return this;
        }

        /** The clusters that can be reached; none by default. */
        public Builder clusters(ClusterProvider clusters) {
            this.clusters = clusters;
            return this;
        }

        /** A further resolver of secret references; they are asked in the order they were added. */
        public Builder secrets(SecretResolver resolver) {
            secrets.add(resolver);
            return this;
        }

        /**
         * Resolves {@code env:} and {@code file:} references from this process. Off by default: whoever may commit could
         * then have any variable or file that the process can read sent to a cluster of theirs. Parameter sets read values
         * that are not secrets from there too, when a version is instantiated.
         */
        public Builder localSecrets() {
            localSecrets = true;
            return this;
        }

        /**
         * Keeps the secrets that are generated; none by default, and then those have to be bound. A vault must outlive the
         * instances whose secrets it keeps. Not closed with the engine.
         */
        public Builder secretVault(SecretVault vault) {
            this.vault = vault;
            return this;
        }

        /** Who may do what; by the caller's roles by default. */
        public Builder access(AccessPolicy access) {
            this.access = access;
            return this;
        }

        /** Hears of every change of a profile; those added earlier hear first. */
        public Builder listener(ProfileListener listener) {
            listeners.add(listener);
            return this;
        }

        /** The clock; the system's by default. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /** Where ids come from; UUIDs of version 7 over the clock by default. */
        public Builder ids(IdSource ids) {
            this.ids = ids;
            return this;
        }

        /** How much the engine takes on. */
        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /** How secrets are told where a request says nothing of it; {@link RedactionPolicy#balanced()} by default. */
        public Builder redactionPolicy(RedactionPolicy policy) {
            redaction = policy;
            return this;
        }

        /** A further format of credentials, beside the library's own. */
        public Builder secretRule(SecretRule rule) {
            rules.add(rule);
            return this;
        }

        /** Further formats of credentials, beside the library's own. */
        public Builder secretRules(List<SecretRule> more) {
            rules.addAll(more);
            return this;
        }

        /**
         * Marks captured secrets, so that a comparison of versions tells which of them changed; none by default. Not closed
         * with the engine.
         */
        public Builder secretFingerprints(SecretFingerprints fingerprints) {
            this.fingerprints = fingerprints;
            return this;
        }

        /**
         * The engine.
         *
         * @throws IllegalStateException when no store was given
         * @throws IllegalArgumentException when a rule of the host's is wrong
         */
        public StackProfiles build() {
            if (store == null) {
                throw new IllegalStateException("store: an engine needs one");
            }
            List<SecretResolver> local =
                    localSecrets ? List.of(new EnvironmentSecrets(), new FileSecrets()) : List.of();
            List<SecretResolver> resolvers = new ArrayList<>(secrets);
            resolvers.addAll(local);
            IdSource source = ids == null ? new TimeOrderedIds(clock) : ids;
            return new Engine(new EngineParts(
                    store,
                    clusters,
                    List.copyOf(resolvers),
                    local,
                    Optional.ofNullable(vault),
                    access,
                    List.copyOf(listeners),
                    clock,
                    source,
                    knowledge(),
                    redaction,
                    Optional.ofNullable(fingerprints),
                    limits));
        }

        private Knowledge knowledge() {
            Knowledge own = Knowledge.builtIn();
            return rules.isEmpty() ? own : own.with(rules);
        }
    }
}
