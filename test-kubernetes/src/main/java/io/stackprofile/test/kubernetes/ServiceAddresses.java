package io.stackprofile.test.kubernetes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives Services the addresses and node ports the server allots, and keeps the ones they have. */
final class ServiceAddresses {

    private ServiceAddresses() {}

    static void give(ObjectNode service, ObjectNode live, Cluster cluster) {
        ObjectNode spec = Json.child(service, "spec");
        String type = Json.text(spec, "type");
        if (type.equals("ExternalName")) {
            spec.remove(java.util.List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"));
            return;
        }
        keep(spec, live, "clusterIP");
        if (Json.text(spec, "clusterIP").isEmpty()) {
            spec.put("clusterIP", cluster.nextAddress());
        }
        keep(spec, live, "clusterIPs");
        if (!spec.has("clusterIPs")) {
            spec.putArray("clusterIPs").add(Json.text(spec, "clusterIP"));
        }
        keep(spec, live, "ipFamilies");
        if (!spec.has("ipFamilies")) {
            spec.putArray("ipFamilies").add("IPv4");
        }
        keep(spec, live, "ipFamilyPolicy");
        if (!spec.has("ipFamilyPolicy")) {
            spec.put("ipFamilyPolicy", "SingleStack");
        }
        if (type.equals("NodePort") || type.equals("LoadBalancer")) {
            nodePorts(spec, live, cluster);
        }
    }

    private static void keep(ObjectNode spec, ObjectNode live, String field) {
        JsonNode was = Json.at(live, "spec", field);
        if (was != null && !spec.has(field)) {
            spec.set(field, was);
        }
    }

    private static void nodePorts(ObjectNode spec, ObjectNode live, Cluster cluster) {
        boolean wanted = spec.path("allocateLoadBalancerNodePorts").asBoolean(true);
        for (JsonNode port : Json.items(spec, "ports")) {
            if (port.has("nodePort") || !wanted) {
                continue;
            }
            ObjectNode given = (ObjectNode) port;
            for (JsonNode was : Json.items(live, "spec", "ports")) {
                boolean same = was.path("port").equals(port.path("port"))
                        && was.path("protocol").equals(port.path("protocol"));
                if (same && was.has("nodePort")) {
                    given.set("nodePort", was.get("nodePort"));
                }
            }
            if (!given.has("nodePort")) {
                given.put("nodePort", cluster.nextPort());
            }
        }
    }
}
