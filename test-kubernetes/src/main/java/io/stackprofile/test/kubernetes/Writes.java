package io.stackprofile.test.kubernetes;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** POST, PUT and PATCH. */
final class Writes {

    private final Cluster cluster;
    private final Access access;

    Writes(Cluster cluster, Access access) {
        this.cluster = cluster;
        this.access = access;
    }

    Answer create(ApiRequest request, Target target, ObjectNode body) {
        Options options = Options.of(request);
        Body.checkIdentity(body, target);
        List<String> warnings = Body.checkFields(body, target.type(), options.validation());
        if (!Json.text(body, "metadata", "resourceVersion").isEmpty()) {
            throw Failure.internal("resourceVersion should not be set on objects to be created");
        }
        ObjectNode metadata = Json.child(body, "metadata");
        String name = Json.text(metadata, "name");
        String generated = Json.text(metadata, "generateName");
        if (name.isEmpty() && generated.isEmpty()) {
            throw Failure.invalid(
                    target.type(),
                    "",
                    List.of(new Failure.Cause(
                            "FieldValueRequired",
                            "Required value: name or generateName is required",
                            "metadata.name")));
        }
        if (name.isEmpty()) {
            metadata.put("name", generated + suffix());
        }
        Target named = target.named(Json.text(metadata, "name"));
        ObjectNode object = (ObjectNode)
                Merging.merge(ZeroObjects.of(target.type()), body, target.type().schema());
        Strategy.read(object, target.type());
        return finishCreate(named, new FieldOwnership(named, options).update(null, object), options)
                .warning(warnings);
    }

    private static String suffix() {
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            suffix.append("bcdfghjklmnpqrstvwxz2456789"
                    .charAt(ThreadLocalRandom.current().nextInt(27)));
        }
        return suffix.toString();
    }

    private Answer finishCreate(Target target, ObjectNode object, Options options) {
        checkNamespace(target);
        if (cluster.store.has(target.key())) {
            throw Failure.alreadyExists(target.type(), target.name());
        }
        if (target.type().hasStatus()
                && !List.of("PersistentVolumeClaim", "PersistentVolume", "Service", "Ingress")
                        .contains(target.type().kind())) {
            object.remove("status");
            if (!target.type().custom()) {
                object.putObject("status");
            }
        }
        Strategy.create(object, target, cluster);
        Validation.check(object, null, target.type());
        cluster.store.checkSize(object);
        return Answer.of(201, options.dryRun() ? object : cluster.stored(target.type(), object, null));
    }

    private void checkNamespace(Target target) {
        if (!target.type().namespaced()) {
            return;
        }
        ObjectNode namespace = cluster.namespace(target.namespace());
        if (namespace == null) {
            throw Failure.notFound(cluster.types.core("namespaces"), target.namespace());
        }
        if (!Json.text(namespace, "metadata", "deletionTimestamp").isEmpty()) {
            throw Failure.terminating(target.type(), target.name(), target.namespace());
        }
    }

    Answer replace(ApiRequest request, Target target, ObjectNode body) {
        Options options = Options.of(request);
        Body.checkIdentity(body, target);
        List<String> warnings = Body.checkFields(body, target.type(), options.validation());
        ObjectNode live = existing(target);
        if (target.type().custom()
                && Json.text(body, "metadata", "resourceVersion").isEmpty()) {
            throw Failure.invalid(
                    target.type(),
                    target.name(),
                    List.of(new Failure.Cause(
                            "FieldValueInvalid",
                            "Invalid value: 0: must be specified for an update",
                            "metadata.resourceVersion")));
        }
        return change(target, live, body, options).warning(warnings);
    }

    /** Any patch but an apply: what it makes of the live object replaces that. */
    Answer patch(ApiRequest request, Target target, UnaryOperator<ObjectNode> patch) {
        Options options = Options.of(request);
        ObjectNode live = existing(target);
        ObjectNode patched = patch.apply(live);
        Body.checkIdentity(patched, target);
        List<String> warnings = Body.checkFields(patched, target.type(), options.validation());
        return change(target, live, patched, options).warning(warnings);
    }

    private Answer change(Target target, ObjectNode live, ObjectNode body, Options options) {
        Body.checkRevision(body, live, target);
        ObjectNode wanted = target.isStatus() ? onlyStatus(live, body) : body;
        Strategy.read(wanted, target.type());
        Strategy.update(wanted, live, target, cluster);
        ObjectNode owned = new FieldOwnership(target, options).update(live, wanted);
        return finishChange(target, live, owned, options);
    }

    private static ObjectNode onlyStatus(ObjectNode live, ObjectNode body) {
        ObjectNode wanted = live.deepCopy();
        if (body.get("status") == null) {
            wanted.remove("status");
        } else {
            wanted.set("status", body.get("status"));
        }
        return wanted;
    }

    private Answer finishChange(Target target, ObjectNode live, ObjectNode object, Options options) {
        Validation.check(object, live, target.type());
        cluster.store.checkSize(object);
        if (ManagedFields.sameButForTimes(live, object)) {
            return Answer.of(200, live);
        }
        return Answer.of(200, options.dryRun() ? object : cluster.stored(target.type(), object, live));
    }

    Answer apply(ApiRequest request, Target target, ObjectNode body) {
        Options options = Options.of(request);
        Body.checkIdentity(body, target);
        Body.checkApplied(body, target);
        ObjectNode live = Views.of(cluster.store.get(target.key()), target.type());
        if (live == null) {
            access.check(request, target, "create");
            return applyNew(target, body, options);
        }
        Body.checkRevision(body, live, target);
        ObjectNode applied = body.deepCopy();
        Json.child(applied, "metadata").remove(List.of("resourceVersion", "uid"));
        ObjectNode object = new FieldOwnership(target, options).apply(live, applied);
        Strategy.read(object, target.type());
        Strategy.update(object, live, target, cluster);
        return finishChange(target, live, object, options);
    }

    private Answer applyNew(Target target, ObjectNode body, Options options) {
        if (!target.subresource().isEmpty()) {
            throw Failure.notFound(target.type(), target.name());
        }
        String uid = Json.text(body, "metadata", "uid");
        if (!uid.isEmpty()) {
            throw Failure.conflict(
                    target.type(),
                    target.name(),
                    "uid mismatch: the provided object specified uid " + uid + ", and no existing object was found");
        }
        ObjectNode object = new FieldOwnership(target, options).apply(null, body);
        Strategy.read(object, target.type());
        return finishCreate(target, object, options);
    }

    /** The live object as its path's version shows it. */
    ObjectNode existing(Target target) {
        @Nullable ObjectNode found = Views.of(cluster.store.get(target.key()), target.type());
        if (found == null) {
            throw Failure.notFound(target.type(), target.name());
        }
        return Objects.requireNonNull(found);
    }
}
