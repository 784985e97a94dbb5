package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.Profile;
import io.stackprofile.samples.cli.print.ProfileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of a version whether it is the one to use. */
abstract class VersionStandingCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Mixin
    private ProfileRevisionOption revision = new ProfileRevisionOption();

    abstract Profile change(OrganisationSession session, Profile read, long revision);

    @Override
    final Outcome run(OrganisationSession session) {
        Profile read = session.profiles().find(profile);
        Profile changed = change(session, read, revision.of(read));
        return Outcome.of(changed, ProfileText.show(changed));
    }

    /** Pins. */
    @Command(name = "pin", description = "Make a version current until another is pinned; an earlier one to roll back.")
    static final class Pin extends VersionStandingCommand {

        @Parameters(index = "1", paramLabel = "N", description = "The version's number.")
        private int number;

        @Override
        Profile change(OrganisationSession session, Profile read, long revision) {
            return session.profiles().pin(read.id(), revision, number);
        }
    }

    /** Unpins. */
    @Command(name = "unpin", description = "Let the current version follow from the channels again.")
    static final class Unpin extends VersionStandingCommand {

        @Override
        Profile change(OrganisationSession session, Profile read, long revision) {
            return session.profiles().unpin(read.id(), revision);
        }
    }

    /** Deprecates. */
    @Command(name = "deprecate", description = "Say that a version should not be used any more.")
    static final class Deprecate extends VersionStandingCommand {

        @Parameters(index = "1", paramLabel = "N", description = "The version's number.")
        private int number;

        @Option(
                names = "--reason",
                paramLabel = "WHY",
                required = true,
                description = "superseded, defect, security, end_of_life or other.")
        private Deprecation.Reason reason = Deprecation.Reason.OTHER;

        @Option(names = "--note", paramLabel = "TEXT", description = "More about it, Markdown.")
        private Optional<String> note = Optional.empty();

        @Option(names = "--reference", paramLabel = "URL", description = "Where more is written; may be repeated.")
        private List<String> references = new ArrayList<>();

        @Override
        Profile change(OrganisationSession session, Profile read, long revision) {
            DeprecateRequest request = DeprecateRequest.builder()
                    .reason(reason)
                    .note(note)
                    .addAllReferences(references)
                    .build();
            return session.profiles().deprecate(read.id(), revision, number, request);
        }
    }

    /** Lifts a deprecation. */
    @Command(name = "undeprecate", description = "Let a version be used again.")
    static final class Undeprecate extends VersionStandingCommand {

        @Parameters(index = "1", paramLabel = "N", description = "The version's number.")
        private int number;

        @Override
        Profile change(OrganisationSession session, Profile read, long revision) {
            return session.profiles().undeprecate(read.id(), revision, number);
        }
    }
}
