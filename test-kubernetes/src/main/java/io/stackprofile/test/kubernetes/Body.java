package io.stackprofile.test.kubernetes;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Checks what a request's body says of itself against the path, and its fields against the schema. */
final class Body {

    private Body() {}

    static void checkIdentity(ObjectNode body, Target target) {
        ResourceType type = target.type();
        String apiVersion = Json.text(body, "apiVersion");
        String kind = Json.text(body, "kind");
        if (kind.isEmpty()) {
            throw Failure.badRequest("Object 'Kind' is missing in the body");
        }
        if (!apiVersion.equals(type.apiVersion())) {
            throw Failure.badRequest("the API version in the data (" + apiVersion
                    + ") does not match the expected API version (" + type.apiVersion() + ")");
        }
        if (!kind.equals(type.kind())) {
            throw Failure.badRequest(kind + " in version \"" + type.version() + "\" cannot be handled as a "
                    + type.kind() + ": no kind \"" + kind + "\" is expected here");
        }
        checkPlace(body, target);
    }

    private static void checkPlace(ObjectNode body, Target target) {
        String namespace = Json.text(body, "metadata", "namespace");
        if (!namespace.isEmpty() && !namespace.equals(target.namespace())) {
            throw Failure.badRequest(
                    target.type().namespaced()
                            ? "the namespace of the provided object does not match the namespace sent on the request"
                            : "namespace may not be set on a resource without namespaces");
        }
        String name = Json.text(body, "metadata", "name");
        if (!target.name().isEmpty() && !name.equals(target.name())) {
            throw Failure.badRequest(
                    name.isEmpty()
                            ? "the name of the object must be given as on the URL (" + target.name() + ")"
                            : "the name of the object (" + name + ") does not match the name on the URL ("
                                    + target.name() + ")");
        }
    }

    /** Checks fields of anything but an apply, then drops what is unknown; gives the warnings. */
    static List<String> checkFields(ObjectNode body, ResourceType type, String validation) {
        TypeCheck check = TypeCheck.of(body, type.schema());
        String misfit = check.misfit();
        if (misfit != null && type.custom()) {
            throw Failure.invalid(
                    type,
                    Json.text(body, "metadata", "name"),
                    List.of(new Failure.Cause(
                            "FieldValueTypeInvalid",
                            "Invalid value: " + misfit,
                            misfit.substring(1).split(":", -1)[0])));
        }
        if (misfit != null) {
            throw Failure.badRequest(type.kind() + " in version \"" + type.version() + "\" cannot be handled as a "
                    + type.kind() + ": json: cannot unmarshal: " + misfit);
        }
        List<String> unknown = check.unknown().stream()
                .map(field -> "unknown field \"" + field + "\"")
                .toList();
        if (validation.equals("Strict") && !unknown.isEmpty()) {
            throw Failure.badRequest(type.kind() + " in version \"" + type.version() + "\" cannot be handled as a "
                    + type.kind() + ": strict decoding error: " + String.join(", ", unknown));
        }
        TypeCheck.prune(body, type.schema());
        return validation.equals("Ignore") ? List.of() : unknown;
    }

    /** Checks fields of an apply: there everything must be in the schema. */
    static void checkApplied(ObjectNode body, Target target) {
        ResourceType type = target.type();
        TypeCheck check = TypeCheck.of(body, type.schema());
        String problem = firstOf(
                check.misfit(),
                check.unknown().isEmpty() ? null : "." + check.unknown().get(0) + ": field not declared in schema",
                check.listError());
        if (problem != null) {
            throw Failure.internal("failed to create typed patch object ("
                    + (target.namespace().isEmpty() ? "" : target.namespace() + "/") + target.name() + "; "
                    + type.apiVersion() + ", Kind=" + type.kind() + "): " + problem);
        }
        if (Json.items(body, "metadata", "managedFields").iterator().hasNext()) {
            throw Failure.badRequest("metadata.managedFields must be nil");
        }
    }

    private static @Nullable String firstOf(@Nullable String... problems) {
        for (String problem : problems) {
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** A write on what somebody else changed since it was read fails. */
    static void checkRevision(ObjectNode body, ObjectNode live, Target target) {
        String wanted = Json.text(body, "metadata", "resourceVersion");
        if (!wanted.isEmpty()
                && !wanted.equals("0")
                && !wanted.equals(Json.text(live, "metadata", "resourceVersion"))) {
            throw Failure.modified(target.type(), target.name());
        }
        String uid = Json.text(body, "metadata", "uid");
        String is = Json.text(live, "metadata", "uid");
        if (!uid.isEmpty() && !Objects.equals(uid, is)) {
            throw Failure.conflict(
                    target.type(),
                    target.name(),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + is);
        }
    }
}
