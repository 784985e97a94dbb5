package io.stackprofile.samples.cli;

import io.stackprofile.PageRequest;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which page of a listing. */
final class PageOptions {

    @Option(
            names = "--page-size",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most, 1 to 500 (${DEFAULT-VALUE}).")
    private int size = PageRequest.DEFAULT_SIZE;

    @Option(names = "--page-token", paramLabel = "TOKEN", description = "Where the page before this one ended.")
    private Optional<String> token = Optional.empty();

    PageRequest request() {
        return new PageRequest(size, token);
    }
}
