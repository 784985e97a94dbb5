package io.stackprofile.samples.cli.print;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.ValidationException;
import java.util.List;

/** Says what went wrong, where, and what to do, in a few lines. */
public final class ErrorText {

    private ErrorText() {}

    /** A refusal by the library; every error a validation found has a line of its own. */
    public static String of(StackProfileException refusal) {
        if (refusal instanceof ValidationException validation
                && !validation.findings().isEmpty()) {
            return of(validation);
        }
        return lines(placed(refusal.location().describe(), refusal.problem()), "", refusal.remedy());
    }

    /** A problem and what to do about it. */
    public static String of(String problem, String remedy) {
        return lines(problem, "", remedy);
    }

    private static String of(ValidationException validation) {
        List<Finding> errors = validation.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        StringBuilder details = new StringBuilder();
        errors.forEach(finding ->
                details.append("  - ").append(Table.printable(line(finding))).append('\n'));
        return lines(headline(validation.problem(), errors), details.toString(), validation.remedy());
    }

    /** The problem without the findings that the exception joins to it. */
    private static String headline(String problem, List<Finding> errors) {
        int at = errors.isEmpty() ? -1 : problem.indexOf(": " + what(errors.get(0)));
        return at < 0 ? problem : problem.substring(0, at);
    }

    private static String line(Finding finding) {
        return finding.hint().map(hint -> what(finding) + ". " + hint).orElse(what(finding));
    }

    private static String what(Finding finding) {
        return placed(finding.location().describe(), finding.message().replaceFirst("\\.$", ""));
    }

    private static String placed(String where, String what) {
        return where.isEmpty() ? what : where + ": " + what;
    }

    private static String lines(String problem, String details, String remedy) {
        return "error: " + Table.printable(problem) + "\n" + details + "  to do: " + Table.printable(remedy) + "\n";
    }
}
