package io.stackprofile.test.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls a server as a client does that knows nothing of it. */
final class Calls {

    static final String APPLY = "application/apply-patch+yaml";
    static final String MERGE = "application/merge-patch+json";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** An answer: status, body and warnings. */
    record Reply(int code, JsonNode body, List<String> warnings, Map<String, List<String>> headers) {

        String text(String pointer) {
            return body.at(pointer).asString("");
        }

        String message() {
            return text("/message");
        }
    }

    private final ApiServer server;
    private final String token;
    private final String agent;

    Calls(ApiServer server) {
        this(server, server.adminToken(), "kubectl");
    }

    private Calls(ApiServer server, String token, String agent) {
        this.server = server;
        this.token = token;
        this.agent = agent;
    }

    Calls as(String otherToken) {
        return new Calls(server, otherToken, agent);
    }

    Calls from(String otherAgent) {
        return new Calls(server, token, otherAgent);
    }

    Reply get(String path) {
        return call("GET", path, null, null);
    }

    Reply post(String path, String json) {
        return call("POST", path, json, "application/json");
    }

    Reply put(String path, String json) {
        return call("PUT", path, json, "application/json");
    }

    Reply merge(String path, String json) {
        return call("PATCH", path, json, MERGE);
    }

    Reply delete(String path) {
        return call("DELETE", path, null, null);
    }

    Reply apply(String path, String manager, String body) {
        return call("PATCH", path + (path.contains("?") ? "&" : "?") + "fieldManager=" + manager, body, APPLY);
    }

    /** Makes a namespace. */
    Calls namespace(String name) {
        post("/api/v1/namespaces", "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'" + name + "'}}");
        return this;
    }

    Reply call(String method, String path, String body, String contentType) {
        String json = body == null || APPLY.equals(contentType) && !body.startsWith("{") ? body : quoted(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json))
                .header("User-Agent", agent + "/v1.36.0 (linux/amd64)");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    MAPPER.readTree(response.body()),
                    response.headers().allValues("Warning"),
                    response.headers().map());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON with single quotes, as tests are easier read, unless it has double ones. */
    static String quoted(String json) {
        return json.contains("\"") ? json : json.replace('\'', '"');
    }

    static ObjectNode json(String text) {
        return (ObjectNode) MAPPER.readTree(quoted(text));
    }

    /** The entry of a manager in an object's managedFields. */
    static JsonNode entry(JsonNode object, String manager, String operation) {
        for (JsonNode entry : object.at("/metadata/managedFields").values()) {
            if (entry.at("/manager").asString("").equals(manager)
                    && entry.at("/operation").asString("").equals(operation)) {
                return entry;
            }
        }
        return MAPPER.missingNode();
    }
}
