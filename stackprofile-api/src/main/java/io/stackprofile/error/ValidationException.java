package io.stackprofile.error;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bindings or a draft have errors; every one of them is in {@link #findings()}. */
public final class ValidationException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** Refuses for {@code findings}, at least one of them an error. */
    public ValidationException(ErrorCode code, String problem, String remedy, List<Finding> findings) {
        super(code, problem + ": " + summary(findings), remedy, Location.unknown());
        this.findings = List.copyOf(findings);
    }

    /** Everything that was found, errors first as found; empty when lost to serialisation. */
    public List<Finding> findings() {
        return findings == null ? List.of() : findings;
    }

    /** One sentence a finding, its hint after it; the last full stop is the message's own. */
    private static String summary(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .flatMap(finding -> Stream.concat(Stream.of(what(finding)), finding.hint().stream()))
                .map(sentence -> sentence.replaceFirst("\\.$", ""))
                .collect(Collectors.joining(". "));
    }

    private static String what(Finding finding) {
        String where = finding.location().describe();
        return where.isEmpty() ? finding.message() : where + ": " + finding.message();
    }
}
