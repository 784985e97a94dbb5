package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The state all requests share. Whoever uses it holds its lock. */
final class Cluster {

    final Store store = new Store();
    final ResourceTypes types = new ResourceTypes();
    final boolean controllers;
    /** CustomResourceDefinitions are established only when a test says so. */
    boolean holdsCrds;

    private int addresses = 10;
    private int ports = 30000;
    private final Controllers work;

    Cluster(boolean controllers, boolean holdsCrds) {
        this.controllers = controllers;
        this.holdsCrds = holdsCrds;
        work = new Controllers(this);
    }

    String nextAddress() {
        addresses++;
        return "10.96." + addresses / 250 + "." + (1 + addresses % 250);
    }

    int nextPort() {
        return ports++;
    }

    @Nullable
    ObjectNode namespace(String name) {
        return store.get(Store.key(types.core("namespaces"), "", name));
    }

    /** Stores an object that passed every check, with what follows from it. */
    ObjectNode stored(ResourceType type, ObjectNode object, @Nullable ObjectNode before) {
        String key = Store.key(type, Json.text(object, "metadata", "namespace"), Json.text(object, "metadata", "name"));
        boolean leaving = !Json.text(object, "metadata", "deletionTimestamp").isEmpty();
        if (leaving && !holdsBack(type, object)) {
            removed(type, object);
            return object;
        }
        store.put(key, object);
        if (type.is("apiextensions.k8s.io", "customresourcedefinitions")) {
            Crds.follow(this, object, before);
        }
        if (controllers) {
            work.follow(type, object);
        }
        return Objects.requireNonNullElse(store.get(key), object);
    }

    private static boolean holdsBack(ResourceType type, ObjectNode object) {
        boolean finalizers =
                Json.items(object, "metadata", "finalizers").iterator().hasNext();
        boolean own = type.is("", "namespaces")
                && Json.items(object, "spec", "finalizers").iterator().hasNext();
        return finalizers || own;
    }

    /** Removes an object, with what follows from that. */
    void removed(ResourceType type, ObjectNode object) {
        String namespace = Json.text(object, "metadata", "namespace");
        store.remove(Store.key(type, namespace, Json.text(object, "metadata", "name")));
        if (type.is("apiextensions.k8s.io", "customresourcedefinitions")) {
            Crds.removed(this, object);
        }
        if (controllers) {
            work.collect(Json.text(object, "metadata", "uid"));
        }
    }

    /** The objects in a namespace, of every namespaced resource. */
    List<ObjectNode> contents(String namespace) {
        List<ObjectNode> contents = new ArrayList<>();
        for (ResourceType type : types.all()) {
            if (type.namespaced()) {
                contents.addAll(store.list(Store.prefix(type) + namespace + "/"));
            }
        }
        return contents;
    }

    /** The type of a stored object. */
    ResourceType typeOf(ObjectNode object) {
        String apiVersion = Json.text(object, "apiVersion");
        String kind = Json.text(object, "kind");
        return Objects.requireNonNull(types.byKind(apiVersion, kind), () -> apiVersion + " " + kind);
    }
}
