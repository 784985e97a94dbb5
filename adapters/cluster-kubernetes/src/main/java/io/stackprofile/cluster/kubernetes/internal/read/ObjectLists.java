package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lists objects of kind after kind; a kind that may not be listed is noticed, and the others are read. */
final class ObjectLists {

    // Of these a caller hears without its stack being the poorer, as long as others answer.
    private static final Set<ErrorCode> OF_ONE_KIND =
            Set.of(ErrorCode.CLUSTER_FORBIDDEN, ErrorCode.UNKNOWN_KIND, ErrorCode.NOT_FOUND, ErrorCode.OBJECT_REFUSED);

    private final KubeApi api;
    private final Gathered gathered;
    private final Set<ResourceType> refused = new HashSet<>();

    ObjectLists(KubeApi api, Gathered gathered) {
        this.api = api;
        this.gathered = gathered;
    }

    /** Everything that a selector takes, in some namespaces or everywhere. */
    void list(List<ResourceType> types, List<String> namespaces, String selector, Consumer<JsonNode> found) {
        for (ResourceType type : types) {
            if (namespaces.isEmpty() || !type.namespaced()) {
                if (namespaces.isEmpty()) {
                    list(type, Optional.empty(), selector, found);
                }
            } else {
                namespaces.forEach(namespace -> list(type, Optional.of(namespace), selector, found));
            }
        }
    }

    /** One kind. */
    void list(ResourceType type, Optional<String> namespace, String selector, Consumer<JsonNode> found) {
        answered(type, () -> api.list(type, namespace, selector), found);
    }

    /** One kind everywhere, without content. */
    void metadata(ResourceType type, String selector, Consumer<JsonNode> found) {
        answered(type, () -> api.metadata(type, Optional.empty(), selector), found);
    }

    private void answered(ResourceType type, Supplier<List<JsonNode>> list, Consumer<JsonNode> found) {
        try {
            List<JsonNode> objects = list.get();
            gathered.answered();
            objects.forEach(found);
        } catch (ClusterException failure) {
            gathered.refused(ofOneKind(type, failure));
            refused.add(type);
        }
    }

    /** What a selector takes everywhere, of the kinds that may be listed so; the others are told of in one. */
    void listIfAllowed(List<ResourceType> types, String selector, Consumer<JsonNode> found) {
        for (ResourceType type : types) {
            if (!refused.contains(type)) {
                try {
                    api.list(type, Optional.empty(), selector).forEach(found);
                } catch (ClusterException failure) {
                    if (failure.code() == ErrorCode.CLUSTER_FORBIDDEN) {
                        gathered.refusedEverywhere(type.resource());
                    } else {
                        gathered.refused(ofOneKind(type, failure));
                    }
                }
            }
        }
    }

    private static ClusterException ofOneKind(ResourceType type, ClusterException failure) {
        if (!OF_ONE_KIND.contains(failure.code()) && !(extension(type) && ofServer(failure))) {
            throw failure;
        }
        return failure;
    }

    // The server behind an extension, or its conversion webhook, can be down while the cluster is well.
    private static boolean extension(ResourceType type) {
        return type.group().contains(".") && !type.group().endsWith(".k8s.io");
    }

    private static boolean ofServer(ClusterException failure) {
        return failure.code() == ErrorCode.CLUSTER_UNREACHABLE || failure.code() == ErrorCode.CLUSTER_FAILED;
    }
}
