package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.cluster.kubernetes.internal.api.ApiRequest;
import io.stackprofile.cluster.kubernetes.internal.api.FabricTransport;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.AddonInstaller;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.test.kubernetes.ApiServer;
import io.stackprofile.testkit.SequenceIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server, a writer to it and a reader of what is marked there. */
final class Bench implements AutoCloseable {

    static final String STACK = "shop";
    // Asked by name, since a test's commit needs no more than these.
    private static final List<String> READ = List.of(
            "ConfigMap",
            "Secret",
            "Service",
            "Deployment",
            "Namespace",
            "CustomResourceDefinition",
            "PersistentVolumeClaim",
            "Widget",
            "HelmRelease",
            "HelmRepository",
            "OCIRepository",
            "Application",
            "ServiceAccount",
            "StatefulSet",
            "Ingress",
            "Role",
            "CronJob",
            "NetworkPolicy");

    static {
        // Else each answer waits for the client's acknowledgement, 40 ms long.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final SequenceIds IDS = SequenceIds.fromStart();
    private static final Pattern TOKEN = Pattern.compile("\\$\\{\\{ parameters\\.(\\w+)(?: \\| (\\w+))? }}");

    final ApiServer server;
    final ProfileId profile = new ProfileId(IDS.next());
    final InstantiationId instance = new InstantiationId(IDS.next());
    final List<Duration> pauses = new ArrayList<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final KubernetesClient client;
    private final KubeApi api;
    private Optional<AddonInstaller> installer = Optional.empty();
    private Runnable whileWaiting = () -> {};

    private Bench(ApiServer server, String token) {
        this.server = server;
        Config config = Config.fromKubeconfig(server.kubeconfig(token));
        config.setRequestRetryBackoffLimit(0);
        this.client = new KubernetesClientBuilder().withConfig(config).build();
        this.api = new KubeApi(new FabricTransport(client, "test", Duration.ofSeconds(20)), "test");
    }

    static Bench start() {
        ApiServer server = ApiServer.start();
        return new Bench(server, server.adminToken()).namespace("shop");
    }

    static Bench of(ApiServer server, String token) {
        return new Bench(server, token);
    }

    /** Deletes as someone else would. */
    void delete(String path) {
        if (!api.send(ApiRequest.delete(path, "{}")).ok()) {
            throw new AssertionError("not deleted: " + path);
        }
    }

    KubernetesClient client() {
        return client;
    }

    Bench namespace(String name) {
        server.put("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + name
                + "\"},\"status\":{\"phase\":\"Active\"}}");
        return this;
    }

    Bench secret(String parameter, String value) {
        secrets.put(parameter, value);
        return this;
    }

    Bench installer(AddonInstaller given) {
        installer = Optional.of(given);
        return this;
    }

    Bench whileWaiting(Runnable action) {
        whileWaiting = action;
        return this;
    }

    KubernetesWriter writer() {
        WriteOptions options = new WriteOptions("stackprofile", "shop", Duration.ofSeconds(30), duration -> {
            pauses.add(duration);
            whileWaiting.run();
        });
        return new KubernetesWriter(api, "test", options, installer);
    }

    CommitReport commit(Member... members) {
        return commit(commit -> commit, members);
    }

    CommitReport commit(UnaryOperator<Order> change, Member... members) {
        StackCommit commit = change.apply(order(members)).build();
        return writer().commit(commit, target(commit.stack()));
    }

    CommitPreview preview(UnaryOperator<Order> change, Member... members) {
        StackCommit commit = change.apply(order(members).secrets(parameter -> {
                    throw new AssertionError("a preview asks for no secret");
                }))
                .build();
        return writer().preview(commit, target(commit.stack()));
    }

    CommitPreview preview(Member... members) {
        return preview(commit -> commit, members);
    }

    Order order(Member... members) {
        return new Order(
                new StackDraftId(IDS.next()),
                Stream.of(members).map(Bench::slotted).toList(),
                mark(profile, instance),
                parameter -> SecretValue.of(secrets.getOrDefault(parameter, "unset")));
    }

    static InstanceMark mark(ProfileId profile, InstantiationId instance) {
        return new InstanceMark(instance, profile, "webshop", 3, Digest.of("sha256:" + "ab".repeat(32)));
    }

    ProfileId anotherProfile() {
        return new ProfileId(IDS.next());
    }

    static Manifest manifest(String name, String text, String... parents) {
        Manifest.Builder manifest = Manifest.builder().name(name).content(text);
        for (String parent : parents) {
            manifest.addParents(MemberRef.parse(parent));
        }
        return manifest.build();
    }

    /** The member with a slot at each placeholder. */
    static CommitMember slotted(Member member) {
        CommitMember.Builder committed = CommitMember.builder().member(member);
        Matcher token = TOKEN.matcher(member.text().orElse(""));
        while (token.find()) {
            committed.addSecrets(SecretSlot.builder()
                    .parameter(token.group(1))
                    .filter(Optional.ofNullable(token.group(2)))
                    .document(0)
                    .path("")
                    .start(token.start())
                    .end(token.end())
                    .build());
        }
        return committed.build();
    }

    /** The stack as its marks tell it. */
    TargetState target(String stack) {
        List<JsonNode> objects = new ArrayList<>();
        for (ResourceType type : api.discovery().types()) {
            if (type.readable() && type.preferred() && READ.contains(type.kind())) {
                objects.addAll(api.list(type, Optional.empty(), Marks.STACK + "=" + stack));
            }
        }
        StringBuilder print = new StringBuilder();
        objects.forEach(object ->
                print.append(Json.text(object, "metadata", "resourceVersion").orElse("")));
        return new TargetState(print.toString(), objects, Bench::reading);
    }

    private static StackSpec reading(List<JsonNode> objects) {
        Map<MemberRef, List<String>> texts = new TreeMap<>();
        objects.forEach(object -> Marks.member(object)
                .ifPresent(ref ->
                        texts.computeIfAbsent(ref, key -> new ArrayList<>()).add(Json.write(object))));
        List<Manifest> members = texts.entrySet().stream()
                .map(entry -> manifest(entry.getKey().name(), String.join("\n---\n", entry.getValue())))
                .toList();
        return StackSpec.of(Optional.empty(), members);
    }

    JsonNode object(String apiVersion, String kind, String name) {
        return there(apiVersion, kind, name).orElseThrow();
    }

    Optional<JsonNode> there(String apiVersion, String kind, String name) {
        String namespace = kind.equals("Namespace") || kind.equals("CustomResourceDefinition") ? "" : "shop";
        return server.object(apiVersion, kind, namespace, name)
                .map(found -> Json.read(found.toString()).orElseThrow());
    }

    static Map<String, MemberOutcome.Status> statuses(CommitReport report) {
        Map<String, MemberOutcome.Status> statuses = new LinkedHashMap<>();
        report.members().forEach(outcome -> statuses.put(outcome.ref().toString(), outcome.status()));
        return statuses;
    }

    static MemberOutcome only(CommitReport report) {
        if (report.members().size() != 1) {
            throw new AssertionError("one outcome is expected: " + report);
        }
        return report.members().get(0);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
