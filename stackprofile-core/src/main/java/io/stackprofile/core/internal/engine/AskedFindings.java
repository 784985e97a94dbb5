package io.stackprofile.core.internal.engine;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.instantiation.UpdatePreview;
import java.util.ArrayList;
import java.util.List;

/** What a preview asks, as findings: one for each parameter that has to be given, then what else is wrong. */
final class AskedFindings {

    private AskedFindings() {}

    static List<Finding> of(UpdatePreview preview) {
        List<Finding> findings = new ArrayList<>();
        preview.asked().forEach(origin -> {
            if (origin.findings().isEmpty()) {
                findings.add(Finding.builder()
                        .severity(Severity.ERROR)
                        .code("asked")
                        .message("parameter " + origin.parameter() + " has to be given")
                        .hint("Bind it.")
                        .build());
            }
            findings.addAll(origin.findings());
        });
        findings.addAll(preview.findings());
        return findings;
    }
}
