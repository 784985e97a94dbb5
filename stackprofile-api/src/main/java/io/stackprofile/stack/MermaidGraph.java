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
            for (MemberRef ref : members) {
                boolean addon = ref.kind() == MemberKind.ADDON;
                out.append("    ")
                        .append(ids.get(ref))
                        .append(addon ? "([\"" : "[\"")
                        .append(escape(ref.toString()))
                        .append(addon ? "\"])\n" : "\"]\n");
            }
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

    /** Everything that Mermaid or HTML could read as more than text, as Mermaid's character references. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ("\"#<>&`;\\".indexOf(c) >= 0) {
                out.append('#').append(c).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
