package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.instantiation.RolloutReport;
import io.stackprofile.instantiation.RolloutRequest;
import io.stackprofile.samples.cli.print.FleetText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings many instances to one version. */
@Command(
        name = "rollout",
        description = "Update and commit a profile's instances, wave by wave; exits 1 unless every one has the version."
                + " The same command goes on where it stopped.")
final class RolloutCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Option(names = "--version", paramLabel = "N", description = "The version's number; the current one when not said.")
    private Optional<Integer> version = Optional.empty();

    @Option(names = "--channel", paramLabel = "NAME", description = "Take this channel's head instead.")
    private Optional<String> channel = Optional.empty();

    @Option(names = "--allow-deprecated", description = "Take a deprecated version all the same.")
    private boolean allowDeprecated;

    @Option(names = "--all", description = "Also instances that are not behind the current version.")
    private boolean all;

    @Mixin
    private FleetOptions fleet = new FleetOptions();

    @Option(
            names = "--wave",
            paramLabel = "N|P%",
            description = "How many instances, or which share of all, before the next wave. May be repeated; the rest"
                    + " is the last one.")
    private List<String> waves = new ArrayList<>();

    @Option(
            names = "--tolerate",
            paramLabel = "N",
            description = "Stop only when more than N fail (${DEFAULT-VALUE}).",
            defaultValue = "0")
    private int tolerated;

    @Option(names = "--continue-on-error", description = "Go on whatever fails.")
    private boolean continueOnError;

    @Option(names = "--dry-run", description = "Only show what would happen.")
    private boolean dryRun;

    @Option(names = "--reset", paramLabel = "NAME", description = "Let a parameter take its default. May be repeated.")
    private List<String> reset = new ArrayList<>();

    @Mixin
    private BindingOptions bindings = new BindingOptions();

    @Mixin
    private ParameterSetFile set = new ParameterSetFile();

    @Mixin
    private ForceOptions force = new ForceOptions();

    @Override
    Outcome run(OrganisationSession session) {
        RolloutReport report = session.instantiations().rollout(request(session));
        Outcome outcome = Outcome.of(report, FleetText.rollout(report));
        return report.complete()
                ? outcome
                : outcome.exitCode(ExitCodes.REFUSED)
                        .hint("mend the causes; the same command goes on, see one with: stackprofile update INSTANCE"
                                + " --dry-run");
    }

    private RolloutRequest request(OrganisationSession session) {
        RolloutRequest.Builder request = RolloutRequest.builder();
        request.profile(session.profiles().find(profile).id())
                .filter(fleet.filter(!all))
                .version(version)
                .channel(channel)
                .allowDeprecated(allowDeprecated)
                .addAllBindings(bindings.bindings())
                .parameterSet(set.read(session))
                .addAllReset(reset)
                .commit(force.options())
                .addAllWaves(waves.stream().map(WaveSyntax::parse).toList())
                .dryRun(dryRun)
                .toleratedFailures(continueOnError ? Integer.MAX_VALUE : tolerated);
        return request.build();
    }
}
