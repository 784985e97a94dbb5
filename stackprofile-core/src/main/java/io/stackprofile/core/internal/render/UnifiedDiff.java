package io.stackprofile.core.internal.render;

import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.VersionDiff;
import java.util.List;

/** Writes a diff as unified text. What is no text stands in comments before it, which {@code patch} passes over. */
final class UnifiedDiff {

    private static final int LONGEST = 160;

    private final StringBuilder out = new StringBuilder();

    private UnifiedDiff() {}

    static String write(VersionDiff diff) {
        UnifiedDiff unified = new UnifiedDiff();
        unified.comment(diff.fromLabel() + " to " + diff.toLabel());
        unified.comment(
                diff.identical()
                        ? "the same content"
                        : "impact: " + DiffRows.word(diff.impact()) + " (" + DiffRows.counts(diff) + ")");
        unified.rows(DiffRows.contract(diff));
        DiffRows.changedSecrets(diff)
                .forEach(name -> unified.comment("  ~ secret " + name + ": another value was captured"));
        diff.members().forEach(unified::member);
        return unified.out.toString();
    }

    private void member(MemberDiff member) {
        comment("");
        comment(member.ref() + " " + DiffRows.summary(member) + ": " + DiffRows.word(member.impact()));
        rows(DiffRows.member(member));
        if (member.textReplaced()) {
            comment("  the texts are too different to align: a whole part is replaced");
        }
        member.unified().ifPresent(text -> out.append(text).append(text.endsWith("\n") ? "" : "\n"));
    }

    private void rows(List<ChangeRow> rows) {
        for (ChangeRow row : rows) {
            String values = row.before().isEmpty() && row.after().isEmpty()
                    ? ""
                    : ": " + row.before().map(UnifiedDiff::shown).orElse("(none)") + " -> "
                            + row.after().map(UnifiedDiff::shown).orElse("(none)");
            comment("  " + row.sign() + " " + row.what() + values + " ["
                    + DiffRows.word(row.verdict().impact()) + ": "
                    + row.verdict().rule() + "]");
        }
    }

    private static String shown(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "...";
    }

    private void comment(String line) {
        out.append(line.isEmpty() ? "#" : "# ")
                .append(line.replaceAll("\\R", " "))
                .append('\n');
    }
}
