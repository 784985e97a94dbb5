package io.stackprofile.test.kubernetes;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What controllers make of Deployments and Services; no Pod ever runs. */
final class Rollouts {

    private static final Map<String, Boolean> CONTROLLER = Map.of("blockOwnerDeletion", true, "controller", true);

    private Rollouts() {}

    static void deployment(InnerWrites hands, Cluster cluster, ObjectNode deployment) {
        String namespace = Json.text(deployment, "metadata", "namespace");
        String name = Json.text(deployment, "metadata", "name");
        String hash = Integer.toHexString(
                Json.text(deployment.path("spec").path("template")).hashCode());
        ResourceType sets = cluster.typeOf(Controllers.made("apps/v1", "ReplicaSet", namespace, name));
        String key = Store.key(sets, namespace, name + "-" + hash);
        if (!cluster.store.has(key)) {
            int revision = 1
                    + (int) cluster.store.list(Store.prefix(sets) + namespace + "/" + name + "-").stream()
                            .count();
            hands.create(replicaSet(deployment, name + "-" + hash, hash, revision));
            hands.create(event(deployment, name + "-" + hash));
            annotate(hands, deployment, revision);
        }
        hands.change(deployment, "status", live -> status(live));
    }

    private static ObjectNode replicaSet(ObjectNode deployment, String name, String hash, int revision) {
        ObjectNode set =
                Controllers.made("apps/v1", "ReplicaSet", Json.text(deployment, "metadata", "namespace"), name);
        Json.child(set, "metadata", "annotations").put("deployment.kubernetes.io/revision", Integer.toString(revision));
        Controllers.own(set, deployment, CONTROLLER);
        ObjectNode spec = set.putObject("spec");
        spec.set("replicas", deployment.path("spec").path("replicas"));
        spec.set("selector", deployment.path("spec").path("selector").deepCopy());
        spec.set("template", deployment.path("spec").path("template").deepCopy());
        Json.child(spec, "selector", "matchLabels").put("pod-template-hash", hash);
        Json.child(spec, "template", "metadata", "labels").put("pod-template-hash", hash);
        Json.child(set, "metadata")
                .set(
                        "labels",
                        Json.child(spec, "template", "metadata", "labels").deepCopy());
        return set;
    }

    private static ObjectNode event(ObjectNode deployment, String set) {
        String namespace = Json.text(deployment, "metadata", "namespace");
        ObjectNode event = Controllers.made("v1", "Event", namespace, set + ".1");
        event.putObject("involvedObject")
                .put("apiVersion", "apps/v1")
                .put("kind", "Deployment")
                .put("name", Json.text(deployment, "metadata", "name"))
                .put("namespace", namespace)
                .put("uid", Json.text(deployment, "metadata", "uid"));
        event.put("reason", "ScalingReplicaSet").put("type", "Normal").put("count", 1);
        event.put("message", "Scaled up replica set " + set);
        event.putObject("source").put("component", "deployment-controller");
        return event;
    }

    private static void annotate(InnerWrites hands, ObjectNode deployment, int revision) {
        hands.change(
                deployment,
                "",
                live -> Json.child(live, "metadata", "annotations")
                        .put("deployment.kubernetes.io/revision", Integer.toString(revision)));
    }

    private static void status(ObjectNode live) {
        int wanted = live.path("spec").path("replicas").asInt(1);
        ObjectNode status = Json.child(live, "status");
        status.set("observedGeneration", live.path("metadata").path("generation"));
        status.put("replicas", wanted).put("updatedReplicas", wanted).put("unavailableReplicas", wanted);
    }

    static void service(InnerWrites hands, ObjectNode service) {
        if (!service.path("spec").has("selector")) {
            return;
        }
        String namespace = Json.text(service, "metadata", "namespace");
        String name = Json.text(service, "metadata", "name");
        hands.create(Controllers.made("v1", "Endpoints", namespace, name));
        ObjectNode slice = Controllers.made("discovery.k8s.io/v1", "EndpointSlice", namespace, name + "-slice");
        Json.child(slice, "metadata", "labels")
                .put("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io")
                .put("kubernetes.io/service-name", name);
        Controllers.own(slice, service, CONTROLLER);
        slice.put("addressType", "IPv4");
        hands.create(slice);
    }
}
