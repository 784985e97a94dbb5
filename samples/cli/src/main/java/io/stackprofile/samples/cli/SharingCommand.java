package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.profile.Profile;
import io.stackprofile.samples.cli.print.ProfileText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says which other organisations read a profile. */
abstract class SharingCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Parameters(index = "1", paramLabel = "ORGANISATION", description = "The other organisation's name.")
    private String organisation = "";

    @Mixin
    private ProfileRevisionOption revision = new ProfileRevisionOption();

    abstract Profile change(OrganisationSession session, Profile read, long revision, String organisation);

    @Override
    final Outcome run(OrganisationSession session) {
        Profile read = session.profiles().find(profile);
        Profile changed = change(session, read, revision.of(read), organisation);
        return Outcome.of(changed, ProfileText.show(changed));
    }

    /** Shares. */
    @Command(name = "share", description = "Let another organisation read and instantiate a profile.")
    static final class Share extends SharingCommand {

        @Override
        Profile change(OrganisationSession session, Profile read, long revision, String organisation) {
            return session.profiles().share(read.id(), revision, organisation);
        }
    }

    /** Takes it back. */
    @Command(name = "unshare", description = "Take back what 'share' gave; the organisation's instances go on.")
    static final class Unshare extends SharingCommand {

        @Override
        Profile change(OrganisationSession session, Profile read, long revision, String organisation) {
            return session.profiles().unshare(read.id(), revision, organisation);
        }
    }
}
