package io.stackprofile.test.kubernetes;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What an API server makes by itself when it starts. */
final class Bootstrap {

    private Bootstrap() {}

    static void fill(Cluster cluster) {
        InnerWrites hands = new InnerWrites(cluster, "kube-apiserver");
        for (String namespace : List.of("default", "kube-node-lease", "kube-public", "kube-system")) {
            hands.create(Controllers.made("v1", "Namespace", "", namespace));
        }
        ObjectNode service = Controllers.made("v1", "Service", "default", "kubernetes");
        Json.child(service, "metadata", "labels").put("component", "apiserver").put("provider", "kubernetes");
        ObjectNode spec = service.putObject("spec").put("clusterIP", "10.96.0.1");
        spec.putArray("ports")
                .addObject()
                .put("name", "https")
                .put("port", 443)
                .put("protocol", "TCP")
                .put("targetPort", 6443);
        hands.create(service);
        for (String role : List.of("admin", "cluster-admin", "edit", "view")) {
            ObjectNode made = Controllers.made("rbac.authorization.k8s.io/v1", "ClusterRole", "", role);
            Json.child(made, "metadata", "labels").put("kubernetes.io/bootstrapping", "rbac-defaults");
            ObjectNode rule = made.putArray("rules").addObject();
            for (String field : List.of("apiGroups", "resources", "verbs")) {
                rule.putArray(field).add("*");
            }
            hands.create(made);
        }
    }
}
