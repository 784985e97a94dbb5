package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.draft.FleetQuery;
import io.stackprofile.draft.FleetSimulation;
import io.stackprofile.draft.SimulatedInstance;
import io.stackprofile.samples.cli.print.FleetText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what publishing a draft would mean for the instances that are there. */
@Command(
        name = "simulate",
        description =
                "Show what publishing a draft would mean for its profile's instances; exits 1 unless each could be"
                        + " updated.")
final class DraftSimulateCommand extends SessionCommand {

    @Parameters(paramLabel = "DRAFT", description = "The draft's id.")
    private String draft = "";

    @Option(names = "--outdated", description = "Only instances that are behind the current version.")
    private boolean outdated;

    @Mixin
    private FleetOptions fleet = new FleetOptions();

    @Mixin
    private MigrationFile migration = new MigrationFile();

    @Mixin
    private PageOptions page = new PageOptions();

    @Override
    Outcome run(OrganisationSession session) {
        FleetSimulation simulation = session.drafts()
                .simulate(
                        Ids.draft(draft),
                        FleetQuery.builder()
                                .filter(fleet.filter(outdated))
                                .page(page.request())
                                .migration(migration.read(session))
                                .build());
        Outcome outcome =
                Outcome.of(simulation, FleetText.simulation(simulation)).more(simulation.next());
        long fine =
                simulation.count(SimulatedInstance.Outcome.CLEAN) + simulation.count(SimulatedInstance.Outcome.NO_OP);
        return fine == simulation.instances().size() ? outcome : outcome.exitCode(ExitCodes.REFUSED);
    }
}
