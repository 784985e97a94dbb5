package io.stackprofile.cluster.kubernetes.internal.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import java.util.ArrayList;
import java.util.List;

/** What was noticed while one object was read. */
final class Reading {

    private final JsonNode object;
    private final List<Finding> findings = new ArrayList<>();

    Reading(JsonNode object) {
        this.object = object;
    }

    void noticed(String code, String path, String problem, String hint) {
        findings.add(Finding.builder()
                .severity(Severity.WARNING)
                .code(code)
                .location(Location.builder().path(path).build())
                .message(ObjectId.of(object).describe() + " " + problem)
                .hint(hint)
                .build());
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
