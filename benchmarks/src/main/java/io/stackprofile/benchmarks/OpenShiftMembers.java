package io.stackprofile.benchmarks;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells which members an OpenShift template can hold, and gives back with the content that they had. */
final class OpenShiftMembers {

    private OpenShiftMembers() {}

    static List<String> kept(KubernetesClient client, List<String> texts) {
        return texts.stream().filter(text -> isKept(client, text)).toList();
    }

    private static boolean isKept(KubernetesClient client, String text) {
        List<JsonNode> documents = Agreement.trees(List.of(text));
        // Its placeholders have no escape.
        if (documents.isEmpty() || text.contains("${") || !documents.stream().allMatch(OpenShiftMembers::isObject)) {
            return false;
        }
        try {
            OpenShiftTemplate template = new OpenShiftTemplate(client, List.of(text), Map.of());
            Agreement.sameJson("fabric8's template", List.of(text), template.boundJson());
            return true;
        } catch (KubernetesClientException | IllegalStateException changedOrRefused) {
            return false;
        }
    }

    private static boolean isObject(JsonNode document) {
        String kind = document.path("kind").asString("");
        return !kind.isEmpty()
                && !kind.endsWith("List")
                && document.path("apiVersion").isString()
                && document.path("metadata").path("name").isString();
    }
}
