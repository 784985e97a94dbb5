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
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> everywhere = new ArrayList<>();
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

    /** A kind may not be listed everywhere, which whoever reads namespaces only expects. */
    void refusedEverywhere(String resource) {
        everywhere.add(resource);
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
        if (!everywhere.isEmpty()) {
            all.add(Finding.builder()
                    .severity(Severity.INFO)
                    .code("not-read-everywhere")
                    .message("this caller may not list " + String.join(", ", everywhere)
                            + " in the whole cluster, so that what was committed to the stack elsewhere is not read")
                    .hint("Grant the verb list on them in a ClusterRole if the stack has any.")
                    .build());
        }
        return all;
    }
}
