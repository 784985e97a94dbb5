package io.stackprofile.test.kubernetes;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What an object of a kind holds before anything is said: the structs that are always there, so nobody adds them. */
final class ZeroObjects {

    private static final List<String> TEMPLATE =
            List.of("spec", "spec.template", "spec.template.metadata", "spec.template.spec");
    private static final Map<String, List<String>> STRUCTS = Map.of(
            "Deployment", List.of("spec.strategy"),
            "StatefulSet", List.of("spec.updateStrategy"),
            "DaemonSet", List.of("spec.updateStrategy"),
            "CronJob",
                    List.of(
                            "spec.jobTemplate.metadata",
                            "spec.jobTemplate.spec.template.metadata",
                            "spec.jobTemplate.spec.template.spec"),
            "Service", List.of("status.loadBalancer"),
            "Ingress", List.of("status.loadBalancer"),
            "PersistentVolumeClaim", List.of("spec.resources"),
            "HorizontalPodAutoscaler", List.of("spec.scaleTargetRef"),
            "CustomResourceDefinition", List.of("spec.names", "status.acceptedNames"));

    /** Where a list of containers is always there. */
    private static final Map<String, List<String>> CONTAINERS = Map.of(
            "Pod", List.of("spec"),
            "Deployment", List.of("spec", "template", "spec"),
            "StatefulSet", List.of("spec", "template", "spec"),
            "DaemonSet", List.of("spec", "template", "spec"),
            "Job", List.of("spec", "template", "spec"),
            "CronJob", List.of("spec", "jobTemplate", "spec", "template", "spec"));

    private ZeroObjects() {}

    static ObjectNode of(ResourceType type) {
        ObjectNode zero = Json.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        zero.putObject("metadata");
        if (type.custom()) {
            return zero;
        }
        for (String field : List.of("spec", "status")) {
            if (type.schema().declares(field)) {
                zero.putObject(field);
            }
        }
        if (List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job")
                .contains(type.kind())) {
            TEMPLATE.forEach(path -> Json.child(zero, path.split("\\.", -1)));
        }
        List<String> containers = CONTAINERS.get(type.kind());
        if (containers != null) {
            Json.child(zero, containers.toArray(String[]::new)).putArray("containers");
        }
        STRUCTS.getOrDefault(type.kind(), List.of()).forEach(path -> Json.child(zero, path.split("\\.", -1)));
        return zero;
    }
}
