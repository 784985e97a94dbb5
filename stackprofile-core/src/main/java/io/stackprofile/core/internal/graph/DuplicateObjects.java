package io.stackprofile.core.internal.graph;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import java.util.ArrayList;
import java.util.List;

/** Finds objects that a stack holds more than once: whichever is applied last would win. */
public final class DuplicateObjects {

    private DuplicateObjects() {}

    /** A finding for each further place of an object, naming the first. */
    public static List<Finding> findings(StackObjects objects, Severity severity) {
        List<Finding> findings = new ArrayList<>();
        objects.byKey().forEach((key, places) -> {
            if (!key.name().isEmpty()) {
                places.stream().skip(1).forEach(place -> findings.add(finding(places.get(0), place, severity)));
            }
        });
        return findings;
    }

    private static Finding finding(StackObject first, StackObject again, Severity severity) {
        return Finding.builder()
                .severity(severity)
                .code("duplicate-object")
                .location(again.location())
                .message("the same object stands in " + first.location().describe()
                        + ": group, kind, namespace and name" + " are equal")
                .hint("Keep one of the two.")
                .build();
    }
}
