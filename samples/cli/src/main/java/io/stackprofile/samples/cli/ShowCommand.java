package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.profile.Profile;
import io.stackprofile.samples.cli.print.ProfileText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a profile. */
@Command(name = "show", description = "Show a profile, its versions and whether instances are behind.")
final class ShowCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Override
    Outcome run(OrganisationSession session) {
        Profile found = session.profiles().find(profile);
        Outcome outcome = Outcome.of(found, ProfileText.show(found));
        return found.updateStatus().hasUpdateAvailable()
                ? outcome.hint("which ones: stackprofile outdated " + profile)
                : outcome;
    }
}
