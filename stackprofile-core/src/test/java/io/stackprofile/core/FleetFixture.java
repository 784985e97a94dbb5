package io.stackprofile.core;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.PageRequest;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.SteppingClock;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A profile of a shop with a password, and its instances on four clusters. */
final class FleetFixture {

    static final String CANARY = "Tk6-canary-of-the-fleet-Wv8";
    static final MemberRef SETTINGS = MemberRef.manifest("settings");

    final InMemoryStore store = new InMemoryStore();
    final InMemoryCluster source = InMemoryCluster.named("source").put("shop", stack(1, ""));
    final Map<String, InMemoryCluster> clusters = new LinkedHashMap<>();
    final StackProfiles engine = StackProfileEngine.builder()
            .store(store)
            .clusters((organisation, name) -> find(name))
            .secrets((organisation, ref) -> Optional.of(SecretValue.of(CANARY + ref.locator())))
            .clock(SteppingClock.seconds())
            .ids(SequenceIds.fromStart())
            .build();
    final OrganisationSession acme = engine.as(Caller.of("acme", "alice"));
    final ProfileVersion first;

    FleetFixture() {
        for (String name : new String[] {"edge-1", "edge-2", "prod-1", "prod-2"}) {
            clusters.put(name, InMemoryCluster.named(name));
        }
        first = acme.profiles()
                .capture(CaptureRequest.builder()
                        .name("shop")
                        .cluster("source")
                        .stack("shop")
                        .build());
        clusters.keySet().forEach(this::deploy);
    }

    private Optional<ClusterAccess> find(String name) {
        return name.equals("source") ? Optional.of(source) : Optional.ofNullable(clusters.get(name));
    }

    private void deploy(String cluster) {
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(first.profileId()).cluster(cluster);
        first.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter -> request.bindSecret(parameter.name(), new SecretRef("vault", parameter.name())));
        acme.instantiations()
                .commit(acme.instantiations().create(request.build()).id());
    }

    static StackSpec stack(int replicas, String more) {
        return StackBuilder.stack("What the shop runs.")
                .manifest("settings", settings(replicas))
                .manifest(
                        "credentials",
                        "apiVersion: v1\nkind: Secret\nmetadata: {name: credentials}\nstringData:\n  password: "
                                + CANARY + "\n" + more)
                .build();
    }

    static String settings(int replicas) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  replicas: \"" + replicas + "\"\n";
    }

    /** The next version, captured. */
    ProfileVersion next(int replicas, String more) {
        source.put("shop", stack(replicas, more));
        return acme.profiles()
                .captureVersion(
                        first.profileId(), CaptureVersionRequest.builder().build());
    }

    /** Someone changes the settings on a cluster. */
    void edit(String cluster, int replicas) {
        InMemoryCluster target = clusters.get(cluster);
        StackSpec spec = target.read("shop").orElseThrow().spec();
        target.put("shop", spec.with(spec.find(SETTINGS).orElseThrow().withText(settings(replicas))));
    }

    /** What runs on a cluster. */
    String running(String cluster) {
        return clusters.get(cluster)
                .read("shop")
                .orElseThrow()
                .spec()
                .find(SETTINGS)
                .orElseThrow()
                .text()
                .orElseThrow();
    }

    Instantiation instance(String cluster) {
        return acme.instantiations().list(first.profileId(), PageRequest.first()).items().stream()
                .filter(instance -> instance.cluster().equals(cluster))
                .findFirst()
                .orElseThrow();
    }
}
