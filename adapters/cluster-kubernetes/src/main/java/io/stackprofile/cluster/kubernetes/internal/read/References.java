package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.gitops.Lookup;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds what objects of a stack refer to: among themselves, or on the cluster, once. */
final class References {

    private final Map<ObjectId, Optional<JsonNode>> asked = new HashMap<>();
    private final KubeApi api;

    References(KubeApi api) {
        this.api = api;
    }

    /** Among some objects, then on the cluster. */
    Lookup among(Collection<JsonNode> objects) {
        Lookup near = near(objects);
        return (group, kind, namespace, name) -> near.find(group, kind, namespace, name)
                .or(() -> asked.computeIfAbsent(new ObjectId(group, kind, Optional.of(namespace), name), this::ask));
    }

    /** Among some objects and what was found on the cluster before; asks for nothing. */
    Lookup known(Collection<JsonNode> objects) {
        Lookup near = near(objects);
        Map<ObjectId, Optional<JsonNode>> before = Map.copyOf(asked);
        return (group, kind, namespace, name) -> near.find(group, kind, namespace, name)
                .or(() ->
                        before.getOrDefault(new ObjectId(group, kind, Optional.of(namespace), name), Optional.empty()));
    }

    private static Lookup near(Collection<JsonNode> objects) {
        Map<ObjectId, JsonNode> byId = new HashMap<>();
        objects.forEach(object -> byId.put(ObjectId.of(object), object));
        return (group, kind, namespace, name) ->
                Optional.ofNullable(byId.get(new ObjectId(group, kind, Optional.of(namespace), name)));
    }

    private Optional<JsonNode> ask(ObjectId id) {
        Optional<ResourceType> type = api.discovery().types().stream()
                .filter(served ->
                        served.group().equals(id.group()) && served.kind().equals(id.kind()))
                .findFirst();
        try {
            return type.flatMap(served -> api.get(served, id.namespace(), id.name()));
        } catch (ClusterException failure) {
            // Whoever refers to it says that it could not be read.
            if (failure.code() == ErrorCode.CLUSTER_FORBIDDEN) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
