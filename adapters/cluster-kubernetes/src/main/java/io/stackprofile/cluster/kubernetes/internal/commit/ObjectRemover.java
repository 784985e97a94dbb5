package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.ApiAnswer;
import io.stackprofile.cluster.kubernetes.internal.api.ApiRequest;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.error.CancelledException;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.MemberOutcome.Status;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Removes single objects, exactly as they were looked at: one that somebody changes meanwhile is looked at again. */
final class ObjectRemover {

    private static final int ATTEMPTS = 3;

    private final KubeApi api;
    private final KeepRules rules;
    private final Leftovers leftovers;
    private final Set<ObjectId> gone = new HashSet<>();
    private final boolean rehearsing;

    ObjectRemover(KubeApi api, ServedKinds kinds, KeepRules rules, boolean rehearsing) {
        this.api = api;
        this.rules = rules;
        this.leftovers = new Leftovers(api, kinds, gone);
        this.rehearsing = rehearsing;
    }

    /** What is gone by now, or would be. */
    Set<ObjectId> gone() {
        return gone;
    }

    /** Removes an object; what fails is a result. */
    ObjectResult remove(ResourceType type, ObjectId id, Location at) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<ObjectResult> result = attempt(type, id, at);
                if (result.isPresent()) {
                    if (result.get().status() == Status.REMOVED) {
                        gone.add(id);
                    }
                    return result.get();
                }
            }
            throw new ClusterException(id.describe() + " changes faster than it can be removed", "Commit again.", at);
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (StackProfileException failure) {
            return ObjectResult.failed(failure);
        }
    }

    private Optional<ObjectResult> attempt(ResourceType type, ObjectId id, Location at) {
        Optional<JsonNode> there = api.get(type, id.namespace(), id.name());
        if (there.isEmpty()) {
            return Optional.of(ObjectResult.of(Status.REMOVED));
        }
        if (there.get().path("metadata").hasNonNull("deletionTimestamp")) {
            return Optional.of(ObjectResult.said(
                    Status.REMOVED, id.describe() + " is being deleted; its finalizers may hold it for a while."));
        }
        Optional<String> kept = rules.reason(there.get()).or(() -> leftovers.reason(there.get()));
        if (kept.isPresent()) {
            return kept.map(reason -> ObjectResult.said(Status.KEPT, reason));
        }
        return delete(type, id, there.get(), at);
    }

    private Optional<ObjectResult> delete(ResourceType type, ObjectId id, JsonNode there, Location at) {
        ApiAnswer answer =
                api.send(ApiRequest.delete(type.path(id.namespace(), id.name()), Json.write(options(there))));
        if (answer.status() == 409) {
            return Optional.empty();
        }
        if (!answer.ok() && answer.status() != 404) {
            throw api.failure(KubeApi.what("delete", type, id.namespace(), id.name()), answer, at);
        }
        return Optional.of(ObjectResult.of(Status.REMOVED));
    }

    private ObjectNode options(JsonNode there) {
        ObjectNode options = Json.object().put("kind", "DeleteOptions").put("apiVersion", "v1");
        ObjectNode preconditions = options.putObject("preconditions");
        Json.text(there, "metadata", "uid").ifPresent(uid -> preconditions.put("uid", uid));
        Json.text(there, "metadata", "resourceVersion")
                .ifPresent(revision -> preconditions.put("resourceVersion", revision));
        options.put("propagationPolicy", "Background");
        if (rehearsing) {
            options.putArray("dryRun").add("All");
        }
        return options;
    }
}
