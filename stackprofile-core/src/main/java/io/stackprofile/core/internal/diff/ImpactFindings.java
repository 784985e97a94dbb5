package io.stackprofile.core.internal.diff;

import io.stackprofile.diff.Change;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ParameterDiff;
import io.stackprofile.diff.RuleDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which changes have more impact than is expected: where each stands and what rule says so, never a value. */
public final class ImpactFindings {

    private static final Verdict LESS = Verdict.breaking("impact-lower", "No change has the impact that is expected.");

    private final Impact expected;
    private final List<Finding> findings = new ArrayList<>();

    private ImpactFindings(Impact expected) {
        this.expected = expected;
    }

    /** The changes above {@code expected}, in the diff's order; one finding that says so when all are below. */
    public static List<Finding> of(VersionDiff diff, Impact expected) {
        ImpactFindings found = new ImpactFindings(expected);
        for (ParameterDiff parameter : diff.parameters()) {
            String what = "parameter " + parameter.name();
            parameter.verdict().ifPresent(verdict -> found.add(what, Optional.empty(), verdict));
            parameter.fields().forEach(field -> found.add(what, Optional.empty(), field));
        }
        for (RuleDiff rule : diff.rules()) {
            String what = "rule " + rule.name();
            rule.verdict().ifPresent(verdict -> found.add(what, Optional.empty(), verdict));
            rule.fields().forEach(field -> found.add(what, Optional.empty(), field));
        }
        diff.fields().forEach(field -> found.add(field.path(), Optional.empty(), field));
        for (MemberDiff member : diff.members()) {
            Optional<MemberRef> ref = Optional.of(member.ref());
            member.verdicts().forEach(verdict -> found.add("", ref, verdict));
            if (member.change() == Change.CHANGED) {
                member.fields().forEach(field -> found.add(field.path(), ref, field));
            }
            member.values().forEach(value -> found.add(value.path(), ref, value));
        }
        if (found.findings.isEmpty()) {
            found.add("", Optional.empty(), LESS);
        }
        return found.findings;
    }

    private void add(String what, Optional<MemberRef> ref, ValueChange change) {
        add(what, ref, change.verdict());
        change.embedded().forEach(inside -> add(what + " " + inside.path(), ref, inside));
    }

    private void add(String what, Optional<MemberRef> ref, Verdict verdict) {
        if (verdict.impact().compareTo(expected) > 0 || verdict.equals(LESS)) {
            String reason = verdict.reason().replaceFirst("\\.$", "");
            findings.add(Finding.builder()
                    .severity(Severity.ERROR)
                    .code(verdict.rule())
                    .location(ref.map(Location::member).orElse(Location.unknown()))
                    .message(what.isEmpty() ? reason : what + ": " + reason)
                    .build());
        }
    }
}
