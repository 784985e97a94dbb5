package io.stackprofile.cluster.kubernetes.internal.find;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;

/** Builds objects as an API server returns them. */
public final class Objects {

    private final ObjectNode object;

    private Objects(ObjectNode object) {
        this.object = object;
    }

    /** An object in a namespace, or of the cluster when {@code namespace} is empty. */
    public static Objects of(String apiVersion, String kind, String namespace, String name) {
        ObjectNode object = Json.object().put("apiVersion", apiVersion).put("kind", kind);
        ObjectNode metadata = object.putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        metadata.put("uid", "uid-" + apiVersion + "/" + kind + "/" + namespace + "/" + name)
                .put("resourceVersion", "100");
        return new Objects(object);
    }

    /** With a label. */
    public Objects label(String name, String value) {
        object.withObjectProperty("metadata").withObjectProperty("labels").put(name, value);
        return this;
    }

    /** With an annotation. */
    public Objects annotation(String name, String value) {
        object.withObjectProperty("metadata").withObjectProperty("annotations").put(name, value);
        return this;
    }

    /** Written by a field manager. */
    public Objects by(String manager, String operation, String subresource) {
        ObjectNode entry = object.withObjectProperty("metadata")
                .withArrayProperty("managedFields")
                .addObject()
                .put("manager", manager)
                .put("operation", operation);
        if (subresource.isEmpty()) {
            entry.putObject("fieldsV1").putObject("f:data");
        } else {
            entry.put("subresource", subresource);
        }
        return this;
    }

    /** Owned by another. */
    public Objects owner(String kind, String name, boolean controller) {
        object.withObjectProperty("metadata")
                .withArrayProperty("ownerReferences")
                .addObject()
                .put("apiVersion", "apps/v1")
                .put("kind", kind)
                .put("name", name)
                .put("uid", "uid-of-" + name)
                .put("controller", controller);
        return this;
    }

    /** With a field of its top level, or below {@code metadata} when it starts so. */
    public Objects with(String field, String json) {
        JsonNode value = Json.read(json).orElseThrow();
        if (field.startsWith("metadata.")) {
            object.withObjectProperty("metadata").set(field.substring("metadata.".length()), value);
        } else {
            object.set(field, value);
        }
        return this;
    }

    /** The object. */
    public ObjectNode json() {
        return object;
    }
}
