package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.samples.cli.print.VersionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Saves and shows versions. */
@Command(
        name = "version",
        description = "Save, show, pin and deprecate a profile's versions.",
        subcommands = {
            VersionCommand.Save.class,
            VersionCommand.Show.class,
            VersionStandingCommand.Pin.class,
            VersionStandingCommand.Unpin.class,
            VersionStandingCommand.Deprecate.class,
            VersionStandingCommand.Undeprecate.class
        })
final class VersionCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what, such as 'version save' or 'version pin'");
    }

    /** Captures the next version. */
    @Command(
            name = "save",
            description = "Capture a running stack as the next version; from where the latest came when not said.")
    static final class Save extends SessionCommand {

        @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
        private String profile = "";

        @Mixin
        private SourceOptions source = new SourceOptions();

        @Mixin
        private PublishOptions publish = new PublishOptions();

        @Mixin
        private RedactionOptions redaction = new RedactionOptions();

        @Override
        Outcome run(OrganisationSession session) {
            CaptureVersionRequest request = CaptureVersionRequest.builder()
                    .cluster(source.cluster())
                    .stack(source.stack())
                    .includeAddonConfigurations(source.includeAddonConfigurations())
                    .channel(publish.channel())
                    .changelog(publish.changelog())
                    .redaction(redaction.policy())
                    .build();
            ProfileVersion saved = session.profiles()
                    .captureVersion(session.profiles().find(profile).id(), request);
            Outcome outcome = Outcome.of(saved, VersionText.show(saved));
            int number = saved.version();
            return number < 2
                    ? outcome
                    : outcome.hint("what changed: stackprofile diff " + profile + " " + (number - 1) + " " + number);
        }
    }

    /** Shows one version. */
    @Command(name = "show", description = "Show a version's members and parameters.")
    static final class Show extends SessionCommand {

        @Parameters(index = "0", paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
        private String profile = "";

        @Parameters(index = "1", paramLabel = "N", description = "The version's number.")
        private int number;

        @Override
        Outcome run(OrganisationSession session) {
            ProfileVersion version =
                    session.profiles().version(session.profiles().find(profile).id(), number);
            return Outcome.of(version, VersionText.show(version));
        }
    }
}
