package io.stackprofile.test.kubernetes;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The scale subresource of workloads: how many replicas, and nothing else. */
final class Scales {

    private final Writes writes;
    private final Cluster cluster;

    Scales(Writes writes, Cluster cluster) {
        this.writes = writes;
        this.cluster = cluster;
    }

    Answer get(Target target) {
        return Answer.of(200, scale(writes.existing(target)));
    }

    Answer change(ApiRequest request, Target target, ObjectNode body) {
        Options options = Options.of(request);
        ObjectNode live = writes.existing(target);
        Body.checkRevision(body, live, target);
        if (body.path("spec").path("replicas").asInt(0) < 0) {
            throw Failure.invalid(
                    target.type(),
                    target.name(),
                    List.of(new Failure.Cause(
                            "FieldValueInvalid",
                            "Invalid value: must be greater than or equal to 0",
                            "spec.replicas")));
        }
        ObjectNode wanted = live.deepCopy();
        Json.child(wanted, "spec")
                .put("replicas", body.path("spec").path("replicas").asInt(0));
        Strategy.update(wanted, live, target, cluster);
        ObjectNode owned = new FieldOwnership(target, options).update(live, wanted);
        boolean same = ManagedFields.sameButForTimes(live, owned);
        if (same || options.dryRun()) {
            return Answer.of(200, scale(owned));
        }
        return Answer.of(200, scale(cluster.stored(target.type(), owned, live)));
    }

    private static ObjectNode scale(ObjectNode workload) {
        ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            metadata.put(field, Json.text(workload, "metadata", field));
        }
        scale.putObject("spec").set("replicas", workload.path("spec").path("replicas"));
        scale.putObject("status")
                .put("replicas", workload.path("status").path("replicas").asInt(0));
        return scale;
    }
}
