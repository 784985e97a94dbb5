package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.capture.Redaction;
import io.stackprofile.profile.Profile;
import io.stackprofile.samples.cli.print.RedactionText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was redacted. */
@Command(name = "redactions", description = "Show what was taken out of a version and why; never what it was.")
final class RedactionsCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Option(names = "--version", paramLabel = "N", description = "The version's number; the current one when not said.")
    private Optional<Integer> version = Optional.empty();

    @Override
    Outcome run(OrganisationSession session) {
        Profile found = session.profiles().find(profile);
        List<Redaction> redactions = session.profiles()
                .version(found.id(), version.orElse(found.currentVersion()))
                .report()
                .redactions();
        return Outcome.of(redactions, RedactionText.list(redactions)).hint(redactions.size() + " places");
    }
}
