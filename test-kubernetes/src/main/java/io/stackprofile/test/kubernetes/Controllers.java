package io.stackprofile.test.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Does at once, and only so far as a client notices, what a cluster's controllers do. */
final class Controllers {

    private static final Set<String> PROTECTION =
            Set.of("kubernetes.io/pvc-protection", "kubernetes.io/pv-protection", "foregroundDeletion", "orphan");

    private final Cluster cluster;
    private final InnerWrites hands;

    Controllers(Cluster cluster) {
        this.cluster = cluster;
        hands = new InnerWrites(cluster, "kube-controller-manager");
    }

    void follow(ResourceType type, ObjectNode object) {
        boolean leaving = !Json.text(object, "metadata", "deletionTimestamp").isEmpty();
        if (type.is("", "namespaces")) {
            namespace(object, leaving);
        } else if (leaving) {
            release(type, object);
        } else if (type.is("apps", "deployments")) {
            Rollouts.deployment(hands, cluster, object);
        } else if (type.is("", "services")) {
            Rollouts.service(hands, object);
        }
    }

    private void namespace(ObjectNode namespace, boolean leaving) {
        String name = Json.text(namespace, "metadata", "name");
        if (!leaving) {
            hands.create(made("v1", "ServiceAccount", name, "default"));
            ObjectNode authority = made("v1", "ConfigMap", name, "kube-root-ca.crt");
            Json.child(authority, "metadata", "annotations")
                    .put("kubernetes.io/description", "Contains a CA bundle that can be used to verify the server.");
            authority.putObject("data").put("ca.crt", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
            hands.create(authority);
            return;
        }
        for (ObjectNode object : cluster.contents(name)) {
            if (cluster.store.has(key(object))) {
                leave(object);
            }
        }
        if (cluster.contents(name).isEmpty() && cluster.namespace(name) != null) {
            cluster.removed(cluster.types.core("namespaces"), namespace);
        }
    }

    private void leave(ObjectNode object) {
        ResourceType type = cluster.typeOf(object);
        if (Json.items(object, "metadata", "finalizers").iterator().hasNext()) {
            Json.child(object, "metadata").put("deletionTimestamp", Store.now());
            cluster.stored(type, object, object);
        } else {
            cluster.removed(type, object);
        }
    }

    private String key(ObjectNode object) {
        return Store.key(
                cluster.typeOf(object),
                Json.text(object, "metadata", "namespace"),
                Json.text(object, "metadata", "name"));
    }

    /** Takes the finalizers away that controllers answer for. */
    private void release(ResourceType type, ObjectNode object) {
        ArrayNode left = Json.array();
        boolean orphans = false;
        for (JsonNode finalizer : Json.items(object, "metadata", "finalizers")) {
            orphans |= finalizer.asString().equals("orphan");
            if (!PROTECTION.contains(finalizer.asString())) {
                left.add(finalizer);
            }
        }
        if (left.size() == Json.child(object, "metadata").path("finalizers").size()) {
            return;
        }
        if (orphans) {
            orphan(Json.text(object, "metadata", "uid"));
        }
        ObjectNode released = object.deepCopy();
        Json.child(released, "metadata").remove("finalizers");
        if (!left.isEmpty()) {
            Json.child(released, "metadata").set("finalizers", left);
        }
        cluster.stored(type, released, object);
    }

    private void orphan(String uid) {
        for (ObjectNode dependent : dependents(uid)) {
            Json.child(dependent, "metadata").remove("ownerReferences");
            cluster.store.put(key(dependent), dependent);
        }
    }

    /** Deletes what the removed object owned. */
    void collect(String uid) {
        dependents(uid).forEach(this::leave);
        reconsiderNamespaces();
    }

    private void reconsiderNamespaces() {
        ResourceType type = cluster.types.core("namespaces");
        for (ObjectNode namespace : cluster.store.list(Store.prefix(type))) {
            boolean leaving =
                    !Json.text(namespace, "metadata", "deletionTimestamp").isEmpty();
            if (leaving
                    && cluster.contents(Json.text(namespace, "metadata", "name"))
                            .isEmpty()) {
                cluster.store.remove(Store.key(type, "", Json.text(namespace, "metadata", "name")));
            }
        }
    }

    private List<ObjectNode> dependents(String uid) {
        return cluster.store.list("").stream()
                .filter(object -> {
                    for (JsonNode owner : Json.items(object, "metadata", "ownerReferences")) {
                        if (Json.text(owner, "uid").equals(uid)) {
                            return true;
                        }
                    }
                    return false;
                })
                .toList();
    }

    static ObjectNode made(String apiVersion, String kind, String namespace, String name) {
        ObjectNode object = Json.object().put("apiVersion", apiVersion).put("kind", kind);
        object.putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            Json.child(object, "metadata").put("namespace", namespace);
        }
        return object;
    }

    static void own(ObjectNode dependent, ObjectNode owner, Map<String, Boolean> flags) {
        ObjectNode reference = Json.child(dependent, "metadata")
                .putArray("ownerReferences")
                .addObject()
                .put("apiVersion", Json.text(owner, "apiVersion"))
                .put("kind", Json.text(owner, "kind"))
                .put("name", Json.text(owner, "metadata", "name"))
                .put("uid", Json.text(owner, "metadata", "uid"));
        flags.forEach(reference::put);
    }
}
