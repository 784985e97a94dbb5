package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found on a cluster while one stack was read. Of one thread. */
final class Gathered {

    private final Map<ObjectId, JsonNode> listed = new LinkedHashMap<>();
    private final Map<ObjectId, JsonNode> named = new LinkedHashMap<>();
    private final Map<ObjectId, JsonNode> records = new LinkedHashMap<>();
    private final Map<ObjectId, Optional<JsonNode>> referred = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> clusterKinds = new ArrayList<>();
    private Optional<ClusterException> refusal = Optional.empty();
    private boolean answered;

    /** Found among others: whether it is the stack's own is still to be decided. */
    void listed(JsonNode object) {
        listed.put(ObjectId.of(object), object);
    }

    /** Named by the caller: it is the stack's own. */
    void named(JsonNode object) {
        named.put(ObjectId.of(object), object);
    }

    /** A record of a Helm release. */
    void record(JsonNode object) {
        records.put(ObjectId.of(object), object);
    }

    /** Referred to by an object of the stack; kept, so that it is asked for once. */
    Map<ObjectId, Optional<JsonNode>> referred() {
        return referred;
    }

    void leftOut(LeftOut left) {
        leftOut.add(left);
    }

    void noticed(Severity severity, String code, String message, String hint) {
        findings.add(Finding.builder()
                .severity(severity)
                .code(code)
                .message(message)
                .hint(hint)
                .build());
    }

    void noticed(List<Finding> more) {
        findings.addAll(more);
    }

    /** A list came. */
    void answered() {
        answered = true;
    }

    /** A kind may not be listed, or its server does not answer. */
    void refused(ClusterException failure) {
        refusal = refusal.or(() -> Optional.of(failure));
        noticed(
                Severity.WARNING,
                "kind-not-read",
                failure.problem(),
                "Objects of this kind are missing from the stack. " + failure.remedy());
    }

    /** A kind of the cluster as a whole may not be listed, which whoever reads namespaces only expects. */
    void refusedOfCluster(String resource) {
        clusterKinds.add(resource);
    }

    /** Gives what was refused when nothing could be read at all. */
    Optional<ClusterException> refusal() {
        return answered ? Optional.empty() : refusal;
    }

    Map<ObjectId, JsonNode> listed() {
        return listed;
    }

    Map<ObjectId, JsonNode> named() {
        return named;
    }

    List<JsonNode> records() {
        return List.copyOf(records.values());
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        if (!clusterKinds.isEmpty()) {
            all.add(Finding.builder()
                    .severity(Severity.INFO)
                    .code("cluster-kinds-not-read")
                    .message("this caller may not list " + String.join(", ", clusterKinds)
                            + " of the cluster as a whole, so that none of them is in the stack")
                    .hint("Grant the verb list on them in a ClusterRole if the stack has any.")
                    .build());
        }
        return all;
    }
}
