package io.stackprofile.samples.cli;

import io.stackprofile.profile.Profile;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which revision of a profile a change is made on. */
final class ProfileRevisionOption {

    @Option(
            names = "--revision",
            paramLabel = "N",
            description = "Refuse when the profile has moved on from it; the one just read when not said.")
    private Optional<Long> revision = Optional.empty();

    long of(Profile read) {
        return revision.orElse(read.revision());
    }
}
