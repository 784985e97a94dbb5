package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.stack.GraphFormat;
import io.stackprofile.stack.StackGraph;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws in which order a stack's members are applied. */
@Command(name = "graph", description = "Draw a profile's or a draft's members with their edges, wave by wave.")
final class GraphCommand extends SessionCommand {

    @Mixin
    private Subject subject = new Subject();

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            defaultValue = "mermaid",
            description = "mermaid (for Markdown), dot (for Graphviz) or svg (a picture).")
    private GraphFormat format = GraphFormat.MERMAID;

    @Override
    Outcome run(OrganisationSession session) {
        StackGraph graph = StackGraph.of(subject.spec(session));
        String picture = graph.render(format);
        return Outcome.of(Map.of("waves", graph.waves(), "picture", picture), picture);
    }
}
