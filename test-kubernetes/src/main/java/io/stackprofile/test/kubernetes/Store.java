package io.stackprofile.test.kubernetes;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The objects, by resource, namespace and name, and the revision all of them share. Not thread-safe. */
final class Store {

    /** What etcd takes in one request. */
    private static final int LIMIT = 1536 * 1024;

    private final TreeMap<String, ObjectNode> objects = new TreeMap<>();
    private long revision = 100;

    static String key(ResourceType type, String namespace, String name) {
        return prefix(type) + (type.namespaced() ? namespace + "/" : "") + name;
    }

    static String prefix(ResourceType type) {
        return type.group() + "/" + type.plural() + "/";
    }

    /** A copy that may be changed. */
    @Nullable
    ObjectNode get(String key) {
        ObjectNode found = objects.get(key);
        return found == null ? null : found.deepCopy();
    }

    boolean has(String key) {
        return objects.containsKey(key);
    }

    /** Copies of all objects whose key starts so, in the order of keys. */
    List<ObjectNode> list(String prefix) {
        return objects.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
                .map(ObjectNode::deepCopy)
                .toList();
    }

    List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    void checkSize(ObjectNode object) {
        if (Json.write(object).length > LIMIT) {
            throw Failure.internal("etcdserver: request is too large");
        }
    }

    /** Stores a copy under a new revision, and gives that copy. */
    ObjectNode put(String key, ObjectNode object) {
        revision++;
        Json.child(object, "metadata").put("resourceVersion", Long.toString(revision));
        objects.put(key, object.deepCopy());
        return object;
    }

    void remove(String key) {
        if (objects.remove(key) != null) {
            revision++;
        }
    }

    long revision() {
        return revision;
    }

    static String uid() {
        return UUID.randomUUID().toString();
    }

    static String now() {
        return java.time.Instant.now()
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .toString();
    }
}
