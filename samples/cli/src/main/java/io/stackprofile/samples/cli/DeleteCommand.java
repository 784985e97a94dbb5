package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.profile.Profile;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes a profile. */
@Command(name = "delete", description = "Delete a profile and its versions; refused while instances of it exist.")
final class DeleteCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Override
    Outcome run(OrganisationSession session) {
        Profile found = session.profiles().find(profile);
        session.profiles().delete(found.id());
        String name = found.organisation() + "/" + found.name();
        return Outcome.of(Map.of("deleted", found.id()), "Deleted " + name + " and its versions.\n");
    }
}
