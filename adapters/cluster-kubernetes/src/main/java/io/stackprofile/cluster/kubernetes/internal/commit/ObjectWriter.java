package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.ApiAnswer;
import io.stackprofile.cluster.kubernetes.internal.api.ApiRequest;
import io.stackprofile.cluster.kubernetes.internal.api.ApiStatus;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.error.CancelledException;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.FieldConflict;
import io.stackprofile.instantiation.MemberOutcome.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes single objects by server-side apply, or lets the server rehearse it. */
final class ObjectWriter {

    private static final int ATTEMPTS = 3;

    private final KubeApi api;
    private final ServedKinds kinds;
    private final WriteOptions options;
    private final String stack;
    private final boolean forcing;
    private final Ownership ownership;
    private final Map<ObjectId, JsonNode> target;
    private final boolean rehearsing;

    ObjectWriter(
            KubeApi api,
            ServedKinds kinds,
            WriteOptions options,
            String stack,
            boolean forcing,
            Map<ObjectId, JsonNode> target,
            boolean rehearsing) {
        this.api = api;
        this.kinds = kinds;
        this.options = options;
        this.stack = stack;
        this.forcing = forcing;
        this.ownership = new Ownership(stack, forcing, target);
        this.target = target;
        this.rehearsing = rehearsing;
    }

    /** An object with its kind and its namespace known. */
    private record Sent(ResourceType type, Optional<String> namespace, ObjectId id, Location at) {

        String what(String verb) {
            return KubeApi.what(verb, type, namespace, id.name());
        }

        String path() {
            return type.path(namespace, id.name());
        }
    }

    /**
     * Applies an object; what fails is a result.
     *
     * @param body gives what is sent, from what is there
     */
    ObjectResult write(PlannedObject planned, Function<Optional<JsonNode>, ObjectNode> body, Location at) {
        try {
            Sent sent = sent(planned, at);
            Optional<JsonNode> before = before(sent);
            before.ifPresent(there -> ownership.require(sent.id(), there, at));
            boolean shared =
                    before.filter(there -> ownership.isShared(sent.id(), there)).isPresent();
            ObjectNode object = placed(body.apply(before), sent);
            if (shared) {
                Marks.unmark(object);
            }
            String manager = shared ? options.fieldManager() + "-" + stack : options.fieldManager();
            return new Application(sent, Json.write(object), manager, planned.document()).result(before);
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (StackProfileException failure) {
            return ObjectResult.failed(failure);
        }
    }

    /** How a planned object is called on the cluster, if its kind is served. */
    Optional<ObjectId> id(PlannedObject planned) {
        return kinds.find(planned.apiVersion(), planned.kind())
                .map(type -> new ObjectId(
                        type.group(),
                        type.kind(),
                        namespace(type, planned.id()),
                        planned.id().name()));
    }

    private Sent sent(PlannedObject planned, Location at) {
        ResourceType type = kinds.require(planned.apiVersion(), planned.kind(), at);
        Optional<String> namespace = namespace(type, planned.id());
        return new Sent(
                type,
                namespace,
                new ObjectId(type.group(), type.kind(), namespace, planned.id().name()),
                at);
    }

    private static ObjectNode placed(ObjectNode object, Sent sent) {
        ObjectNode metadata = object.withObjectProperty("metadata");
        metadata.remove("namespace");
        sent.namespace().ifPresent(in -> metadata.put("namespace", in));
        return object;
    }

    private Optional<String> namespace(ResourceType type, ObjectId id) {
        return type.namespaced() ? id.namespace().or(() -> Optional.of(options.defaultNamespace())) : Optional.empty();
    }

    private Optional<JsonNode> before(Sent sent) {
        return Optional.ofNullable(target.get(sent.id()))
                .filter(known -> Json.text(known, "apiVersion")
                        .equals(Optional.of(sent.type().apiVersion())))
                .or(() -> api.get(sent.type(), sent.namespace(), sent.id().name()));
    }

    /** One object on its way. */
    private final class Application {
        private final Sent sent;
        private final String body;
        private final String manager;
        private final int document;

        Application(Sent sent, String body, String manager, int document) {
            this.sent = sent;
            this.body = body;
            this.manager = manager;
            this.document = document;
        }

        ObjectResult result(Optional<JsonNode> before) {
            ApiAnswer answer = patch(false);
            List<FieldConflict> conflicts = conflicts(answer, document);
            if (!conflicts.isEmpty()) {
                if (!forcing) {
                    return ObjectResult.failed(conflict(sent, conflicts), conflicts);
                }
                answer = patch(true);
            }
            if (!answer.ok()) {
                throw Refusals.of(api, sent.what("patch"), answer, sent.at());
            }
            JsonNode after = Json.read(answer.body()).orElseThrow(() -> unreadable(sent));
            return ObjectResult.done(status(before, after), ServerWarnings.of(answer.warnings()), conflicts, after);
        }

        private ApiAnswer patch(boolean force) {
            ApiRequest request = ApiRequest.of("PATCH", sent.path(), ApiRequest.APPLY_PATCH, body)
                    .with("fieldManager", manager)
                    .with("force", Boolean.toString(force))
                    .with("fieldValidation", "Warn");
            ApiRequest whole = rehearsing ? request.with("dryRun", "All") : request;
            ApiAnswer answer = api.send(whole);
            for (int attempt = 1; attempt < ATTEMPTS && isRace(answer); attempt++) {
                answer = api.send(whole);
            }
            return answer;
        }
    }

    // Somebody wrote at the same moment; an apply carries no revision, so that it can just be sent again.
    private static boolean isRace(ApiAnswer answer) {
        return answer.status() == 409 && conflicts(answer, 0).isEmpty();
    }

    private static List<FieldConflict> conflicts(ApiAnswer answer, int document) {
        return answer.status() == 409 ? FieldConflicts.of(ApiStatus.of(answer), document) : List.of();
    }

    private Status status(Optional<JsonNode> before, JsonNode after) {
        if (before.isEmpty()) {
            return Status.CREATED;
        }
        // A rehearsal gives the revision that is there, whatever would change.
        boolean same = rehearsing
                ? timeless(before.get()).equals(timeless(after))
                : Json.text(after, "metadata", "resourceVersion")
                        .equals(Json.text(before.get(), "metadata", "resourceVersion"));
        return same ? Status.UNCHANGED : Status.UPDATED;
    }

    private static JsonNode timeless(JsonNode object) {
        JsonNode copy = object.deepCopy();
        for (JsonNode entry : copy.path("metadata").path("managedFields")) {
            ((ObjectNode) entry).remove("time");
        }
        return copy;
    }

    private static ClusterException conflict(Sent sent, List<FieldConflict> conflicts) {
        List<String> managers =
                conflicts.stream().map(FieldConflict::manager).distinct().toList();
        return new ClusterException(
                ErrorCode.FIELD_CONFLICT,
                sent.id().describe() + ": " + conflicts.size() + (conflicts.size() == 1 ? " field is" : " fields are")
                        + " owned by " + String.join(", ", managers),
                "Take their values over into the profile, leave the fields out of it, or force the conflicts.",
                sent.at());
    }

    private static ClusterException unreadable(Sent sent) {
        return new ClusterException(
                "the answer to " + sent.what("patch") + " is not JSON",
                "Check that the address is an API server's; the object may have been written.",
                sent.at());
    }
}
