package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.parameter.BindingMigration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A file that says how a version's parameters follow from those of the version before. */
final class MigrationFile {

    @Option(
            names = "--migration",
            paramLabel = "FILE",
            description = "How parameters follow from the version before: YAML of kind BindingMigration.")
    private Optional<String> file = Optional.empty();

    BindingMigration read(OrganisationSession session) {
        return file.map(name -> session.drafts().readMigration(TextFiles.read(name)))
                .orElse(BindingMigration.none());
    }
}
