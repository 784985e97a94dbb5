package io.stackprofile.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws a graph as a Mermaid flowchart, a box around each wave. */
final class MermaidGraph {

    private MermaidGraph() {}

    static String render(StackGraph graph) {
        Map<MemberRef, String> ids = new HashMap<>();
        graph.order().forEach(ref -> ids.put(ref, "m" + ids.size()));
        StringBuilder out = new StringBuilder("flowchart TD\n");
        int wave = 0;
        for (List<MemberRef> members : graph.waves()) {
            wave++;
            out.append("  subgraph wave")
                    .append(wave)
                    .append("[\"wave ")
                    .append(wave)
                    .append("\"]\n");
            members.forEach(ref -> out.append("    ").append(ids.get(ref)).append(node(ref)));
            out.append("  end\n");
        }
        graph.parents()
                .forEach((child, parents) -> parents.forEach(parent -> out.append("  ")
                        .append(ids.get(parent))
                        .append(" --> ")
                        .append(ids.get(child))
                        .append('\n')));
        return out.toString();
    }

    private static String node(MemberRef ref) {
        String name = '"' + escape(ref.toString()) + '"';
        return ref.kind() == MemberKind.ADDON ? "([" + name + "])\n" : "[" + name + "]\n";
    }

    /** Everything that Mermaid, which finds directives and formulas in names too, or HTML could read as more than text, as Mermaid's character references. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ("\"#<>&`;\\%$".indexOf(c) >= 0) {
                out.append('#').append(c).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
