package io.stackprofile.cluster.kubernetes.internal.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.ApiAnswer;
import io.stackprofile.cluster.kubernetes.internal.api.ApiRequest;
import io.stackprofile.cluster.kubernetes.internal.api.ApiStatus;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import java.util.Optional;

/** The namespace of the drafts: writes in it, and makes it when it is missing. */
final class DraftNamespace {

    private final KubeApi api;
    private final String name;

    DraftNamespace(KubeApi api, String name) {
        this.api = api;
        this.name = name;
    }

    Optional<String> name() {
        return Optional.of(name);
    }

    /** Creates or replaces an object; empty when it is there already, or was changed by someone else. */
    Optional<ApiAnswer> write(String method, ObjectNode object, String objectName) {
        ApiAnswer answer = send(method, object, objectName);
        if (answer.status() == 404 && method.equals("POST")) {
            make();
            answer = send(method, object, objectName);
        }
        // A head that was deleted meanwhile is not found when it is replaced.
        if (answer.status() == 409 || (answer.status() == 404 && method.equals("PUT"))) {
            return Optional.empty();
        }
        if (!answer.ok()) {
            throw failure(what(method, objectName), answer);
        }
        return Optional.of(answer);
    }

    private ApiAnswer send(String method, ObjectNode object, String objectName) {
        String path = method.equals("POST")
                ? DraftObjects.CONFIG_MAPS.path(name())
                : DraftObjects.CONFIG_MAPS.path(name(), objectName);
        return api.send(ApiRequest.of(method, path, ApiRequest.JSON, Json.write(object)));
    }

    /** Removes an object; one that is gone is no error. */
    void delete(String objectName) {
        ApiAnswer answer = api.send(ApiRequest.delete(DraftObjects.CONFIG_MAPS.path(name(), objectName), "{}"));
        if (!answer.ok() && answer.status() != 404) {
            throw failure(what("DELETE", objectName), answer);
        }
    }

    private void make() {
        ObjectNode namespace = Json.object().put("apiVersion", "v1").put("kind", "Namespace");
        namespace
                .putObject("metadata")
                .put("name", name)
                .putObject("labels")
                .put("app.kubernetes.io/managed-by", "stackprofile");
        ApiAnswer answer = api.send(ApiRequest.of(
                "POST", DraftObjects.NAMESPACES.path(Optional.empty()), ApiRequest.JSON, Json.write(namespace)));
        if (answer.status() == 409) {
            return;
        }
        if (!answer.ok()) {
            throw failure(KubeApi.what("create", DraftObjects.NAMESPACES, Optional.empty(), name), answer);
        }
    }

    private String what(String method, String objectName) {
        String verb = switch (method) {
            case "POST" -> "create";
            case "PUT" -> "update";
            default -> "delete";
        };
        return KubeApi.what(verb, DraftObjects.CONFIG_MAPS, name(), objectName);
    }

    private ClusterException failure(String what, ApiAnswer answer) {
        ClusterException failure = api.failure(what, answer, Location.unknown());
        if (failure.code() != ErrorCode.CLUSTER_FORBIDDEN
                || ApiStatus.of(answer).code() != 403) {
            return failure;
        }
        return new ClusterException(
                failure.code(),
                "stack drafts are kept in namespace '" + name + "', where this caller may not " + what,
                "Create the namespace and grant the verb there, or name another with draftNamespace.",
                Location.unknown());
    }
}
