package io.stackprofile.cluster.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.stackprofile.Limits;
import io.stackprofile.cluster.kubernetes.internal.api.FabricTransport;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.commit.KubernetesWriter;
import io.stackprofile.cluster.kubernetes.internal.commit.Pause;
import io.stackprofile.cluster.kubernetes.internal.commit.WriteOptions;
import io.stackprofile.cluster.kubernetes.internal.draft.ClusterDrafts;
import io.stackprofile.cluster.kubernetes.internal.read.ReadOptions;
import io.stackprofile.cluster.kubernetes.internal.read.StackReader;
import io.stackprofile.spi.cluster.AddonInstaller;
import io.stackprofile.spi.cluster.ClusterAccess;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How clusters are spoken to. */
final class ClusterSettings {

    private static final Duration READY = Duration.ofSeconds(60);

    private final Map<String, Map<String, StackSource>> sources;
    private final String draftNamespace;
    private final String fieldManager;
    private final Duration timeout;
    private final Limits limits;
    private final InstantSource clock;
    private final ReadOptions reading;
    private final Optional<AddonInstaller> installer;

    ClusterSettings(KubernetesClusters.Builder builder) {
        Map<String, Map<String, StackSource>> copy = new LinkedHashMap<>();
        builder.sources.forEach((cluster, stacks) -> copy.put(cluster, Map.copyOf(stacks)));
        this.sources = copy;
        this.draftNamespace = builder.draftNamespace;
        this.fieldManager = builder.fieldManager;
        this.timeout = builder.timeout;
        this.limits = builder.limits;
        this.clock = builder.clock;
        this.reading = new ReadOptions(
                builder.repositories,
                ReadOptions.standard().recordLimit(),
                ReadOptions.standard().leftOutLimit());
        this.installer = Optional.ofNullable(builder.installer);
    }

    ClusterAccess cluster(String name, KubernetesClient client) {
        KubeApi api = new KubeApi(new FabricTransport(client, name, timeout), name);
        Map<String, StackSource> stacks = new LinkedHashMap<>(sources.getOrDefault("", Map.of()));
        stacks.putAll(sources.getOrDefault(name, Map.of()));
        WriteOptions writing = new WriteOptions(fieldManager, "default", READY, Pause.SLEEPING);
        return new KubernetesCluster(
                name,
                api,
                stacks,
                new StackReader(api, reading),
                new KubernetesWriter(api, name, writing, installer),
                new ClusterDrafts(api, draftNamespace, clock, draftSize()));
    }

    // A draft holds its members twice, once for people, and what they are bound with.
    private int draftSize() {
        return (int) Math.min(Integer.MAX_VALUE / 4, 4L * limits.stackSize());
    }
}
