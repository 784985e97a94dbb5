package io.stackprofile.core.internal.render;

import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.VersionDiff;
import java.util.List;

/** Writes a diff as GitHub's Markdown. Everything that comes from a profile stands in code, where nothing is markup. */
final class MarkdownDiff {

    /** Longer values are cut; the text below has them whole. */
    private static final int LONGEST = 160;

    private final StringBuilder out = new StringBuilder();

    private MarkdownDiff() {}

    static String write(VersionDiff diff) {
        MarkdownDiff markdown = new MarkdownDiff();
        markdown.head(diff);
        List<ChangeRow> contract = DiffRows.contract(diff);
        if (!contract.isEmpty()) {
            markdown.out.append("\n## Parameters\n\n");
            markdown.table(contract);
        }
        List<String> secrets = DiffRows.changedSecrets(diff);
        if (!secrets.isEmpty()) {
            markdown.out.append("\n## Secrets\n\nAnother value was captured for:\n\n");
            secrets.forEach(name -> markdown.out.append("- ").append(code(name)).append('\n'));
        }
        if (!diff.members().isEmpty()) {
            markdown.out.append("\n## Members\n");
            diff.members().forEach(markdown::member);
        }
        return markdown.out.toString();
    }

    private void head(VersionDiff diff) {
        out.append("# ")
                .append(capital(diff.fromLabel()))
                .append(" to ")
                .append(diff.toLabel())
                .append("\n\n");
        if (diff.identical()) {
            out.append("The two have the same content.\n");
            return;
        }
        out.append("**Impact: ").append(DiffRows.word(diff.impact())).append("** (");
        out.append(DiffRows.counts(diff)).append(")\n");
    }

    private void member(MemberDiff member) {
        out.append("\n### ").append(code(member.ref().toString())).append(' ');
        out.append(member.renamedFrom()
                        .map(earlier -> "renamed from " + code(earlier.toString()))
                        .orElse(DiffRows.word(member.change())))
                .append(member.chartBump()
                        .map(bump -> ", chart " + DiffRows.word(bump).replace('_', '-'))
                        .orElse(""))
                .append(": ")
                .append(DiffRows.word(member.impact()))
                .append("\n\n");
        table(DiffRows.member(member));
        member.unified().ifPresent(text -> {
            String note = member.textReplaced() ? " (too different to align)" : "";
            out.append("\n<details><summary>Text").append(note).append("</summary>\n\n");
            String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
            out.append(fence).append("diff\n").append(text);
            out.append(text.endsWith("\n") ? "" : "\n").append(fence).append("\n\n</details>\n");
        });
    }

    private void table(List<ChangeRow> rows) {
        out.append("| | What | Before | After | Impact | Why |\n|---|---|---|---|---|---|\n");
        for (ChangeRow row : rows) {
            out.append("| ").append(code(row.sign()));
            out.append(" | ").append(cell(row.what()));
            out.append(" | ").append(row.before().map(MarkdownDiff::cell).orElse(""));
            out.append(" | ").append(row.after().map(MarkdownDiff::cell).orElse(""));
            out.append(" | ").append(DiffRows.word(row.verdict().impact()));
            out.append(" | ").append(row.verdict().reason());
            out.append(" (").append(code(row.verdict().rule())).append(") |\n");
        }
    }

    /** Code within a table, where a bar would end the cell even there. */
    private static String cell(String text) {
        boolean whole = text.codePointCount(0, text.length()) <= LONGEST;
        String shown = whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
        return code(shown).replace("|", "\\|");
    }

    /** A code span: its fence is longer than any run of back-ticks within. */
    private static String code(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        String fence = "`".repeat(longestRun(line) + 1);
        boolean pad = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
        return pad ? fence + " " + line + " " + fence : fence + line + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
