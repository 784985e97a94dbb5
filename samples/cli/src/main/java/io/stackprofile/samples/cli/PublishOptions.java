package io.stackprofile.samples.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** How a version is published. */
final class PublishOptions {

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            defaultValue = "stable",
            description = "The version's channel (${DEFAULT-VALUE}).")
    private String channel = "stable";

    @Option(names = "--changelog", paramLabel = "TEXT", description = "What changed, Markdown.")
    private Optional<String> changelog = Optional.empty();

    String channel() {
        return channel;
    }

    Optional<String> changelog() {
        return changelog;
    }
}
