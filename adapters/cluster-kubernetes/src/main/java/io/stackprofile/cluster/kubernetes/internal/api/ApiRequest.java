package io.stackprofile.cluster.kubernetes.internal.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to an API server.
 *
 * @param method an HTTP method
 * @param path from the server's root, segments encoded where they need it
 * @param query its parameters, not encoded, in order
 * @param body what is sent; never part of {@code toString}
 * @param contentType of the body; of the answer when there is none
 */
public record ApiRequest(
        String method, String path, Map<String, String> query, Optional<String> body, Optional<String> contentType) {

    /** Server-side apply, whose body may be JSON, as JSON is YAML. */
    public static final String APPLY_PATCH = "application/apply-patch+yaml";

    /** RFC 7386. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** A list of objects without their content. */
    public static final String METADATA_LIST =
            "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

    /** What most bodies are. */
    public static final String JSON = "application/json";

    /** Keeps the order of the query. */
    public ApiRequest {
        query = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /** A request to read. */
    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path, Map.of(), Optional.empty(), Optional.empty());
    }

    /** The same request to read, answered in a form of its own. */
    public ApiRequest as(String answered) {
        return new ApiRequest(method, path, query, body, Optional.of(answered));
    }

    /** A request that carries a body. */
    public static ApiRequest of(String method, String path, String contentType, String body) {
        return new ApiRequest(method, path, Map.of(), Optional.of(body), Optional.of(contentType));
    }

    /** A request to remove, with {@code DeleteOptions}. */
    public static ApiRequest delete(String path, String deleteOptions) {
        return of("DELETE", path, JSON, deleteOptions);
    }

    /** The same request with one more parameter. */
    public ApiRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new ApiRequest(method, path, more, body, contentType);
    }

    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : " " + query);
    }
}
