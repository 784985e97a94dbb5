package io.stackprofile.cluster.kubernetes.internal.find;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.util.List;

/** What controllers make from objects that people write. */
final class ControllerRules {

    static final List<Rule> RULES = List.of(
            Rule.of(
                    "owned-by-controller",
                    "A controller made it from another object and makes it again.",
                    (id, object, all) -> owners(object, true)),
            Rule.of(
                    "owned-by-object",
                    "It belongs to another object and is removed with it.",
                    (id, object, all) -> owners(object, false)),
            Rule.of(
                    "claim-of-statefulset",
                    "A StatefulSet makes the claim from its template.",
                    (id, object, all) ->
                            id.is("", "PersistentVolumeClaim") && all.isClaimOfSet(id) && !Authors.someone(object)),
            Rule.of(
                    "dynamic-volume",
                    "A provisioner made the volume for a claim.",
                    (id, object, all) ->
                            id.is("", "PersistentVolume") && annotated(object, "pv.kubernetes.io/provisioned-by")),
            Rule.of(
                    "made-by-cert-manager",
                    "cert-manager issues it from a Certificate.",
                    (id, object, all) -> id.is("", "Secret") && annotated(object, "cert-manager.io/certificate-name")),
            Rule.of(
                    "registry-token",
                    "The cluster makes it for its own image registry.",
                    (id, object, all) -> id.is("", "Secret")
                            && (annotated(object, "openshift.io/internal-registry-auth-token.service-account")
                                    || annotated(object, "openshift.io/token-secret.value"))),
            Rule.of(
                    "mirror-pod",
                    "A node runs the Pod from a file of its own.",
                    (id, object, all) -> id.is("", "Pod") && annotated(object, "kubernetes.io/config.mirror")),
            Rule.of(
                    "written-by-controllers",
                    "Only parts of the cluster wrote it.",
                    (id, object, all) -> Authors.onlyControllers(object)));

    private ControllerRules() {}

    private static boolean owners(JsonNode object, boolean controller) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (!controller || owner.path("controller").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    private static boolean annotated(JsonNode object, String name) {
        return Json.text(object, "metadata", "annotations", name).isPresent();
    }
}
