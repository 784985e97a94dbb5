package io.stackprofile.test.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the server itself writes into objects when they are made and changed. */
final class Strategy {

    private static final Set<String> COUNTED = Set.of(
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "ReplicaSet",
            "ReplicationController",
            "Job",
            "CronJob",
            "Pod",
            "Ingress",
            "NetworkPolicy",
            "PodDisruptionBudget",
            "CustomResourceDefinition",
            "IngressClass",
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "PriorityClass",
            "EndpointSlice");
    private static final List<String> KEPT = List.of(
            "uid",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "generation",
            "resourceVersion",
            "selfLink");

    private Strategy() {}

    /** Before an object's owners are reckoned: what conversion and defaults do. */
    static void read(ObjectNode object, ResourceType type) {
        if (type.is("", "secrets") && object.remove("stringData") instanceof ObjectNode plain) {
            ObjectNode data = Json.child(object, "data");
            for (Map.Entry<String, JsonNode> entry : plain.properties()) {
                byte[] bytes = entry.getValue().asString().getBytes(StandardCharsets.UTF_8);
                data.put(entry.getKey(), Base64.getEncoder().encodeToString(bytes));
            }
        }
        Defaults.apply(object, type);
        if (type.is("apps", "daemonsets") && TemplateGeneration.of(object) < 0) {
            TemplateGeneration.set(object, 0);
        }
    }

    static void create(ObjectNode object, Target target, Cluster cluster) {
        ObjectNode metadata = Json.child(object, "metadata");
        metadata.remove(KEPT);
        metadata.put("uid", Store.uid()).put("creationTimestamp", Store.now());
        if (target.type().namespaced()) {
            metadata.put("namespace", target.namespace());
        }
        if (counts(target.type())) {
            metadata.put("generation", 1);
        }
        switch (target.type().kind()) {
            case "Service" -> ServiceAddresses.give(object, Json.object(), cluster);
            case "Namespace" -> namespace(object);
            case "DaemonSet" -> TemplateGeneration.set(object, 1);
            case "Job" -> job(object);
            case "PersistentVolumeClaim" -> finalizer(metadata, "kubernetes.io/pvc-protection");
            case "PersistentVolume" -> finalizer(metadata, "kubernetes.io/pv-protection");
            default -> {}
        }
    }

    private static boolean counts(ResourceType type) {
        return type.custom() || COUNTED.contains(type.kind());
    }

    private static void namespace(ObjectNode object) {
        ArrayNode finalizers = Json.child(object, "spec").get("finalizers") instanceof ArrayNode list
                ? list
                : Json.child(object, "spec").putArray("finalizers");
        boolean there = false;
        for (JsonNode finalizer : finalizers.values()) {
            there |= finalizer.asString().equals("kubernetes");
        }
        if (!there) {
            finalizers.add("kubernetes");
        }
        object.putObject("status").put("phase", "Active");
    }

    private static void job(ObjectNode job) {
        ObjectNode spec = Json.child(job, "spec");
        if (spec.path("manualSelector").asBoolean(false)) {
            return;
        }
        String uid = Json.text(job, "metadata", "uid");
        String name = Json.text(job, "metadata", "name");
        Json.child(spec, "template", "metadata", "labels")
                .put("batch.kubernetes.io/controller-uid", uid)
                .put("batch.kubernetes.io/job-name", name)
                .put("controller-uid", uid)
                .put("job-name", name);
        Json.child(spec, "selector", "matchLabels").put("batch.kubernetes.io/controller-uid", uid);
    }

    private static void finalizer(ObjectNode metadata, String finalizer) {
        ArrayNode list =
                metadata.get("finalizers") instanceof ArrayNode found ? found : metadata.putArray("finalizers");
        for (JsonNode one : list.values()) {
            if (one.asString().equals(finalizer)) {
                return;
            }
        }
        list.add(finalizer);
    }

    static void update(ObjectNode object, ObjectNode live, Target target, Cluster cluster) {
        ObjectNode metadata = Json.child(object, "metadata");
        metadata.remove(KEPT);
        for (String field : KEPT) {
            JsonNode kept = Json.at(live, "metadata", field);
            if (kept != null) {
                metadata.set(field, kept);
            }
        }
        metadata.put("name", target.name());
        if (target.type().namespaced()) {
            metadata.put("namespace", target.namespace());
        }
        if (target.isStatus()) {
            return;
        }
        if (target.type().hasStatus()) {
            keep(object, live, "status");
        }
        if (target.type().is("", "namespaces") && target.subresource().isEmpty()) {
            keep(object, live, "spec");
        }
        if (target.type().is("", "services")) {
            ServiceAddresses.give(object, live, cluster);
        }
        if (target.type().is("apps", "daemonsets")) {
            TemplateGeneration.count(object, live);
        }
        if (counts(target.type()) && !sameSpec(object, live)) {
            metadata.put(
                    "generation",
                    Json.child(live, "metadata").path("generation").asInt(0) + 1);
        }
    }

    private static void keep(ObjectNode object, ObjectNode live, String field) {
        JsonNode value = live.get(field);
        if (value == null) {
            object.remove(field);
        } else {
            object.set(field, value);
        }
    }

    private static boolean sameSpec(ObjectNode one, ObjectNode other) {
        return Objects.equals(rest(one), rest(other));
    }

    private static ObjectNode rest(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove(List.of("metadata", "status"));
        return copy;
    }
}
