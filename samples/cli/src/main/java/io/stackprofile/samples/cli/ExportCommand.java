package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.iac.IacExport;
import io.stackprofile.profile.Profile;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a version as one document. */
@Command(
        name = "export",
        description = "Write a version as one YAML document, for Git or another organisation. With -o json or yaml,"
                + " the document stands in a field beside its file name and digest.")
final class ExportCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Option(names = "--version", paramLabel = "N", description = "The version's number; the current one when not said.")
    private Optional<Integer> version = Optional.empty();

    @Override
    Outcome run(OrganisationSession session) {
        Profile found = session.profiles().find(profile);
        IacExport export = session.profiles().exportIac(found.id(), version.orElse(found.currentVersion()));
        return Outcome.of(export, export.content()).hint("keep it as " + export.fileName());
    }
}
