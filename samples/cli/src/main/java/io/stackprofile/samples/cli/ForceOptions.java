package io.stackprofile.samples.cli;

import io.stackprofile.instantiation.CommitOptions;
import picocli.CommandLine.Option;

/** How far a commit may go against what others did. */
final class ForceOptions {

    @Option(
            names = "--force-conflicts",
            description = "Take fields that other field managers own, where the cluster knows owners.")
    private boolean forceConflicts;

    @Option(
            names = "--remove-foreign",
            description = "Remove members that are to go also when others own or changed them.")
    private boolean removeForeign;

    CommitOptions options() {
        return CommitOptions.builder()
                .forceConflicts(forceConflicts)
                .removeForeign(removeForeign)
                .build();
    }
}
