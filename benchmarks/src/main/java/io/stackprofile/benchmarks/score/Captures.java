package io.stackprofile.benchmarks.score;

import io.stackprofile.Caller;
import io.stackprofile.Limits;
import io.stackprofile.OrganisationSession;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/** Captures stacks through the public engine, over a store and a cluster in memory. */
final class Captures implements AutoCloseable {

    private static final String STACK = "stack";

    private final InMemoryCluster cluster = InMemoryCluster.named("cluster");
    private final StackProfiles engine;

    Captures(Limits limits) {
        engine = StackProfileEngine.builder()
                .store(new InMemoryStore())
                .clusters(InMemoryClusters.of(cluster))
                .limits(limits)
                .build();
    }

    /** The version that capture makes of a stack of these members; nothing of it is kept. */
    ProfileVersion capture(List<Member> members) {
        cluster.put(STACK, StackSpec.of(Optional.empty(), members));
        OrganisationSession session = engine.as(Caller.of("acme", "scorer"));
        CaptureRequest.Builder request = CaptureRequest.builder();
        request.name("scored").cluster(cluster.name()).stack(STACK).includeAddonConfigurations(true);
        ProfileVersion version = session.profiles().capture(request.build());
        session.profiles().delete(version.profileId());
        return version;
    }

    /** A text as a member: a manifest when a document in it has a kind and an API version, else an add-on's values. */
    static Member member(String name, String text) {
        if (isManifest(text)) {
            return Manifest.builder().name(name).content(text).build();
        }
        return Addon.builder()
                .name(name)
                .chartName("chart")
                .chartVersion("1.0.0")
                .repositoryUrl("https://charts.example.org")
                .values(text)
                .build();
    }

    private static boolean isManifest(String text) {
        try {
            return YamlFile.parse(text).documents().stream()
                    .map(YamlDocument::root)
                    .flatMap(Optional::stream)
                    .anyMatch(root -> root.resolve() instanceof YamlMapping mapping
                            && mapping.get("kind").isPresent()
                            && mapping.get("apiVersion").isPresent());
        } catch (YamlException unreadable) {
            return true;
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
