package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Looks whether something would go with a namespace or a definition that somebody may still want. */
final class Leftovers {

    private static final Set<String> CLUSTERS_OWN_KINDS = Set.of(
            "Event",
            "Endpoints",
            "EndpointSlice",
            "Lease",
            "ControllerRevision",
            "PodMetrics",
            "LocalSubjectAccessReview");
    private static final Set<String> CLUSTERS_OWN_NAMES = Set.of(
            "ConfigMap kube-root-ca.crt",
            "ConfigMap istio-ca-root-cert",
            "ConfigMap openshift-service-ca.crt",
            "ServiceAccount default");

    private final KubeApi api;
    private final ServedKinds kinds;
    private final Set<ObjectId> going;

    /**
     * Of one commit.
     *
     * @param going what the commit has removed already, or would have
     */
    Leftovers(KubeApi api, ServedKinds kinds, Set<ObjectId> going) {
        this.api = api;
        this.kinds = kinds;
        this.going = going;
    }

    /** Why a namespace or definition stays; empty for other kinds. */
    Optional<String> reason(JsonNode there) {
        ObjectId id = ObjectId.of(there);
        Optional<ObjectId> left = id.isNamespace()
                ? inNamespace(id.name())
                : id.isDefinition() ? ofDefinition(there.path("spec")) : Optional.empty();
        return left.map(found -> id.describe() + " still has others in it: " + found.describe() + ".");
    }

    private Optional<ObjectId> inNamespace(String namespace) {
        Set<String> seen = new HashSet<>();
        for (ResourceType type : kinds.all()) {
            boolean looked = type.namespaced()
                    && type.readable()
                    && !CLUSTERS_OWN_KINDS.contains(type.kind())
                    && seen.add(type.group() + " " + type.plural());
            Optional<ObjectId> left = looked ? first(type, Optional.of(namespace)) : Optional.empty();
            if (left.isPresent()) {
                return left;
            }
        }
        return Optional.empty();
    }

    private Optional<ObjectId> ofDefinition(JsonNode spec) {
        return kinds.any(
                        spec.path("group").asText(),
                        spec.path("names").path("kind").asText())
                .flatMap(type -> first(type, Optional.empty()));
    }

    private Optional<ObjectId> first(ResourceType type, Optional<String> namespace) {
        return api.list(type, namespace, "").stream()
                .filter(item -> !isOnItsWay(item))
                .map(ObjectId::of)
                .filter(id -> !going.contains(id) && !CLUSTERS_OWN_NAMES.contains(id.kind() + " " + id.name()))
                .findFirst();
    }

    /** What is being deleted, and what goes when its owner does. */
    private static boolean isOnItsWay(JsonNode item) {
        return item.path("metadata").hasNonNull("deletionTimestamp")
                || !item.path("metadata").path("ownerReferences").isEmpty()
                || Json.text(item, "type")
                        .filter("kubernetes.io/service-account-token"::equals)
                        .isPresent();
    }
}
