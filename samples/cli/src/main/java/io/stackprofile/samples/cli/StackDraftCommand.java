package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.StackDraftId;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about one stack draft. The draft knows its cluster; naming it too is a check against mistakes. */
abstract class StackDraftCommand extends SessionCommand {

    @Parameters(paramLabel = "DRAFT", description = "The stack draft's id.")
    private String draft = "";

    @Option(
            names = "--cluster",
            paramLabel = "CLUSTER",
            description = "The draft's target; refused when it is another.")
    private Optional<String> cluster = Optional.empty();

    abstract Outcome run(OrganisationSession session, StackDraftId draft);

    @Override
    final Outcome run(OrganisationSession session) {
        StackDraftId id = Ids.stackDraft(draft);
        cluster.map(ClusterNames::absolute).ifPresent(named -> {
            if (!named.equals(session.instantiations().draft(id).cluster())) {
                throw new UsageException(
                        "the draft is for another cluster than --cluster names",
                        "Leave --cluster out, or name its own.");
            }
        });
        return run(session, id);
    }
}
