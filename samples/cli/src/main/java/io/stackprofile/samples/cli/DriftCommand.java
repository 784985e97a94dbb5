package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.instantiation.DriftReport;
import io.stackprofile.samples.cli.print.DriftText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Holds an instance against its target. */
@Command(
        name = "drift",
        description = "Show where a target differs from what its instance's version gives; exits 5 when it does.")
final class DriftCommand extends SessionCommand {

    @Parameters(paramLabel = "INSTANCE", description = "The instance's id.")
    private String instance = "";

    @Override
    Outcome run(OrganisationSession session) {
        DriftReport report = session.instantiations().drift(Ids.instance(instance));
        Outcome outcome = Outcome.of(report, DriftText.report(report));
        return report.asDeployed() ? outcome : outcome.exitCode(ExitCodes.DRIFTED);
    }
}
