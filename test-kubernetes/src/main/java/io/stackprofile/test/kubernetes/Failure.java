package io.stackprofile.test.kubernetes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer other than success, in Kubernetes' wording. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    final int code;
    final transient ObjectNode status;

    private Failure(int code, String reason, String message, @Nullable ObjectNode details) {
        super(message);
        this.code = code;
        status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", message);
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        if (details != null) {
            status.set("details", details);
        }
        status.put("code", code);
    }

    /** One reason of a failure, at a field. */
    record Cause(String reason, String message, String field) {}

    static Failure of(int code, String reason, String message) {
        return new Failure(code, reason, message, null);
    }

    static Failure badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    static Failure internal(String message) {
        return of(500, "", message);
    }

    static Failure unknownPath() {
        return new Failure(404, "NotFound", "the server could not find the requested resource", Json.object());
    }

    static Failure notFound(ResourceType type, String name) {
        return about(404, "NotFound", type, name, type.qualified() + " \"" + name + "\" not found");
    }

    static Failure alreadyExists(ResourceType type, String name) {
        return about(409, "AlreadyExists", type, name, type.qualified() + " \"" + name + "\" already exists");
    }

    static Failure modified(ResourceType type, String name) {
        return conflict(
                type,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    static Failure conflict(ResourceType type, String name, String why) {
        String message = "Operation cannot be fulfilled on " + type.qualified() + " \"" + name + "\": " + why;
        return about(409, "Conflict", type, name, message);
    }

    static Failure forbidden(ResourceType type, String name, String why) {
        String quoted = name.isEmpty() ? "" : " \"" + name + "\"";
        return about(403, "Forbidden", type, name, type.qualified() + quoted + " is forbidden: " + why);
    }

    static Failure terminating(ResourceType type, String name, String namespace) {
        Failure failure = forbidden(
                type,
                name,
                "unable to create new content in namespace " + namespace + " because it is being terminated");
        failure.because(List.of(new Cause(
                "NamespaceTerminating", "namespace " + namespace + " is being terminated", "metadata.namespace")));
        return failure;
    }

    static Failure applyConflict(List<Cause> causes, String message) {
        Failure failure = new Failure(409, "Conflict", message, Json.object());
        failure.because(causes);
        return failure;
    }

    static Failure invalid(ResourceType type, String name, List<Cause> causes) {
        StringBuilder text = new StringBuilder();
        for (Cause cause : causes) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(cause.field())
                    .append(": ")
                    .append(cause.message());
        }
        String kind = type.group().isEmpty() ? type.kind() : type.kind() + "." + type.group();
        String all = causes.size() == 1 ? text.toString() : "[" + text + "]";
        ObjectNode details = details(type, name).put("kind", type.kind());
        Failure failure = new Failure(422, "Invalid", kind + " \"" + name + "\" is invalid: " + all, details);
        failure.because(causes);
        return failure;
    }

    private static Failure about(int code, String reason, ResourceType type, String name, String message) {
        return new Failure(code, reason, message, details(type, name));
    }

    private static ObjectNode details(ResourceType type, String name) {
        ObjectNode details = Json.object();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!type.group().isEmpty()) {
            details.put("group", type.group());
        }
        return details.put("kind", type.plural());
    }

    private void because(List<Cause> causes) {
        ArrayNode list = Json.child(status, "details").putArray("causes");
        for (Cause cause : causes) {
            list.addObject()
                    .put("reason", cause.reason())
                    .put("message", cause.message())
                    .put("field", cause.field());
        }
    }
}
