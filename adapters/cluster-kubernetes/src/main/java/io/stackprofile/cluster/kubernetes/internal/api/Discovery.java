package io.stackprofile.cluster.kubernetes.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.error.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of objects that a server serves, as it tells them. Read once; a kind that a stack itself defines is found after
 * {@link #refresh}. Thread-safe.
 */
public final class Discovery {

    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    private final ApiTransport transport;
    private final ApiFailures failures;
    private volatile Optional<List<ResourceType>> known = Optional.empty();
    private volatile List<String> unavailable = List.of();

    /** Of one server; nothing is asked yet. */
    public Discovery(ApiTransport transport, ApiFailures failures) {
        this.transport = transport;
        this.failures = failures;
    }

    /** Every kind, the preferred version of each group first; subresources are none. */
    public List<ResourceType> types() {
        Optional<List<ResourceType>> read = known;
        return read.orElseGet(this::refresh);
    }

    /** Asks again. */
    public List<ResourceType> refresh() {
        List<String> down = new ArrayList<>();
        List<ResourceType> types = aggregated("/api", down)
                .flatMap(core -> aggregated("/apis", down).map(groups -> joined(core, groups)))
                .orElseGet(() -> oneByOne(down));
        unavailable = List.copyOf(down);
        known = Optional.of(types);
        return types;
    }

    /** The API groups and versions whose servers did not answer when they were last asked. */
    public List<String> unavailable() {
        return unavailable;
    }

    private static List<ResourceType> joined(List<ResourceType> core, List<ResourceType> groups) {
        List<ResourceType> all = new ArrayList<>(core);
        all.addAll(groups);
        return List.copyOf(all);
    }

    /** Since Kubernetes 1.27 one answer tells of all groups; empty from a server that does not. */
    private Optional<List<ResourceType>> aggregated(String path, List<String> down) {
        ApiAnswer answer = transport.send(ApiRequest.get(path).as(AGGREGATED));
        Optional<JsonNode> body = answer.ok() ? Json.read(answer.body()) : Optional.empty();
        return body.filter(tree -> Json.text(tree, "kind").equals(Optional.of("APIGroupDiscoveryList")))
                .map(tree -> AggregatedDiscovery.types(tree, down));
    }

    private List<ResourceType> oneByOne(List<String> down) {
        List<ResourceType> types = new ArrayList<>(resources("", "v1", true, down));
        for (JsonNode group : get("/apis", "list API groups").path("groups")) {
            String name = Json.text(group, "name").orElse("");
            String preferred = Json.text(group, "preferredVersion", "version").orElse("");
            for (JsonNode version : group.path("versions")) {
                String number = Json.text(version, "version").orElse("");
                types.addAll(resources(name, number, number.equals(preferred), down));
            }
        }
        return List.copyOf(types);
    }

    /** The kind of an object; one that is not known yet is looked for anew. */
    public Optional<ResourceType> find(String apiVersion, String kind) {
        return find(types(), apiVersion, kind).or(() -> find(refresh(), apiVersion, kind));
    }

    /** The API versions in which the server serves a kind, preferred ones first. */
    public List<String> versions(String kind) {
        return types().stream()
                .filter(type -> type.kind().equals(kind))
                .sorted((one, other) -> Boolean.compare(other.preferred(), one.preferred()))
                .map(ResourceType::apiVersion)
                .distinct()
                .toList();
    }

    private static Optional<ResourceType> find(List<ResourceType> types, String apiVersion, String kind) {
        return types.stream()
                .filter(type -> type.kind().equals(kind) && type.apiVersion().equals(apiVersion))
                .findFirst();
    }

    private List<ResourceType> resources(String group, String version, boolean preferred, List<String> down) {
        String path = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        ApiAnswer answer = transport.send(ApiRequest.get(path));
        // An aggregated API whose server is down is told as unavailable; the rest can still be used.
        if (answer.status() == 503 || answer.status() == 404) {
            down.add(group.isEmpty() ? version : group + "/" + version);
            return List.of();
        }
        List<ResourceType> types = new ArrayList<>();
        for (JsonNode resource : body(answer, "list resources of " + path).path("resources")) {
            String plural = Json.text(resource, "name").orElse("");
            if (!plural.contains("/")) {
                types.add(new ResourceType(
                        group,
                        version,
                        Json.text(resource, "kind").orElse(""),
                        plural,
                        resource.path("namespaced").asBoolean(),
                        verbs(resource),
                        preferred));
            }
        }
        return types;
    }

    private static Set<String> verbs(JsonNode resource) {
        Set<String> verbs = new LinkedHashSet<>();
        resource.path("verbs").forEach(verb -> verbs.add(verb.asText()));
        return verbs;
    }

    private JsonNode get(String path, String what) {
        return body(transport.send(ApiRequest.get(path)), what);
    }

    private JsonNode body(ApiAnswer answer, String what) {
        if (!answer.ok()) {
            throw failures.of(what, answer, Location.unknown());
        }
        return Json.read(answer.body()).orElseThrow(() -> failures.of(what, answer, Location.unknown()));
    }
}
