package io.stackprofile.draft;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import java.util.List;

/**
 * Everything found in a draft.
 *
 * @param findings every finding, in the order of members and places
 */
public record DraftValidation(List<Finding> findings) {

    /** Copies the findings. */
    public DraftValidation {
        findings = List.copyOf(findings);
    }

    /** Whether nothing stands in the way of publishing. */
    public boolean publishable() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
