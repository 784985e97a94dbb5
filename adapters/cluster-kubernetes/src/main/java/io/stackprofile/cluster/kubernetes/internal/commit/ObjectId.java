package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.util.Optional;

/**
 * Names an object in whatever version of its group it is written.
 *
 * @param group empty for the core group
 * @param namespace absent for one of the whole cluster
 */
record ObjectId(String group, String kind, Optional<String> namespace, String name) {

    static ObjectId of(JsonNode object) {
        return new ObjectId(
                group(text(object, "apiVersion")),
                text(object, "kind"),
                Json.text(object, "metadata", "namespace").filter(namespace -> !namespace.isEmpty()),
                Json.text(object, "metadata", "name").orElse(""));
    }

    static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    boolean is(String otherGroup, String otherKind) {
        return group.equals(otherGroup) && kind.equals(otherKind);
    }

    boolean isNamespace() {
        return is("", "Namespace");
    }

    boolean isDefinition() {
        return is("apiextensions.k8s.io", "CustomResourceDefinition");
    }

    /** For messages: {@code Deployment 'web' in namespace 'shop'}. */
    String describe() {
        return kind + " '" + name + "'"
                + namespace.map(in -> " in namespace '" + in + "'").orElse("");
    }

    private static String text(JsonNode object, String key) {
        return Json.text(object, key).orElse("");
    }
}
