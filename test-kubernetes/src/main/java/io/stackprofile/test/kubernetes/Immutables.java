package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields that may not change once an object is there. */
final class Immutables {

    private static final Map<String, List<String>> FIELDS = Map.of(
            "Deployment", List.of("spec.selector"),
            "DaemonSet", List.of("spec.selector"),
            "ReplicaSet", List.of("spec.selector"),
            "Job", List.of("spec.selector", "spec.completions", "spec.completionMode", "spec.template"),
            "RoleBinding", List.of("roleRef"),
            "ClusterRoleBinding", List.of("roleRef"),
            "Secret", List.of("type"),
            "StorageClass", List.of("provisioner", "parameters", "reclaimPolicy", "volumeBindingMode"),
            "CustomResourceDefinition", List.of("spec.group", "spec.names.kind", "spec.names.plural", "spec.scope"));
    private static final Set<String> STATEFUL_SET = Set.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");
    private static final Set<String> POD = Set.of(
            "containers",
            "initContainers",
            "ephemeralContainers",
            "activeDeadlineSeconds",
            "tolerations",
            "terminationGracePeriodSeconds");

    private Immutables() {}

    static List<Failure.Cause> changed(ObjectNode before, ObjectNode after, ResourceType type) {
        List<Failure.Cause> causes = new ArrayList<>();
        for (String field : FIELDS.getOrDefault(type.kind(), List.of())) {
            if (!Objects.equals(at(before, field), at(after, field))) {
                causes.add(new Failure.Cause("FieldValueInvalid", "Invalid value: field is immutable", field));
            }
        }
        switch (type.kind()) {
            case "StatefulSet" ->
                forbidSpec(
                        before,
                        after,
                        STATEFUL_SET,
                        "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',"
                                + " 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy'"
                                + " and 'minReadySeconds' are forbidden",
                        causes);
            case "PersistentVolumeClaim" ->
                forbidSpec(
                        before,
                        after,
                        Set.of("resources", "volumeAttributesClassName", "volumeName"),
                        "spec is immutable after creation except resources.requests and"
                                + " volumeAttributesClassName for bound claims",
                        causes);
            case "Pod" ->
                forbidSpec(
                        before,
                        after,
                        POD,
                        "pod updates may not change fields other than `spec.containers[*].image`",
                        causes);
            case "Service" -> clusterIp(before, after, causes);
            case "Secret", "ConfigMap" -> sealed(before, after, causes);
            default -> {}
        }
        return causes;
    }

    private static @Nullable JsonNode at(ObjectNode object, String path) {
        return Json.at(object, path.split("\\.", -1));
    }

    private static void forbidSpec(
            ObjectNode before, ObjectNode after, Set<String> free, String why, List<Failure.Cause> causes) {
        ObjectNode was = Json.child(before.deepCopy(), "spec").remove(free);
        ObjectNode is = Json.child(after.deepCopy(), "spec").remove(free);
        if (!was.equals(is)) {
            causes.add(new Failure.Cause("FieldValueForbidden", "Forbidden: " + why, "spec"));
        }
    }

    private static void clusterIp(ObjectNode before, ObjectNode after, List<Failure.Cause> causes) {
        String was = Json.text(before, "spec", "clusterIP");
        boolean named = Json.text(before, "spec", "type").equals("ExternalName")
                || Json.text(after, "spec", "type").equals("ExternalName");
        if (!named && !was.isEmpty() && !was.equals(Json.text(after, "spec", "clusterIP"))) {
            causes.add(new Failure.Cause(
                    "FieldValueInvalid", "Invalid value: may not change once set", "spec.clusterIPs[0]"));
        }
    }

    private static void sealed(ObjectNode before, ObjectNode after, List<Failure.Cause> causes) {
        if (!before.path("immutable").asBoolean(false)) {
            return;
        }
        for (String field : List.of("data", "binaryData")) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                causes.add(new Failure.Cause(
                        "FieldValueForbidden", "Forbidden: field is immutable when `immutable` is set", field));
            }
        }
        if (!after.path("immutable").asBoolean(false)) {
            causes.add(new Failure.Cause(
                    "FieldValueForbidden", "Forbidden: field is immutable when `immutable` is set", "immutable"));
        }
    }
}
