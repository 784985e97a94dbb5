package io.stackprofile.cluster.kubernetes.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One API server: what it serves, and its objects, raw. Thread-safe. */
public final class KubeApi {

    private static final String PAGE = "500";
    private static final int ATTEMPTS = 3;

    private final ApiTransport transport;
    private final ApiFailures failures;
    private final Discovery discovery;

    /**
     * An API server.
     *
     * @param cluster what callers call it, for messages
     */
    public KubeApi(ApiTransport transport, String cluster) {
        this.transport = transport;
        this.failures = new ApiFailures(cluster);
        this.discovery = new Discovery(transport, failures);
    }

    /** What it serves. */
    public Discovery discovery() {
        return discovery;
    }

    /** Sends a request; the answer may be a refusal. */
    public ApiAnswer send(ApiRequest request) {
        return transport.send(request);
    }

    /** The error of a refusal. */
    public ClusterException failure(String what, ApiAnswer answer, Location location) {
        return failures.of(what, answer, location);
    }

    /**
     * Objects of a kind, in the server's order, each with {@code apiVersion} and {@code kind}.
     *
     * @param namespace one, or over all
     * @param labelSelector as the API takes it; empty for all
     */
    public List<JsonNode> list(ResourceType type, Optional<String> namespace, String labelSelector) {
        return list(type, namespace, labelSelector, ApiRequest.JSON);
    }

    /** The same objects with no more than their metadata, as far as the server can leave the rest out. */
    public List<JsonNode> metadata(ResourceType type, Optional<String> namespace, String labelSelector) {
        return list(type, namespace, labelSelector, ApiRequest.METADATA_LIST);
    }

    private List<JsonNode> list(ResourceType type, Optional<String> namespace, String selector, String answered) {
        for (int attempt = 1; ; attempt++) {
            try {
                return pages(type, namespace, selector, answered);
            } catch (ClusterException failure) {
                // The list changed so much that its next page is gone: from the beginning.
                if (failure.code() != ErrorCode.STALE_REVISION || attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private List<JsonNode> pages(ResourceType type, Optional<String> namespace, String selector, String answered) {
        List<JsonNode> items = new ArrayList<>();
        String more = "";
        do {
            ApiRequest request =
                    ApiRequest.get(type.path(namespace)).as(answered).with("limit", PAGE);
            if (!selector.isEmpty()) {
                request = request.with("labelSelector", selector);
            }
            if (!more.isEmpty()) {
                request = request.with("continue", more);
            }
            JsonNode page = body(request, what("list", type, namespace, ""));
            page.path("items").forEach(item -> items.add(typed(type, item)));
            more = Json.text(page, "metadata", "continue").orElse("");
        } while (!more.isEmpty());
        return items;
    }

    /** An object, if it is there. */
    public Optional<JsonNode> get(ResourceType type, Optional<String> namespace, String name) {
        ApiAnswer answer = transport.send(ApiRequest.get(type.path(namespace, name)));
        if (answer.status() == 404 && !ApiStatus.of(answer).reason().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(body(answer, what("get", type, namespace, name)));
    }

    /** What is asked, for messages: {@code get secrets 'db' in namespace 'shop'}. */
    public static String what(String verb, ResourceType type, Optional<String> namespace, String name) {
        return verb
                + " "
                + type.resource()
                + (name.isEmpty() ? "" : " '" + name + "'")
                + (type.namespaced()
                        ? namespace.map(in -> " in namespace '" + in + "'").orElse(" in all namespaces")
                        : "");
    }

    private JsonNode body(ApiRequest request, String what) {
        return body(transport.send(request), what);
    }

    private JsonNode body(ApiAnswer answer, String what) {
        if (answer.status() == 410) {
            throw new ClusterException(
                    ErrorCode.STALE_REVISION, "the list changed while it was read", "Read again.", Location.unknown());
        }
        if (!answer.ok()) {
            throw failures.of(what, answer, Location.unknown());
        }
        return Json.read(answer.body())
                .orElseThrow(() -> new ClusterException(
                        "the answer to " + what + " is not JSON",
                        "Check that the address is an API server's.",
                        Location.unknown()));
    }

    // Items of a list leave out what the list says once.
    private static JsonNode typed(ResourceType type, JsonNode item) {
        if (item.has("apiVersion")
                && item.has("kind")
                && !item.path("kind").asText().equals("PartialObjectMetadata")) {
            return item;
        }
        var typed = Json.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        item.properties().forEach(field -> typed.putIfAbsent(field.getKey(), field.getValue()));
        return typed;
    }
}
