package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import java.util.Map;
import picocli.CommandLine.Command;

/** Removes texts that nothing needs. */
@Command(name = "purge", description = "Remove texts that nothing needs any more and that are older than a day.")
final class PurgeCommand extends SessionCommand {

    @Override
    Outcome run(OrganisationSession session) {
        long gone = session.profiles().purge();
        return Outcome.of(Map.of("purged", gone), "Removed " + gone + " texts.\n");
    }
}
