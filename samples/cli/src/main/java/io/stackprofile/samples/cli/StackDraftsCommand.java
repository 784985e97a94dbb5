package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.instantiation.KeptDraft;
import io.stackprofile.samples.cli.print.InstanceText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the stack drafts that a cluster keeps. */
@Command(name = "stack-drafts", description = "List the stack drafts that a cluster keeps.")
final class StackDraftsCommand extends SessionCommand {

    @Option(names = "--cluster", paramLabel = "CLUSTER", required = true, description = "The cluster.")
    private String cluster = "";

    @Override
    Outcome run(OrganisationSession session) {
        List<KeptDraft> drafts = session.instantiations().drafts(ClusterNames.absolute(cluster));
        return Outcome.of(drafts, InstanceText.drafts(drafts));
    }
}
