package io.stackprofile.test.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Gives Services the addresses and node ports the server allots, and keeps the ones they have. */
final class ServiceAddresses {

    private ServiceAddresses() {}

    static void give(ObjectNode service, ObjectNode live, Cluster cluster) {
        ObjectNode spec = Json.child(service, "spec");
        String type = Json.text(spec, "type");
        if (type.equals("ClusterIP") && !Json.text(live, "spec", "type").equals("ClusterIP")) {
            dropPorts(spec, live);
        }
        if (type.equals("ExternalName")) {
            spec.remove(List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"));
            return;
        }
        keep(spec, live, "clusterIP");
        if (Json.text(spec, "clusterIP").isEmpty()) {
            spec.put("clusterIP", cluster.nextAddress());
        }
        fill(spec, live, "clusterIPs", Json.array().add(Json.text(spec, "clusterIP")));
        fill(spec, live, "ipFamilies", Json.array().add("IPv4"));
        fill(spec, live, "ipFamilyPolicy", StringNode.valueOf("SingleStack"));
        if (type.equals("NodePort") || type.equals("LoadBalancer")) {
            nodePorts(spec, live, cluster);
        }
    }

    /** What came with another type goes with it, unless it was changed in the same write. */
    private static void dropPorts(ObjectNode spec, ObjectNode live) {
        for (String field : List.of("externalTrafficPolicy", "allocateLoadBalancerNodePorts")) {
            if (Objects.equals(spec.get(field), Json.at(live, "spec", field))) {
                spec.remove(field);
            }
        }
        Set<JsonNode> had = new HashSet<>();
        Json.items(live, "spec", "ports").forEach(port -> had.add(port.path("nodePort")));
        for (JsonNode port : Json.items(spec, "ports")) {
            if (had.contains(port.path("nodePort"))) {
                ((ObjectNode) port).remove("nodePort");
            }
        }
    }

    private static void fill(ObjectNode spec, ObjectNode live, String field, JsonNode value) {
        keep(spec, live, field);
        if (!spec.has(field)) {
            spec.set(field, value);
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
