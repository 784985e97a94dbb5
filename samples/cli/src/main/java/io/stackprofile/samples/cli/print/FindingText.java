package io.stackprofile.samples.cli.print;

import io.stackprofile.draft.DraftValidation;
import io.stackprofile.error.Finding;
import java.util.List;

/** Shows findings. */
public final class FindingText {

    private FindingText() {}

    /** What stands in the way of publishing, and what does not. */
    public static String validation(DraftValidation validation) {
        String verdict =
                validation.publishable() ? "The draft can be published.\n" : "The draft cannot be published.\n";
        return validation.findings().isEmpty() ? verdict : list(validation.findings()) + "\n" + verdict;
    }

    static String list(List<Finding> findings) {
        Table table = Table.of("SEVERITY", "FINDING", "PLACE", "WHAT");
        for (Finding finding : findings) {
            String where = finding.location().describe();
            table.row(
                    ProfileText.word(finding.severity()),
                    finding.code(),
                    where.isEmpty() ? "-" : where,
                    finding.message() + finding.hint().map(hint -> " " + hint).orElse(""));
        }
        return table.render();
    }
}
