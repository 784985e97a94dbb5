package io.stackprofile.error;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bindings or a draft have errors: every one of them is in {@link #findings()}, the first twenty in the message too. */
public final class ValidationException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** How many errors the message tells; a log line of a thousand helps nobody. */
    private static final int TOLD = 20;

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
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        String told = errors.stream()
                .limit(TOLD)
                .flatMap(finding -> Stream.concat(Stream.of(what(finding)), finding.hint().stream()))
                .map(sentence -> sentence.replaceFirst("\\.$", ""))
                .collect(Collectors.joining(". "));
        return errors.size() <= TOLD ? told : told + ". There are " + (errors.size() - TOLD) + " errors more";
    }

    private static String what(Finding finding) {
        String where = finding.location().describe();
        return where.isEmpty() ? finding.message() : where + ": " + finding.message();
    }
}
