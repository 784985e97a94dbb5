package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.samples.cli.print.InstanceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets an instance go. */
@Command(name = "forget", description = "Look after an instance no longer; its target is left as it is.")
final class ForgetCommand extends SessionCommand {

    @Parameters(paramLabel = "INSTANCE", description = "The instance's id.")
    private String instance = "";

    @Override
    Outcome run(OrganisationSession session) {
        Instantiation forgotten = session.instantiations().forget(Ids.instance(instance));
        return Outcome.of(forgotten, InstanceText.instance(forgotten));
    }
}
