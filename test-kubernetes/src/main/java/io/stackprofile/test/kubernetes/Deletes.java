package io.stackprofile.test.kubernetes;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** DELETE of one object and of collections, and the end of namespaces. */
final class Deletes {

    private final Cluster cluster;
    private final Writes writes;

    Deletes(Cluster cluster, Writes writes) {
        this.cluster = cluster;
        this.writes = writes;
    }

    Answer delete(ApiRequest request, Target target) {
        ObjectNode options = request.body().isEmpty() ? Json.object() : Json.readYaml(bytes(request));
        boolean dryRun = Options.of(request).dryRun()
                || Json.items(options, "dryRun").iterator().hasNext();
        ObjectNode live = writes.existing(target);
        preconditions(options, live, target);
        String policy = request.parameter("propagationPolicy").isEmpty()
                ? Json.text(options, "propagationPolicy")
                : request.parameter("propagationPolicy");
        return remove(target, live, policy, dryRun);
    }

    private static byte[] bytes(ApiRequest request) {
        return request.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void preconditions(ObjectNode options, ObjectNode live, Target target) {
        String uid = Json.text(options, "preconditions", "uid");
        String isUid = Json.text(live, "metadata", "uid");
        if (!uid.isEmpty() && !uid.equals(isUid)) {
            throw Failure.conflict(
                    target.type(),
                    target.name(),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + isUid);
        }
        String revision = Json.text(options, "preconditions", "resourceVersion");
        String isRevision = Json.text(live, "metadata", "resourceVersion");
        if (!revision.isEmpty() && !revision.equals(isRevision)) {
            throw Failure.conflict(
                    target.type(),
                    target.name(),
                    "Precondition failed: ResourceVersion in precondition: " + revision
                            + ", ResourceVersion in object meta: " + isRevision);
        }
    }

    private Answer remove(Target target, ObjectNode live, String policy, boolean dryRun) {
        boolean namespace = target.type().is("", "namespaces");
        if (namespace && List.of("default", "kube-system", "kube-public").contains(target.name())) {
            throw Failure.forbidden(target.type(), target.name(), "this namespace may not be deleted");
        }
        if (!namespace) {
            propagate(live, policy);
        }
        boolean waits = Json.items(live, "metadata", "finalizers").iterator().hasNext()
                || (namespace
                        && Json.items(live, "spec", "finalizers").iterator().hasNext());
        if (!waits) {
            if (!dryRun) {
                cluster.removed(target.type(), live);
            }
            return Answer.of(200, success(target, live));
        }
        ObjectNode metadata = Json.child(live, "metadata");
        if (metadata.has("deletionTimestamp")) {
            return Answer.of(200, live);
        }
        metadata.put("deletionTimestamp", Store.now()).put("deletionGracePeriodSeconds", 0);
        if (namespace) {
            metadata.remove("deletionGracePeriodSeconds");
            Json.child(live, "status").put("phase", "Terminating");
        }
        return Answer.of(200, dryRun ? live : cluster.stored(target.type(), live, live));
    }

    /** Without a garbage collector these finalizers stay, and so does the object. */
    private static void propagate(ObjectNode live, String policy) {
        String finalizer = switch (policy) {
            case "Foreground" -> "foregroundDeletion";
            case "Orphan" -> "orphan";
            default -> "";
        };
        if (finalizer.isEmpty()) {
            return;
        }
        ObjectNode metadata = Json.child(live, "metadata");
        ArrayNode list =
                metadata.get("finalizers") instanceof ArrayNode found ? found : metadata.putArray("finalizers");
        for (JsonNode one : list.values()) {
            if (one.asString().equals(finalizer)) {
                return;
            }
        }
        list.add(finalizer);
    }

    private static ObjectNode success(Target target, ObjectNode gone) {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = status.putObject("details").put("name", target.name());
        if (!target.type().group().isEmpty()) {
            details.put("group", target.type().group());
        }
        details.put("kind", target.type().plural()).put("uid", Json.text(gone, "metadata", "uid"));
        return status;
    }

    Answer deleteCollection(ApiRequest request, Target target, List<ObjectNode> objects) {
        if ((target.type().namespaced() && target.namespace().isEmpty())
                || target.type().is("", "namespaces")) {
            throw Failure.of(
                    405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
        }
        boolean dryRun = Options.of(request).dryRun();
        ObjectNode list = Json.object()
                .put("kind", target.type().kind() + "List")
                .put("apiVersion", target.type().apiVersion());
        list.putObject("metadata").put("resourceVersion", Long.toString(cluster.store.revision()));
        ArrayNode items = list.putArray("items");
        for (ObjectNode object : objects) {
            items.add(object.deepCopy());
            remove(
                    target.named(Json.text(object, "metadata", "name")),
                    object,
                    request.parameter("propagationPolicy"),
                    dryRun);
        }
        return Answer.of(200, list);
    }

    /** A namespace whose finalizers are all gone goes, once it is empty. */
    Answer finalizeNamespace(Target target, ObjectNode body) {
        ObjectNode live = writes.existing(target);
        JsonNode finalizers = Json.at(body, "spec", "finalizers");
        ObjectNode spec = Json.child(live, "spec");
        spec.remove("finalizers");
        if (finalizers instanceof ArrayNode list && !list.isEmpty()) {
            spec.set("finalizers", list);
        }
        cluster.stored(target.type(), live, live);
        return Answer.of(200, live);
    }
}
