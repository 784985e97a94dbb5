package io.stackprofile.test.kubernetes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accepts and establishes CustomResourceDefinitions, and cleans up behind them. */
final class Crds {

    private Crds() {}

    static void follow(Cluster cluster, ObjectNode crd, @Nullable ObjectNode before) {
        boolean established = condition(crd, "Established");
        if (before == null && !cluster.holdsCrds) {
            establish(cluster, crd);
        } else if (established) {
            cluster.types.serve(crd);
        }
    }

    static void establish(Cluster cluster, ObjectNode crd) {
        ObjectNode status = Json.child(crd, "status");
        status.set("acceptedNames", crd.path("spec").path("names").deepCopy());
        ArrayNode conditions = status.putArray("conditions");
        add(conditions, "NamesAccepted", "NoConflicts", "no conflicts found");
        add(conditions, "Established", "InitialNamesAccepted", "the initial names have been accepted");
        ArrayNode stored = status.putArray("storedVersions");
        for (JsonNode version : Json.items(crd, "spec", "versions")) {
            if (version.path("storage").asBoolean(false)) {
                stored.add(Json.text(version, "name"));
            }
        }
        ManagedFields managed = ManagedFields.of(crd);
        managed.findOrAdd("kube-apiserver", "Update", "apiextensions.k8s.io/v1", "status").fields = FieldSet.of(List.of(
                FieldPath.of("status", "acceptedNames", "kind"),
                FieldPath.of("status", "acceptedNames", "listKind"),
                FieldPath.of("status", "acceptedNames", "plural"),
                FieldPath.of("status", "acceptedNames", "singular"),
                FieldPath.of("status", "conditions").then("k:{\"type\":\"Established\"}"),
                FieldPath.of("status", "conditions").then("k:{\"type\":\"NamesAccepted\"}")));
        managed.writeTo(crd);
        cluster.store.put("apiextensions.k8s.io/customresourcedefinitions/" + Json.text(crd, "metadata", "name"), crd);
        cluster.types.serve(crd);
    }

    private static void add(ArrayNode conditions, String type, String reason, String message) {
        conditions
                .addObject()
                .put("lastTransitionTime", Store.now())
                .put("message", message)
                .put("reason", reason)
                .put("status", "True")
                .put("type", type);
    }

    static boolean condition(ObjectNode object, String type) {
        for (JsonNode condition : Json.items(object, "status", "conditions")) {
            if (Json.text(condition, "type").equals(type)) {
                return Json.text(condition, "status").equals("True");
            }
        }
        return false;
    }

    static void removed(Cluster cluster, ObjectNode crd) {
        String prefix = Json.text(crd, "spec", "group") + "/" + Json.text(crd, "spec", "names", "plural") + "/";
        for (String key : cluster.store.keys()) {
            if (key.startsWith(prefix)) {
                cluster.store.remove(key);
            }
        }
        cluster.types.stopServing(Json.text(crd, "metadata", "name"));
    }
}
