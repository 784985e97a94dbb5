package io.stackprofile.test.kubernetes;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills in what Kubernetes fills in before an object's owners are reckoned. */
final class Defaults {

    private static final Map<String, Map<String, JsonNode>> BY_TYPE = read();

    private Defaults() {}

    private static Map<String, Map<String, JsonNode>> read() {
        Map<String, Map<String, JsonNode>> types = new HashMap<>();
        for (String line : BuiltInSchemas.lines("defaults.txt")) {
            String[] words = line.split(" ", -1);
            Map<String, JsonNode> fields = types.computeIfAbsent(words[0], type -> new java.util.LinkedHashMap<>());
            for (int i = 1; i < words.length; i++) {
                int end = words[i].indexOf('=');
                fields.put(words[i].substring(0, end), Json.value(words[i].substring(end + 1)));
            }
        }
        return types;
    }

    static void apply(ObjectNode object, ResourceType type) {
        walk(object, type.schema());
        if (!type.custom()) {
            Normal.make(object, type.schema());
            byKind(object, type.kind());
            walk(object, type.schema());
        }
    }

    private static void walk(JsonNode value, Schema schema) {
        if (value.isArray()) {
            value.values().forEach(item -> walk(item, schema.element()));
        } else if (value instanceof ObjectNode object) {
            fill(object, schema);
            if (schema.type.equals("PodSpec")) {
                PodDefaults.apply(object);
            }
            object.properties().forEach(field -> walk(field.getValue(), schema.below(field.getKey())));
        }
    }

    private static void fill(ObjectNode object, Schema schema) {
        BY_TYPE.getOrDefault(schema.type, Map.of()).forEach((field, value) -> {
            if (!object.has(field)) {
                object.set(field, value.deepCopy());
            }
        });
        schema.fields().forEach((field, found) -> {
            Schema below = found.get();
            JsonNode value = below.defaultValue;
            if (value != null && !object.has(field)) {
                object.set(field, value.deepCopy());
            }
        });
    }

    private static void byKind(ObjectNode object, String kind) {
        ObjectNode spec = object.get("spec") instanceof ObjectNode found ? found : Json.object();
        switch (kind) {
            case "Deployment" -> WorkloadDefaults.rolling(spec, "strategy");
            case "StatefulSet" -> WorkloadDefaults.statefulSet(spec);
            case "DaemonSet" -> WorkloadDefaults.rolling(spec, "updateStrategy");
            case "Job" -> WorkloadDefaults.job(object);
            case "ReplicationController" -> WorkloadDefaults.selector(object);
            case "Pod" -> PodDefaults.pod(spec);
            case "Service" -> ServiceDefaults.apply(spec);
            case "Namespace" ->
                Json.child(object, "metadata", "labels")
                        .put("kubernetes.io/metadata.name", Json.text(object, "metadata", "name"));
            case "HorizontalPodAutoscaler" -> WorkloadDefaults.autoscaler(spec);
            case "CustomResourceDefinition" -> crd(spec);
            case "RoleBinding", "ClusterRoleBinding" ->
                Json.items(object, "subjects").forEach(Defaults::subject);
            case "PersistentVolumeClaim", "PersistentVolume" -> phase(object);
            default -> {}
        }
    }

    private static void phase(ObjectNode object) {
        ObjectNode status = Json.child(object, "status");
        if (!status.has("phase")) {
            status.put("phase", "Pending");
        }
    }

    private static void crd(ObjectNode spec) {
        ObjectNode names = Json.child(spec, "names");
        String kind = Json.text(names, "kind");
        if (!names.has("singular")) {
            names.put("singular", kind.toLowerCase(java.util.Locale.ROOT));
        }
        if (!names.has("listKind")) {
            names.put("listKind", kind + "List");
        }
    }

    private static void subject(JsonNode subject) {
        String kind = Json.text(subject, "kind");
        if (!subject.has("apiGroup") && (kind.equals("User") || kind.equals("Group"))) {
            ((ObjectNode) subject).put("apiGroup", "rbac.authorization.k8s.io");
        }
    }
}
