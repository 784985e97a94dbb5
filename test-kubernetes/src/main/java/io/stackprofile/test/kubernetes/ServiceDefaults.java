package io.stackprofile.test.kubernetes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defaults of Services that depend on more than their place. */
final class ServiceDefaults {

    private ServiceDefaults() {}

    static void apply(ObjectNode spec) {
        String type = Json.text(spec, "type");
        if (Json.text(spec, "sessionAffinity").equals("ClientIP")) {
            ObjectNode client = Json.child(spec, "sessionAffinityConfig", "clientIP");
            if (!client.has("timeoutSeconds")) {
                client.put("timeoutSeconds", 10800);
            }
        }
        for (JsonNode port : Json.items(spec, "ports")) {
            if (!port.has("targetPort") && !type.equals("ExternalName")) {
                ((ObjectNode) port).set("targetPort", port.get("port"));
            }
        }
        if (!type.equals("ExternalName") && !spec.has("internalTrafficPolicy")) {
            spec.put("internalTrafficPolicy", "Cluster");
        }
        boolean outside = type.equals("NodePort") || type.equals("LoadBalancer");
        if (outside && !spec.has("externalTrafficPolicy")) {
            spec.put("externalTrafficPolicy", "Cluster");
        }
        if (type.equals("LoadBalancer") && !spec.has("allocateLoadBalancerNodePorts")) {
            spec.put("allocateLoadBalancerNodePorts", true);
        }
    }
}
