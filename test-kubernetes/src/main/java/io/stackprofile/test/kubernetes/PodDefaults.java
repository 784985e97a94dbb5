package io.stackprofile.test.kubernetes;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Defaults of Pods and Pod templates that depend on more than their place. */
final class PodDefaults {

    private PodDefaults() {}

    static void apply(ObjectNode spec) {
        for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
            Json.items(spec, list).forEach(container -> container((ObjectNode) container));
        }
        String account = Json.text(spec, "serviceAccountName");
        String old = Json.text(spec, "serviceAccount");
        if (!account.isEmpty()) {
            spec.put("serviceAccount", account);
        } else if (!old.isEmpty()) {
            spec.put("serviceAccountName", old);
        }
        if (spec.path("hostNetwork").asBoolean(false)) {
            Json.items(spec, "containers").forEach(PodDefaults::hostPorts);
        }
        for (JsonNode volume : Json.items(spec, "volumes")) {
            if (volume.size() == 1) {
                ((ObjectNode) volume).putObject("emptyDir");
            }
        }
    }

    private static void container(ObjectNode container) {
        if (!container.has("imagePullPolicy")) {
            container.put("imagePullPolicy", pullPolicy(Json.text(container, "image")));
        }
    }

    private static String pullPolicy(String image) {
        String last = image.substring(image.lastIndexOf('/') + 1);
        boolean tagged = last.contains("@") || (last.contains(":") && !last.endsWith(":latest"));
        return tagged ? "IfNotPresent" : "Always";
    }

    private static void hostPorts(JsonNode container) {
        for (JsonNode port : Json.items(container, "ports")) {
            if (!port.has("hostPort")) {
                ((ObjectNode) port).set("hostPort", port.get("containerPort"));
            }
        }
    }

    /** What only Pods get, partly by admission. */
    static void pod(ObjectNode spec) {
        Json.items(spec, "containers").forEach(PodDefaults::requests);
        Json.items(spec, "initContainers").forEach(PodDefaults::requests);
        if (!spec.has("enableServiceLinks")) {
            spec.put("enableServiceLinks", true);
        }
        if (!spec.has("priority")) {
            spec.put("priority", 0);
        }
        if (!spec.has("preemptionPolicy")) {
            spec.put("preemptionPolicy", "PreemptLowerPriority");
        }
        ArrayNode tolerations = spec.get("tolerations") instanceof ArrayNode list ? list : spec.putArray("tolerations");
        for (String key : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
            boolean there = false;
            for (JsonNode toleration : tolerations.values()) {
                there |= Json.text(toleration, "key").equals(key);
            }
            if (!there) {
                tolerations
                        .addObject()
                        .put("effect", "NoExecute")
                        .put("key", key)
                        .put("operator", "Exists")
                        .put("tolerationSeconds", 300);
            }
        }
    }

    private static void requests(JsonNode container) {
        JsonNode limits = Json.at(container, "resources", "limits");
        if (limits != null) {
            ObjectNode requests = Json.child((ObjectNode) container, "resources", "requests");
            for (Map.Entry<String, JsonNode> limit : limits.properties()) {
                if (!requests.has(limit.getKey())) {
                    requests.set(limit.getKey(), limit.getValue());
                }
            }
        }
    }
}
