package io.stackprofile.samples.cli;

import io.stackprofile.diff.Impact;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The impact that whoever publishes expects. */
final class ImpactOption {

    @Option(
            names = "--expect",
            paramLabel = "IMPACT",
            description = "Refuse when the diff from the version before has another impact: ${COMPLETION-CANDIDATES}.")
    private Optional<Impact> expected = Optional.empty();

    Optional<Impact> expected() {
        return expected;
    }
}
