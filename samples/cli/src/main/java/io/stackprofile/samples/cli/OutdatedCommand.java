package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.Page;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.samples.cli.print.InstanceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the instances that are behind. */
@Command(name = "outdated", description = "List a profile's deployed instances below its current version.")
final class OutdatedCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Mixin
    private PageOptions page = new PageOptions();

    @Override
    Outcome run(OrganisationSession session) {
        Page<Instantiation> found = session.instantiations().outdated(Ids.profile(session, profile), page.request());
        return Outcome.of(found, InstanceText.list(found, "Every deployed instance is on the current version."))
                .more(found);
    }
}
