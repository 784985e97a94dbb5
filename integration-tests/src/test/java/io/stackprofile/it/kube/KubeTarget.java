package io.stackprofile.it.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.stackprofile.cluster.kubernetes.internal.api.FabricTransport;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.test.kubernetes.ApiServer;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An API server that people work on: they apply, edit and look, and what a run made is taken away in the end. Everything is
 * in namespaces of the run's own, or named by the run.
 */
final class KubeTarget implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "stackprofile-tests";

    private final KubernetesClient client;
    private final Runnable afterwards;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> namespaces = new ArrayList<>();
    private final Deque<String> leftovers = new ArrayDeque<>();

    /**
     * A server to work on.
     *
     * @param afterwards what ends it, where it is the test's own
     */
    KubeTarget(KubernetesClient client, Runnable afterwards) {
        this.client = client;
        this.afterwards = afterwards;
    }

    /** A server of the test's own, whose account may do no more than one on a given server has to. */
    static KubeTarget served() {
        ApiServer server = ApiServer.start();
        server.allow(ACCOUNT, "system:serviceaccount:default:" + ACCOUNT, SuiteRole.rules());
        Config config = new ConfigBuilder()
                .withMasterUrl(server.url())
                .withOauthToken(ACCOUNT)
                .withAutoConfigure(false)
                .build();
        return new KubeTarget(new KubernetesClientBuilder().withConfig(config).build(), server::close);
    }

    /** The server of the current kubeconfig. */
    static KubeTarget given() {
        Config config = Config.autoConfigure(null);
        if (config.getCurrentContext() == null && config.getOauthToken() == null) {
            throw new AssertionError("no kubeconfig: set KUBECONFIG, or write ~/.kube/config, with a current context");
        }
        return new KubeTarget(new KubernetesClientBuilder().withConfig(config).build(), () -> {});
    }

    KubernetesClient client() {
        return client;
    }

    /** A name that no other run has. */
    String named(String name) {
        return "sp-" + name + "-" + run;
    }

    /** A namespace that goes away with the run. */
    String namespace(String name) {
        String namespace = goes(named(name));
        post("/api/v1/namespaces", "kubectl-create", """
                {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s"}}
                """.formatted(namespace));
        return namespace;
    }

    /** Takes a namespace away in the end that something else makes. */
    String goes(String namespace) {
        namespaces.add(namespace);
        return namespace;
    }

    /** Takes an object away in the end. */
    void leftover(String path) {
        leftovers.push(path);
    }

    JsonNode post(String path, String manager, String json) {
        return sent("POST", path + "?fieldManager=" + manager, "application/json", json);
    }

    /** Applies as {@code kubectl apply --server-side} does. */
    JsonNode apply(String path, String manager, String json) {
        return sent("PATCH", path + "?fieldManager=" + manager, "application/apply-patch+yaml", json);
    }

    /** Applies a manifest against whoever owns its fields. */
    void forced(String manifest, String manager) {
        YamlMapping object = (YamlMapping) YamlFile.parse(manifest, YamlLimits.DEFAULT)
                .documents()
                .get(0)
                .root()
                .orElseThrow();
        YamlMapping metadata = (YamlMapping) object.get("metadata").orElseThrow();
        ResourceType type = new KubeApi(new FabricTransport(client, "target", Duration.ofSeconds(30)), "target")
                .discovery()
                .find(text(object, "apiVersion"), text(object, "kind"))
                .orElseThrow();
        String path = type.path(metadata.get("namespace").map(KubeTarget::text), text(metadata, "name"));
        sent("PATCH", path + "?force=true&fieldManager=" + manager, "application/apply-patch+yaml", manifest);
    }

    private static String text(YamlMapping mapping, String key) {
        return mapping.get(key).map(KubeTarget::text).orElseThrow();
    }

    private static String text(YamlNode node) {
        return ((YamlScalar) node).text();
    }

    /** Applies as {@code kubectl apply} does at first: with a copy of what was sent. */
    JsonNode clientApply(String collection, String json) {
        try {
            ObjectNode object = (ObjectNode) JSON.readTree(json);
            object.withObjectProperty("metadata")
                    .withObjectProperty("annotations")
                    .put("kubectl.kubernetes.io/last-applied-configuration", JSON.writeValueAsString(object) + "\n");
            return post(collection, "kubectl-client-side-apply", JSON.writeValueAsString(object));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Edits as somebody does with {@code kubectl edit}. */
    JsonNode edit(String path, String manager, String mergePatch) {
        return sent("PATCH", path + "?fieldManager=" + manager, "application/merge-patch+json", mergePatch);
    }

    /** Patches as somebody does. */
    JsonNode send(String path, String manager, String type, String patch) {
        return sent("PATCH", path + "?fieldManager=" + manager, type, patch);
    }

    Optional<JsonNode> get(String path) {
        HttpResponse<String> answer = answer("GET", path, "application/json", null);
        return answer.code() == 404 ? Optional.empty() : Optional.of(tree(answer, "GET " + path));
    }

    void delete(String path) {
        HttpResponse<String> answer = answer("DELETE", path, "application/json", "{}");
        if (answer.code() != 404) {
            tree(answer, "DELETE " + path);
        }
    }

    /** Everything that a namespace keeps of some kinds, as text, to search for what must not be there. */
    String kept(String namespace, String... plurals) {
        StringBuilder all = new StringBuilder();
        for (String plural : plurals) {
            all.append(get("/api/v1/namespaces/" + namespace + "/" + plural)
                    .map(JsonNode::toString)
                    .orElse(""));
        }
        return all.toString();
    }

    private JsonNode sent(String method, String path, String type, String body) {
        return tree(answer(method, path, type, body), method + " " + path);
    }

    static JsonNode tree(HttpResponse<String> answer, String what) {
        if (answer.code() >= 300) {
            throw new AssertionError(what + " gave " + answer.code() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    HttpResponse<String> answer(String method, String path, String type, String body) {
        String root = client.getMasterUrl().toString().replaceAll("/$", "");
        return client.getHttpClient()
                .sendAsync(
                        client.getHttpClient()
                                .newHttpRequestBuilder()
                                .uri(root + path)
                                .method(method, type, body)
                                .build(),
                        String.class)
                .join();
    }

    /** Takes away what the run made, whatever fails on the way; without controllers nobody else ends a namespace. */
    @Override
    public void close() {
        List<Runnable> steps = new ArrayList<>();
        Ending ending = new Ending(this);
        leftovers.forEach(path -> steps.add(() -> ending.object(path)));
        namespaces.forEach(namespace -> steps.add(() -> ending.namespace(namespace)));
        steps.add(client::close);
        steps.add(afterwards);
        AssertionError failed = null;
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException | AssertionError failure) {
                failed = failed == null ? new AssertionError("not everything was taken away") : failed;
                failed.addSuppressed(failure);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public String toString() {
        return "KubeTarget[" + run.toUpperCase(Locale.ROOT) + "]";
    }
}
