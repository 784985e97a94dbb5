package io.stackprofile.core.internal.render;

import io.stackprofile.diff.Change;
import io.stackprofile.diff.GraphNode;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the dependency graphs of both versions as SVG, members in columns by the wave they are applied in. */
final class GraphPicture {

    /** A larger graph shows what differs and what is next to it. */
    private static final int MOST_NODES = 150;

    /** Room for the longest name, its sign before it, in the widest of usual fonts. */
    private static final int WIDTH = 244;

    private static final int HEIGHT = 26;
    private static final int GAP = 70;
    private static final int STEP = 34;
    private static final int LONGEST = 28;

    private final Html page;
    private final Map<MemberRef, int[]> places = new HashMap<>();

    private GraphPicture(Html page) {
        this.page = page;
    }

    static void write(Html page, VersionDiff diff) {
        Map<MemberRef, String> before = new HashMap<>();
        Map<MemberRef, String> after = new HashMap<>();
        for (MemberDiff member : diff.members()) {
            if (member.change() != Change.ADDED) {
                before.put(member.renamedFrom().orElse(member.ref()), DiffRows.word(member.change()));
            }
            if (member.change() != Change.REMOVED) {
                after.put(member.ref(), DiffRows.word(member.change()));
            }
        }
        new GraphPicture(page).draw("Before: " + diff.fromLabel(), diff.fromGraph(), before);
        new GraphPicture(page).draw("After: " + diff.toLabel(), diff.toGraph(), after);
    }

    private void draw(String title, List<GraphNode> graph, Map<MemberRef, String> changes) {
        List<GraphNode> shown = graph.size() <= MOST_NODES ? graph : near(graph, changes.keySet());
        page.markup("<details open><summary><h3>").text(title).markup("</h3> ");
        page.text(graph.size() + " members");
        if (shown.size() < graph.size()) {
            page.text("; shown are " + shown.size() + " that differ or stand next to one that does");
        }
        page.markup("</summary>\n");
        WaveLayout layout = new WaveLayout(shown);
        if (!layout.waves().isEmpty()) {
            place(layout);
            picture(title, layout, changes);
        }
        page.markup("</details>\n");
    }

    private static List<GraphNode> near(List<GraphNode> graph, Set<MemberRef> changed) {
        Set<MemberRef> wanted = new HashSet<>(changed);
        graph.stream().filter(node -> changed.contains(node.ref())).forEach(node -> wanted.addAll(node.parents()));
        List<GraphNode> near = new ArrayList<>();
        for (GraphNode node : graph) {
            if (near.size() < MOST_NODES
                    && (wanted.contains(node.ref()) || node.parents().stream().anyMatch(changed::contains))) {
                near.add(node);
            }
        }
        return near;
    }

    private void place(WaveLayout layout) {
        for (int column = 0; column < layout.waves().size(); column++) {
            List<MemberRef> wave = layout.waves().get(column);
            for (int row = 0; row < wave.size(); row++) {
                places.put(wave.get(row), new int[] {4 + column * (WIDTH + GAP), 4 + row * STEP});
            }
        }
    }

    private void picture(String title, WaveLayout layout, Map<MemberRef, String> changes) {
        int width = 8 + layout.waves().size() * (WIDTH + GAP) - GAP;
        int height = 8 + layout.waves().stream().mapToInt(List::size).max().orElse(0) * STEP;
        page.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(title)
                .markup("\">\n<svg role=\"img\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 "
                        + width + " " + height + "\">")
                .element("title", title)
                .markup("\n");
        layout.waves().forEach(wave -> wave.forEach(ref -> layout.parents(ref).forEach(parent -> edge(parent, ref))));
        layout.waves().forEach(wave -> wave.forEach(ref -> node(ref, changes.getOrDefault(ref, "same"))));
        page.markup("</svg></div>\n");
    }

    private void edge(MemberRef parent, MemberRef child) {
        int[] from = at(parent);
        int[] to = at(child);
        int x1 = from[0] + WIDTH;
        int y1 = from[1] + HEIGHT / 2;
        int y2 = to[1] + HEIGHT / 2;
        int middle = (x1 + to[0]) / 2;
        page.markup("<path class=\"edge\" d=\"M" + x1 + " " + y1 + "C" + middle + " " + y1 + " " + middle + " " + y2
                + " " + to[0] + " " + y2 + "\"/>\n");
    }

    private void node(MemberRef ref, String change) {
        int[] at = at(ref);
        String name = ref.toString();
        String sign = switch (change) {
            case "added" -> "+ ";
            case "removed" -> "\u2212 ";
            case "changed" -> "~ ";
            default -> "";
        };
        boolean whole = name.codePointCount(0, name.length()) <= LONGEST;
        String label = whole ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
        page.markup("<g class=\"node " + change + "\">")
                .element("title", name + (change.equals("same") ? "" : ", " + change))
                .markup("<rect x=\"" + at[0] + "\" y=\"" + at[1] + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                        + "\" rx=\"4\"/><text x=\"" + (at[0] + 8) + "\" y=\"" + (at[1] + 17) + "\">")
                .text(sign + label)
                .markup("</text></g>\n");
    }

    private int[] at(MemberRef ref) {
        return places.getOrDefault(ref, new int[] {0, 0});
    }
}
