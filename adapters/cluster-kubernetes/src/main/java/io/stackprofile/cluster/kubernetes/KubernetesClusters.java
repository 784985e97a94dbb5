package io.stackprofile.cluster.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stackprofile.Limits;
import io.stackprofile.spi.cluster.AddonInstaller;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.ClusterProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Real clusters, by the names of a kubeconfig's contexts or by names of the caller's. Thread-safe. To be closed, which closes
 * the clients that it made and no others.
 *
 * <pre>{@code
 * try (KubernetesClusters clusters = KubernetesClusters.builder()
 *         .kubeconfig()
 *         .stack("prod-eu", "shop", StackSource.namespaces("shop"))
 *         .installer(FluxInstaller.besideReleases())
 *         .build()) { ... }
 * }</pre>
 *
 * <p>Without a {@link Builder#stack source}, a stack is what carries the label {@code app.kubernetes.io/part-of} with its
 * name, and what was committed to it.
 */
public final class KubernetesClusters implements ClusterProvider, AutoCloseable {

    private final OpenClusters open;
    private final BiPredicate<String, String> allowed;

    private KubernetesClusters(Builder builder) {
        this.open = new OpenClusters(builder.clients, new ClusterSettings(builder));
        this.allowed = builder.allowed;
    }

    /**
     * Every context of the kubeconfig by its name; in a Pod without one, its own cluster as {@code in-cluster}.
     *
     * @throws io.stackprofile.error.ClusterException when the kubeconfig cannot be read
     */
    public static KubernetesClusters fromKubeconfig() {
        return builder().kubeconfig().build();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Nothing is asked of the cluster yet: one that cannot be reached is found, and its methods fail.
     */
    @Override
    public Optional<ClusterAccess> find(String organisation, String cluster) {
        return allowed.test(organisation, cluster) ? open.find(cluster) : Optional.empty();
    }

    /** Closes the clients that this made. Clusters that were found cannot be used any more. */
    @Override
    public void close() {
        open.close();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link KubernetesClusters}. */
    public static final class Builder {
        final Map<String, OpenClusters.Client> clients = new LinkedHashMap<>();
        final Map<String, Map<String, StackSource>> sources = new LinkedHashMap<>();
        BiPredicate<String, String> allowed = (organisation, cluster) -> true;
        String draftNamespace = "stackprofile-drafts";
        String fieldManager = "stackprofile";
        Duration timeout = Duration.ofSeconds(30);
        Limits limits = Limits.defaults();
        InstantSource clock = InstantSource.system();
        Function<String, Optional<String>> repositories = chart -> Optional.empty();

        @Nullable
        AddonInstaller installer;

        private Builder() {}

        /**
         * Adds every context of the kubeconfig, as {@code KUBECONFIG} or {@code ~/.kube/config} have it.
         *
         * @throws io.stackprofile.error.ClusterException when it cannot be read
         */
        public Builder kubeconfig() {
            KubeconfigContexts.all().forEach(this::put);
            return this;
        }

        /**
         * Adds every context of a kubeconfig file.
         *
         * @throws io.stackprofile.error.ClusterException when it cannot be read
         */
        public Builder kubeconfig(Path file) {
            KubeconfigContexts.all(file).forEach(this::put);
            return this;
        }

        /**
         * Adds one context of the kubeconfig.
         *
         * @throws io.stackprofile.error.ClusterException when the kubeconfig has no such context, or cannot be read
         */
        public Builder context(String name) {
            put(name, KubeconfigContexts.one(name));
            return this;
        }

        /**
         * Adds a cluster by a client, which stays the caller's to close.
         *
         * @throws IllegalArgumentException when there is one of that name
         */
        public Builder add(String name, KubernetesClient client) {
            add(name, new OpenClusters.Client(() -> client, false));
            return this;
        }

        /**
         * Adds a cluster by its configuration.
         *
         * @throws IllegalArgumentException when there is one of that name
         */
        public Builder add(String name, Config config) {
            add(name, OpenClusters.Client.of(() -> config));
            return this;
        }

        private void put(String name, Supplier<Config> config) {
            clients.put(name, OpenClusters.Client.of(config));
        }

        private void add(String name, OpenClusters.Client client) {
            if (name.isBlank() || clients.putIfAbsent(name, client) != null) {
                throw new IllegalArgumentException("name: blank, or there is a cluster of that name");
            }
        }

        /** Says which organisation may reach which cluster, organisation first; each may reach all by default. */
        public Builder allow(BiPredicate<String, String> organisationAndCluster) {
            this.allowed = organisationAndCluster;
            return this;
        }

        /** Says where a stack's objects are, on every cluster that is not told otherwise. */
        public Builder stack(String name, StackSource source) {
            return stack("", name, source);
        }

        /** Says where a stack's objects are on one cluster. */
        public Builder stack(String cluster, String name, StackSource source) {
            sources.computeIfAbsent(cluster, first -> new LinkedHashMap<>()).put(name, source);
            return this;
        }

        /** Where stack drafts are kept; {@code stackprofile-drafts} by default. */
        public Builder draftNamespace(String namespace) {
            this.draftNamespace = namespace;
            return this;
        }

        /** Who the clusters are told applies; {@code stackprofile} by default. */
        public Builder fieldManager(String name) {
            this.fieldManager = name;
            return this;
        }

        /** How add-ons come onto the clusters; without one, committing an add-on fails. */
        public Builder installer(AddonInstaller addons) {
            this.installer = addons;
            return this;
        }

        /** Gives the URL of a chart's repository by the chart's name, where the cluster does not tell it. */
        public Builder repositories(Function<String, Optional<String>> byChart) {
            this.repositories = byChart;
            return this;
        }

        /** How long one request may take; 30 seconds by default. */
        public Builder timeout(Duration request) {
            if (request.isNegative() || request.isZero()) {
                throw new IllegalArgumentException("timeout: not positive");
            }
            this.timeout = request;
            return this;
        }

        /** How much is read before it is refused. */
        public Builder limits(Limits most) {
            this.limits = most;
            return this;
        }

        /** What time it is; the system's clock by default. */
        public Builder clock(InstantSource source) {
            this.clock = source;
            return this;
        }

        /** The clusters. */
        public KubernetesClusters build() {
            return new KubernetesClusters(this);
        }
    }
}
