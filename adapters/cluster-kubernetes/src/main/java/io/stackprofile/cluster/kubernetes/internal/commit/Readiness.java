package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.error.CancelledException;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import java.time.Duration;
import java.util.Optional;

/** Waits until what others need can be used: definitions are established and served, namespaces active. */
final class Readiness {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final KubeApi api;
    private final ServedKinds kinds;
    private final WriteOptions options;

    Readiness(KubeApi api, ServedKinds kinds, WriteOptions options) {
        this.api = api;
        this.kinds = kinds;
        this.options = options;
    }

    /** Waits; the object as it is then, or why it cannot be waited for any longer. */
    ObjectResult await(ObjectResult written, Location at) {
        if (written.object().isEmpty()) {
            return written;
        }
        try {
            ready(written.object().get(), at);
            return written;
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (StackProfileException failure) {
            return ObjectResult.failed(failure);
        }
    }

    private void ready(JsonNode first, Location at) {
        ObjectId id = ObjectId.of(first);
        Duration waited = Duration.ZERO;
        Duration pause = FIRST;
        JsonNode there = first;
        while (!(id.isNamespace() ? isActive(there) : isEstablished(there) && isServed(there))) {
            if (waited.compareTo(options.readyTimeout()) >= 0) {
                throw late(id, at);
            }
            options.pause().pause(pause);
            waited = waited.plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            there = again(first, id, at);
        }
    }

    private JsonNode again(JsonNode first, ObjectId id, Location at) {
        ResourceType type = kinds.require(Json.text(first, "apiVersion").orElse(""), id.kind(), at);
        return api.get(type, Optional.empty(), id.name())
                .orElseThrow(() -> new ClusterException(
                        ErrorCode.NOT_READY,
                        id.describe() + " was applied and is gone again",
                        "See who deletes it; then commit again.",
                        at));
    }

    private static boolean isActive(JsonNode namespace) {
        return namespace.path("status").path("phase").asText().equals("Active");
    }

    private static boolean isEstablished(JsonNode definition) {
        for (JsonNode condition : definition.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("Established")) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }

    /** A definition is established a moment before its kind is told of. */
    private boolean isServed(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        String kind = spec.path("names").path("kind").asText();
        for (JsonNode version : spec.path("versions")) {
            String apiVersion =
                    spec.path("group").asText() + "/" + version.path("name").asText();
            if (version.path("served").asBoolean()
                    && kinds.find(apiVersion, kind).isEmpty()) {
                kinds.refresh();
                return kinds.find(apiVersion, kind).isPresent();
            }
        }
        return true;
    }

    private ClusterException late(ObjectId id, Location at) {
        return new ClusterException(
                ErrorCode.NOT_READY,
                id.describe() + " was applied and is not "
                        + (id.isNamespace() ? "active" : "established and served") + " after "
                        + options.readyTimeout().toSeconds() + " s",
                id.isNamespace()
                        ? "See what holds it up, then commit again."
                        : "Look at its conditions: its names may be taken by another definition; then commit again.",
                at);
    }
}
