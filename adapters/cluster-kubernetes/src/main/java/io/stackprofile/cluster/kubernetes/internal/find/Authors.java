package io.stackprofile.cluster.kubernetes.internal.find;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who wrote an object, as far as its last-applied annotation and its managed fields tell. */
final class Authors {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** Field managers that are parts of a cluster, not people or their tools. */
    private static final Set<String> CONTROLLERS = Set.of(
            "kube-controller-manager",
            "kube-apiserver",
            "kube-scheduler",
            "kubelet",
            "cloud-controller-manager",
            "cluster-policy-controller",
            "openshift-controller-manager",
            "service-ca-operator",
            "pilot-discovery",
            "csi-provisioner");

    private static final List<String> CONTENT = List.of("f:data", "f:binaryData", "f:type", "f:rules", "f:subjects");

    /** What a controller writes of a specification only where it made the object. */
    private static final List<String> MADE = List.of("f:template", "f:containers", "f:accessModes");

    private Authors() {}

    /** Whether someone outside the cluster's own parts wrote it. */
    static boolean someone(JsonNode object) {
        return applied(object) || managers(object).stream().anyMatch(name -> !controller(name));
    }

    /**
     * Whether its managed fields say that only parts of the cluster wrote it, its content too. A controller that adds an
     * annotation to an object whose own author is not recorded any more has not made it.
     */
    static boolean onlyControllers(JsonNode object) {
        List<String> managers = managers(object);
        return !applied(object)
                && !managers.isEmpty()
                && managers.stream().allMatch(Authors::controller)
                && writesContent(object);
    }

    private static boolean writesContent(JsonNode object) {
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            JsonNode fields = entry.path("fieldsV1");
            if (CONTENT.stream().anyMatch(fields::has) || MADE.stream().anyMatch(fields.path("f:spec")::has)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a manager of this name wrote some of it. */
    static boolean wrote(JsonNode object, String manager) {
        return managers(object).contains(manager);
    }

    private static boolean applied(JsonNode object) {
        return Json.text(object, "metadata", "annotations", LAST_APPLIED).isPresent();
    }

    private static boolean controller(String manager) {
        return CONTROLLERS.contains(manager) || manager.startsWith("cert-manager-");
    }

    private static List<String> managers(JsonNode object) {
        List<String> managers = new ArrayList<>();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            // What is written through status and scale is not what someone applied.
            if (entry.path("subresource").asText().isEmpty()) {
                managers.add(entry.path("manager").asText());
            }
        }
        return managers;
    }
}
