package io.stackprofile.stack;

import java.util.stream.Collectors;

/** Draws a graph as a digraph for Graphviz, the members of a wave on one rank. */
final class DotGraph {

    private DotGraph() {}

    static String render(StackGraph graph) {
        StringBuilder out = new StringBuilder("digraph stack {\n  rankdir=TB;\n  node [shape=box];\n");
        graph.waves()
                .forEach(wave -> out.append("  {rank=same; ")
                        .append(wave.stream().map(DotGraph::node).collect(Collectors.joining(" ")))
                        .append("}\n"));
        graph.parents()
                .forEach((child, parents) -> parents.forEach(parent -> out.append("  ")
                        .append(quoted(parent))
                        .append(" -> ")
                        .append(quoted(child))
                        .append(";\n")));
        return out.append("}\n").toString();
    }

    private static String node(MemberRef ref) {
        return quoted(ref) + (ref.kind() == MemberKind.ADDON ? " [style=rounded];" : ";");
    }

    /** Within quotes only these two mean something; a label would read more escapes, so the id is the label. */
    private static String quoted(MemberRef ref) {
        return '"' + ref.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
