package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Visibility;
import io.stackprofile.samples.cli.print.VersionText;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a profile from an exported document. */
@Command(name = "import", description = "Create a profile from an exported document.")
final class ImportCommand extends SessionCommand {

    @Parameters(paramLabel = "FILE", description = "The document; - is standard input.")
    private String file = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The profile's name; the document's when not said.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--visibility",
            paramLabel = "WHO",
            defaultValue = "organisation",
            description = "organisation or public (${DEFAULT-VALUE}).")
    private Visibility visibility = Visibility.ORGANISATION;

    @Mixin
    private RedactionOptions redaction = new RedactionOptions();

    @Override
    Outcome run(OrganisationSession session) {
        ProfileVersion version = session.profiles()
                .importIac(ImportRequest.builder()
                        .content(TextFiles.read(file))
                        .source(file.equals("-") ? "standard input" : file)
                        .name(name)
                        .visibility(visibility)
                        .redaction(redaction.policy())
                        .build());
        return Outcome.of(version, VersionText.show(version));
    }
}
