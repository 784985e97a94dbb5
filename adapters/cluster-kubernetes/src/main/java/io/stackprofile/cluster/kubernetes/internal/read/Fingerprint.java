package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.gitops.ArgoApplications;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells one state of a stack from another by what people write, and not by what controllers do to it. Each object counts with
 * its uid, which is random, so that no content can be guessed from the result; a Secret counts with the version that the
 * server gives it and not with its content.
 */
final class Fingerprint {

    private static final String PREFIX = "k1-";

    /** Annotations that controllers keep writing, or that repeat the object. */
    private static final Set<String> CHURN = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            "deployment.kubernetes.io/revision",
            "deprecated.daemonset.template.generation",
            "control-plane.alpha.kubernetes.io/leader",
            "endpoints.kubernetes.io/last-change-trigger-time",
            "autoscaling.alpha.kubernetes.io/conditions",
            "autoscaling.alpha.kubernetes.io/current-metrics",
            "autoscaling.alpha.kubernetes.io/behavior",
            "argocd.argoproj.io/refresh",
            "reconcile.fluxcd.io/requestedAt");

    private Fingerprint() {}

    /**
     * Of a stack.
     *
     * @param objects its objects
     * @param records what tells the records of its releases from others
     */
    static String of(String stack, Collection<JsonNode> objects, Collection<String> records) {
        MessageDigest digest = sha256();
        add(digest, objects.isEmpty() && records.isEmpty() ? "absent" : "stack");
        add(digest, stack);
        Set<Target> scaled = scaled(objects);
        TreeMap<ObjectId, JsonNode> sorted = new TreeMap<>();
        objects.forEach(object -> sorted.put(ObjectId.of(object), object));
        sorted.forEach((id, object) -> {
            add(digest, id.toString());
            add(digest, Json.text(object, "metadata", "uid").orElse(""));
            add(digest, state(id, object, scaled));
        });
        new TreeSet<>(records).forEach(record -> add(digest, record));
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }

    private record Target(String kind, Optional<String> namespace, String name) {}

    private static Set<Target> scaled(Collection<JsonNode> objects) {
        Set<Target> scaled = new HashSet<>();
        for (JsonNode object : objects) {
            ObjectId id = ObjectId.of(object);
            JsonNode target = object.path("spec").path("scaleTargetRef");
            if (List.of("autoscaling", "keda.sh").contains(id.group()) && target.isObject()) {
                scaled.add(new Target(
                        target.path("kind").asText("Deployment"),
                        id.namespace(),
                        target.path("name").asText()));
            }
        }
        return scaled;
    }

    private static String state(ObjectId id, JsonNode object, Set<Target> scaled) {
        if (id.is("", "Secret")) {
            return Json.text(object, "metadata", "resourceVersion").orElse("");
        }
        ObjectNode state = object.deepCopy();
        state.remove("status");
        if (ArgoApplications.is(object)) {
            state.remove("operation");
        }
        state.set("metadata", metadata(object));
        if (scaled.contains(new Target(id.kind(), id.namespace(), id.name())) || scaledByOthers(object)) {
            state.withObjectProperty("spec").remove("replicas");
        }
        StringBuilder out = new StringBuilder();
        canonical(state, out);
        return out.toString();
    }

    private static ObjectNode metadata(JsonNode object) {
        ObjectNode metadata = Json.object();
        JsonNode labels = object.path("metadata").path("labels");
        if (!labels.isEmpty()) {
            metadata.set("labels", labels);
        }
        if (object.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            ObjectNode kept = annotations.deepCopy();
            kept.remove(CHURN);
            if (!kept.isEmpty()) {
                metadata.set("annotations", kept);
            }
        }
        return metadata;
    }

    private static boolean scaledByOthers(JsonNode object) {
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            if (entry.path("subresource").asText().equals("scale")
                    && entry.path("fieldsV1").path("f:spec").has("f:replicas")) {
                return true;
            }
        }
        return false;
    }

    // Keys sorted, since servers need not keep an order.
    private static void canonical(JsonNode tree, StringBuilder out) {
        if (tree.isObject()) {
            out.append('{');
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            tree.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            fields.forEach((key, value) -> {
                out.append(key.length()).append(':').append(key);
                canonical(value, out);
            });
            out.append('}');
        } else if (tree.isArray()) {
            out.append('[');
            tree.forEach(item -> canonical(item, out));
            out.append(']');
        } else {
            out.append(tree).append(',');
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
