package io.stackprofile.core.internal.render;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Writes a unified diff as a table with the older text at the left and the newer at the right. */
final class SideBySide {

    private static final Pattern HUNK = Pattern.compile("@@ -([0-9]+)(?:,([0-9]+))? \\+([0-9]+)(?:,([0-9]+))? @@.*");

    private final Html page;
    private final List<String> removed = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private int oldLine;
    private int newLine;
    private int oldLeft;
    private int newLeft;

    private SideBySide(Html page) {
        this.page = page;
    }

    static void write(Html page, String unified) {
        page.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Texts side by side\">"
                + "<table class=\"text\"><thead><tr><th>#</th><th>Before</th><th>#</th><th>After</th></tr></thead>\n"
                + "<tbody>\n");
        new SideBySide(page).lines(unified.split("\n", -1));
        page.markup("</tbody></table></div>\n");
    }

    /** The first two lines name the sides; within a hunk its counts tell content from headers. */
    private void lines(String[] lines) {
        for (int i = 2; i < lines.length; i++) {
            Matcher hunk = HUNK.matcher(lines[i]);
            if (oldLeft == 0 && newLeft == 0 && hunk.matches()) {
                flush();
                oldLeft = count(hunk.group(2));
                newLeft = count(hunk.group(4));
                oldLine = Integer.parseInt(hunk.group(1));
                newLine = Integer.parseInt(hunk.group(3));
                page.markup("<tr class=\"hunk\"><td colspan=\"4\">")
                        .text(lines[i])
                        .markup("</td></tr>\n");
            } else {
                line(lines[i]);
            }
        }
        flush();
    }

    private void line(String line) {
        if (line.startsWith("-") && oldLeft > 0) {
            removed.add(line.substring(1));
            oldLeft--;
        } else if (line.startsWith("+") && newLeft > 0) {
            added.add(line.substring(1));
            newLeft--;
        } else if (line.startsWith(" ") && oldLeft > 0) {
            flush();
            same(line.substring(1));
            oldLeft--;
            newLeft--;
        } else if (line.startsWith("\\")) {
            flush();
            page.markup("<tr class=\"hunk\"><td colspan=\"4\">No line end at the end of the text</td></tr>\n");
        }
    }

    private static int count(String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    private void same(String line) {
        page.markup("<tr><td>" + oldLine++ + "</td><td>")
                .text(line)
                .markup("</td><td>" + newLine++ + "</td><td>")
                .text(line)
                .markup("</td></tr>\n");
    }

    /** Lines that were removed stand beside those that were added in their place. */
    private void flush() {
        for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
            String old = i < removed.size() ? removed.get(i) : "";
            String now = i < added.size() ? added.get(i) : "";
            boolean pair = i < removed.size() && i < added.size();
            page.markup("<tr>");
            cell(i < removed.size(), "removed", oldLine, old, pair ? now : old);
            cell(i < added.size(), "added", newLine, now, pair ? old : now);
            page.markup("</tr>\n");
            oldLine += i < removed.size() ? 1 : 0;
            newLine += i < added.size() ? 1 : 0;
        }
        removed.clear();
        added.clear();
    }

    private void cell(boolean there, String side, int number, String line, String other) {
        if (!there) {
            page.markup("<td></td><td class=\"blank\"></td>");
            return;
        }
        String sign = side.equals("added") ? "+" : "\u2212";
        page.markup("<td>" + number + "</td><td class=\"" + side + "\"><span class=\"mark\" aria-label=\"" + side
                + "\">" + sign + "</span>");
        marked(line, other);
        page.markup("</td>");
    }

    /** What the two lines do not have in common at their ends is marked. */
    private void marked(String line, String other) {
        int head = 0;
        int shorter = Math.min(line.length(), other.length());
        while (head < shorter && line.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && line.charAt(line.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        // A character beyond the basic plane is two of Java's, and stays whole.
        head -= head > 0 && Character.isHighSurrogate(line.charAt(head - 1)) ? 1 : 0;
        tail -= tail > 0 && Character.isLowSurrogate(line.charAt(line.length() - tail)) ? 1 : 0;
        if (line.equals(other) || head + tail == 0) {
            page.text(line);
        } else {
            page.text(line.substring(0, head))
                    .element("mark", line.substring(head, line.length() - tail))
                    .text(line.substring(line.length() - tail));
        }
    }
}
