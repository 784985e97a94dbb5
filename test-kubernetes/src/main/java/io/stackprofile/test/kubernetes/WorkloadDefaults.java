package io.stackprofile.test.kubernetes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Defaults of workloads and their autoscalers that depend on more than their place. */
final class WorkloadDefaults {

    private WorkloadDefaults() {}

    static void rolling(ObjectNode spec, String field) {
        ObjectNode strategy = Json.child(spec, field);
        if (!strategy.has("type")) {
            strategy.put("type", "RollingUpdate");
        }
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            Json.child(strategy, "rollingUpdate");
        }
    }

    static void statefulSet(ObjectNode spec) {
        rolling(spec, "updateStrategy");
        for (JsonNode claim : Json.items(spec, "volumeClaimTemplates")) {
            ObjectNode template = (ObjectNode) claim;
            template.put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
            Json.child(template, "status").put("phase", "Pending");
        }
    }

    static void job(ObjectNode job) {
        ObjectNode spec = Json.child(job, "spec");
        if (!spec.has("completions") && !spec.has("parallelism")) {
            spec.put("completions", 1);
        }
        put(spec, "parallelism", 1);
        put(spec, "backoffLimit", 6);
        if (!spec.has("completionMode")) {
            spec.put("completionMode", "NonIndexed");
        }
        if (!spec.has("suspend")) {
            spec.put("suspend", false);
        }
        if (!spec.has("podReplacementPolicy")) {
            spec.put("podReplacementPolicy", spec.has("podFailurePolicy") ? "Failed" : "TerminatingOrFailed");
        }
        JsonNode labels = Json.at(spec, "template", "metadata", "labels");
        ObjectNode own = Json.child(job, "metadata");
        if (labels != null && !own.has("labels")) {
            own.set("labels", labels.deepCopy());
        }
    }

    static void selector(ObjectNode controller) {
        ObjectNode spec = Json.child(controller, "spec");
        JsonNode labels = Json.at(spec, "template", "metadata", "labels");
        if (labels != null) {
            if (!spec.has("selector")) {
                spec.set("selector", labels.deepCopy());
            }
            ObjectNode own = Json.child(controller, "metadata");
            if (!own.has("labels")) {
                own.set("labels", labels.deepCopy());
            }
        }
    }

    private static void put(ObjectNode spec, String field, int value) {
        if (!spec.has(field)) {
            spec.put(field, value);
        }
    }

    static void autoscaler(ObjectNode spec) {
        if (!spec.has("metrics")) {
            ArrayNode metrics = spec.putArray("metrics");
            metrics.add(Json.object("""
                    {"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}"""));
        }
        if (spec.get("behavior") instanceof ObjectNode behaviour) {
            scaling(Json.child(behaviour, "scaleUp"), """
                    {"stabilizationWindowSeconds":0,"selectPolicy":"Max","policies":[
                    {"type":"Pods","value":4,"periodSeconds":15},{"type":"Percent","value":100,"periodSeconds":15}]}""");
            scaling(Json.child(behaviour, "scaleDown"), """
                    {"selectPolicy":"Max","policies":[{"type":"Percent","value":100,"periodSeconds":15}]}""");
        }
    }

    private static void scaling(ObjectNode rules, String defaults) {
        Json.object(defaults).properties().forEach(field -> {
            if (!rules.has(field.getKey())) {
                rules.set(field.getKey(), field.getValue());
            }
        });
    }
}
