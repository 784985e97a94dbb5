package io.stackprofile.core;

import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import java.util.function.UnaryOperator;

/** The stack of a port's berth planner, as it is captured, versioned, instantiated on {@code staging} and changed there. */
final class QuayStack {

    static final MemberRef SETTINGS = MemberRef.manifest("settings");
    static final MemberRef PLANNER = MemberRef.manifest("planner");
    static final MemberRef EXPORTER = MemberRef.manifest("exporter");
    static final MemberRef CREDENTIALS = MemberRef.manifest("credentials");
    static final MemberRef METRICS = MemberRef.addon("metrics");

    static final String PASSWORD = "tidal-Gantry-57-mooring";

    private QuayStack() {}

    static StackSpec spec() {
        return StackSpec.builder()
                .description("Plans berths.")
                .addMembers(namespace(), credentials(), settings(), planner(), exporter(), metrics())
                .build();
    }

    private static Manifest namespace() {
        return ShopStack.manifest("namespace", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: quay
                """);
    }

    private static Manifest credentials() {
        return ShopStack.manifest("credentials", """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: planner-db
                  namespace: quay
                stringData:
                  password: %s
                """.formatted(PASSWORD), MemberRef.manifest("namespace"));
    }

    private static Manifest settings() {
        return ShopStack.manifest("settings", """
                # What the planner reads at its start.
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: planner
                  namespace: quay
                data:
                  mode: steady
                  tide: "neap"
                  url: postgres://planner:%s@db.quay.svc:5432/planner
                """.formatted(PASSWORD), MemberRef.manifest("namespace"));
    }

    private static Manifest planner() {
        return ShopStack.manifest("planner", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: planner
                  namespace: quay
                spec:
                  replicas: 2   # one a shift
                  selector:
                    matchLabels: {app: planner}
                  template:
                    metadata:
                      labels: {app: planner}
                    spec:
                      containers:
                        - name: planner
                          image: ghcr.io/northwind-freight/planner:1.4.0
                          resources:
                            limits: {memory: 512Mi, cpu: 1000m}
                """, CREDENTIALS, SETTINGS);
    }

    private static Manifest exporter() {
        return ShopStack.manifest("exporter", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: exporter
                  namespace: quay
                spec:
                  selector: {app: planner}
                  ports:
                    - name: metrics
                      port: 9100
                """, PLANNER);
    }

    private static Addon metrics() {
        return Addon.builder()
                .name("metrics")
                .chartName("kube-state-metrics")
                .chartVersion("5.27.0")
                .repositoryUrl("https://prometheus-community.github.io/helm-charts")
                .namespace("quay")
                .values("replicas: 1\nprometheus:\n  monitor:\n    enabled: true\n")
                .addParents(MemberRef.manifest("namespace"))
                .build();
    }

    static Member planner(StackSpec spec) {
        return spec.find(PLANNER).orElseThrow();
    }

    /** A spec with one member's text changed. */
    static StackSpec edited(StackSpec spec, MemberRef ref, String from, String to) {
        Member member = spec.find(ref).orElseThrow();
        String text = member.text().orElseThrow();
        if (!text.contains(from)) {
            throw new IllegalArgumentException(ref + " does not hold what is to be changed");
        }
        return spec.with(member.withText(text.replace(from, to)));
    }

    /** Captures the stack as the profile's first version. */
    static ProfileVersion first(EngineFixture fixture) {
        fixture.prod.put("quay", spec());
        CaptureRequest.Builder request = CaptureRequest.builder();
        request.name("quay").cluster("prod").stack("quay").includeAddonConfigurations(true);
        return fixture.acme().profiles().capture(request.build());
    }

    /** Captures another state of the stack as the next version. */
    static ProfileVersion next(EngineFixture fixture, ProfileVersion version, StackSpec changed) {
        fixture.prod.put("quay", changed);
        return fixture.acme()
                .profiles()
                .captureVersion(
                        version.profileId(),
                        CaptureVersionRequest.builder()
                                .cluster("prod")
                                .stack("quay")
                                .build());
    }

    static InstantiateRequest.Builder request(ProfileVersion version) {
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(version.profileId()).cluster("staging");
        version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter ->
                        request.bindSecret(parameter.name(), new SecretRef("vault", "quay/" + parameter.name())));
        return request;
    }

    /** Instantiates a version and commits it. */
    static StackDraft deployed(EngineFixture fixture, ProfileVersion version) {
        StackDraft draft =
                fixture.acme().instantiations().create(request(version).build());
        fixture.acme().instantiations().commit(draft.id());
        return draft;
    }

    static CommitResult commit(EngineFixture fixture, StackDraft draft) {
        return fixture.acme().instantiations().commit(draft.id());
    }

    static StackSpec standing(InMemoryCluster cluster) {
        return cluster.read("quay").orElseThrow().spec();
    }

    static String text(InMemoryCluster cluster, MemberRef ref) {
        return standing(cluster).find(ref).flatMap(Member::text).orElseThrow();
    }

    /** Changes the stack on the cluster, as someone working there would: what others put there stays marked. */
    static void change(InMemoryCluster cluster, UnaryOperator<StackSpec> change) {
        StackSnapshot before = cluster.read("quay").orElseThrow();
        cluster.put(StackSnapshot.builder()
                .name("quay")
                .spec(change.apply(before.spec()))
                .live(before.live())
                .putAllMarks(before.marks())
                .fingerprint("")
                .build());
    }
}
