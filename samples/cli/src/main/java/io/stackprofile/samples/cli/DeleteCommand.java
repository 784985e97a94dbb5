package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.profile.DeleteOptions;
import io.stackprofile.profile.Profile;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a profile. */
@Command(
        name = "delete",
        description = "Delete a profile and its versions; refused while instances of it exist, unless forced.")
final class DeleteCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Option(names = "--force", description = "Delete it although there are instances; they go on.")
    private boolean force;

    @Mixin
    private ProfileRevisionOption revision = new ProfileRevisionOption();

    @Override
    Outcome run(OrganisationSession session) {
        Profile found = session.profiles().find(profile);
        DeleteOptions options = DeleteOptions.builder()
                .force(force)
                .expectedRevision(revision.of(found))
                .build();
        session.profiles().delete(found.id(), options);
        String name = found.organisation() + "/" + found.name();
        return Outcome.of(Map.of("deleted", found.id()), "Deleted " + name + " and its versions.\n");
    }
}
