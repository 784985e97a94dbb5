package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.Page;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.samples.cli.print.HistoryText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what happened to a profile. */
@Command(
        name = "history",
        description = "Show every change of a profile, newest first; by id also when it was deleted.")
final class HistoryCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name or an id.")
    private String profile = "";

    @Mixin
    private PageOptions page = new PageOptions();

    @Override
    Outcome run(OrganisationSession session) {
        Page<ProfileChange> changes = session.profiles().history(Ids.profile(session, profile), page.request());
        return Outcome.of(changes, HistoryText.list(changes)).more(changes);
    }
}
