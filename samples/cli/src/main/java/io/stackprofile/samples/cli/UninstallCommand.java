package io.stackprofile.samples.cli;

import io.stackprofile.InstantiationId;
import io.stackprofile.OrganisationSession;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.samples.cli.print.InstanceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes an instance off its target. */
@Command(
        name = "uninstall",
        description = "Take an instance's members off its target; what others own or changed is kept and told.")
final class UninstallCommand extends SessionCommand {

    @Parameters(paramLabel = "INSTANCE", description = "The instance's id.")
    private String instance = "";

    @Mixin
    private ForceOptions force = new ForceOptions();

    @Override
    Outcome run(OrganisationSession session) {
        InstantiationId id = Ids.instance(instance);
        CommitResult result = session.instantiations().uninstall(id, force.options());
        Outcome outcome = Outcome.of(result, InstanceText.commit(result));
        return result.instantiation().status() == InstantiationStatus.UNINSTALLED
                ? outcome
                : outcome.exitCode(ExitCodes.REFUSED)
                        .hint("not every member is gone; mend the cause and resume: stackprofile uninstall " + id);
    }
}
