package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.samples.cli.print.DiffText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what differs between two versions. */
@Command(name = "diff", description = "Show what differs between two versions of a profile.")
final class DiffCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Parameters(index = "1", paramLabel = "FROM", description = "The older version's number.")
    private int from;

    @Parameters(index = "2", paramLabel = "TO", description = "The newer version's number.")
    private int to;

    @Override
    Outcome run(OrganisationSession session) {
        VersionDiff diff =
                session.profiles().diff(session.profiles().find(profile).id(), from, to);
        return Outcome.of(diff, DiffText.show(diff))
                .hint(diff.parameters().size() + " parameters and "
                        + diff.members().size() + " members differ");
    }
}
