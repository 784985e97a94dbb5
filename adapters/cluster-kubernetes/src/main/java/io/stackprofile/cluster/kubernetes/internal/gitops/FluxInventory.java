package io.stackprofile.cluster.kubernetes.internal.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The objects that a Flux {@code Kustomization} applied, as its status tells. */
public final class FluxInventory {

    /** Its API group. */
    public static final String GROUP = "kustomize.toolkit.fluxcd.io";

    private FluxInventory() {}

    /** The objects; an entry is {@code NAMESPACE_NAME_GROUP_KIND}, and a colon of a name is two underscores. */
    public static Set<ObjectId> managed(JsonNode kustomization) {
        Set<ObjectId> managed = new LinkedHashSet<>();
        for (JsonNode entry : kustomization.path("status").path("inventory").path("entries")) {
            entry(entry.path("id").asText()).ifPresent(managed::add);
        }
        return managed;
    }

    private static Optional<ObjectId> entry(String id) {
        int namespace = id.indexOf('_');
        int kind = id.lastIndexOf('_');
        int group = kind < 0 ? -1 : id.lastIndexOf('_', kind - 1);
        if (namespace < 0 || group <= namespace) {
            return Optional.empty();
        }
        return Optional.of(new ObjectId(
                id.substring(group + 1, kind),
                id.substring(kind + 1),
                Optional.of(id.substring(0, namespace)).filter(text -> !text.isEmpty()),
                id.substring(namespace + 1, group).replace("__", ":")));
    }
}
