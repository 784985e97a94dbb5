package io.stackprofile.core.internal.render;

import io.stackprofile.core.internal.redact.name.Resources;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.VersionDiff;
import java.util.List;

/**
 * Writes a diff as one page of HTML. It has no script and loads nothing; folding is the browser's own, so it works from
 * the keyboard; colours follow the reader's light or dark setting and never say something alone.
 */
final class HtmlDiff {

    private static final String STYLE = Resources.text(HtmlDiff.class, "diff.css");

    private final Html page = new Html();

    private HtmlDiff() {}

    static String write(VersionDiff diff) {
        HtmlDiff html = new HtmlDiff();
        html.head(diff);
        html.summary(diff);
        html.contract(DiffRows.contract(diff));
        html.secrets(DiffRows.changedSecrets(diff));
        html.members(diff.members());
        html.graphs(diff);
        html.page.markup("</main>\n</body>\n</html>\n");
        return html.page.toString();
    }

    private void head(VersionDiff diff) {
        page.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .markup("<meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", title(diff))
                .markup("\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n")
                .markup("<a class=\"skip\" href=\"#members\">Skip to the members</a>\n<main>\n");
    }

    private void summary(VersionDiff diff) {
        page.element("h1", title(diff)).markup("\n<p>");
        badge(diff.impact());
        page.text(" " + (diff.identical() ? "The two have the same content." : DiffRows.counts(diff)))
                .markup("</p>\n<dl><dt>Profile</dt>")
                .element("dd", diff.profileId().toString())
                .markup("<dt>Older</dt>")
                .element("dd", diff.fromDigest().toString())
                .markup("<dt>Newer</dt>")
                .element("dd", diff.toDigest().toString())
                .markup("</dl>\n");
        if (!diff.members().isEmpty()) {
            page.markup("<nav aria-label=\"Members that differ\"><ul>\n");
            int number = 0;
            for (MemberDiff member : diff.members()) {
                page.markup("<li><a href=\"#m" + number++ + "\">")
                        .text(member.ref().toString())
                        .markup("</a> ");
                badge(member.impact());
                page.markup("</li>\n");
            }
            page.markup("</ul></nav>\n");
        }
    }

    private void contract(List<ChangeRow> rows) {
        if (!rows.isEmpty()) {
            page.markup("<section><h2>Parameters</h2>\n");
            table(rows);
            page.markup("</section>\n");
        }
    }

    private void secrets(List<String> names) {
        if (!names.isEmpty()) {
            page.markup("<section><h2>Secrets</h2>\n<p>Another value was captured for:</p>\n<ul>\n");
            names.forEach(name -> page.markup("<li>").element("code", name).markup("</li>\n"));
            page.markup("</ul></section>\n");
        }
    }

    private void members(List<MemberDiff> members) {
        page.markup("<section id=\"members\"><h2>Members</h2>\n");
        if (members.isEmpty()) {
            page.markup("<p>No member differs.</p>\n");
        }
        for (int i = 0; i < members.size(); i++) {
            MemberDiff member = members.get(i);
            page.markup("<details open id=\"m" + i + "\"><summary><h3>")
                    .text(member.ref().toString())
                    .markup("</h3> ")
                    .text(DiffRows.summary(member) + " ");
            badge(member.impact());
            page.markup("</summary>\n");
            table(DiffRows.member(member));
            member.unified().ifPresent(text -> text(member, text));
            page.markup("</details>\n");
        }
        page.markup("</section>\n");
    }

    private void text(MemberDiff member, String unified) {
        page.markup("<details open><summary>Text</summary>\n");
        if (member.textReplaced()) {
            page.markup("<p>The texts are too different to align: a whole part is replaced.</p>\n");
        }
        SideBySide.write(page, unified);
        page.markup("</details>\n");
    }

    private void table(List<ChangeRow> rows) {
        page.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Changes\"><table class=\"rows\">"
                + "<thead><tr><th></th><th>What</th><th>Before</th><th>After</th><th>Impact</th><th>Why</th></tr></thead>\n"
                + "<tbody>\n");
        for (ChangeRow row : rows) {
            page.markup("<tr><td class=\"sign " + DiffRows.word(row.change()) + "\" aria-label=\""
                            + DiffRows.word(row.change()) + "\">")
                    .text(row.sign())
                    .markup("</td><td>")
                    .element("code", row.what())
                    .markup("</td><td>");
            row.before().ifPresent(value -> page.element("code", value));
            page.markup("</td><td>");
            row.after().ifPresent(value -> page.element("code", value));
            page.markup("</td><td>");
            badge(row.verdict().impact());
            page.markup("</td><td>")
                    .text(row.verdict().reason() + " ")
                    .element("code", "rule", row.verdict().rule())
                    .markup("</td></tr>\n");
        }
        page.markup("</tbody></table></div>\n");
    }

    private void graphs(VersionDiff diff) {
        page.markup("<section><h2>Dependency graph</h2>\n");
        GraphPicture.write(page, diff);
        page.markup("</section>\n");
    }

    private void badge(Impact impact) {
        page.element(
                "span", "badge " + DiffRows.word(impact), impact == Impact.NONE ? "no change" : DiffRows.word(impact));
    }

    private static String title(VersionDiff diff) {
        String from = diff.fromLabel();
        return Character.toUpperCase(from.charAt(0)) + from.substring(1) + " to " + diff.toLabel();
    }
}
