package io.stackprofile.samples.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The running stack to capture from. */
final class SourceOptions {

    @Option(names = "--cluster", paramLabel = "CLUSTER", description = "Where the stack is: dir:PATH or kube:CONTEXT.")
    private Optional<String> cluster = Optional.empty();

    @Option(names = "--stack", paramLabel = "NAME", description = "The stack there.")
    private Optional<String> stack = Optional.empty();

    @Option(
            names = "--include-addon-configurations",
            negatable = true,
            arity = "0",
            description = "Keep the add-ons' Helm values, or leave them out.")
    private Optional<Boolean> includeAddonConfigurations = Optional.empty();

    Optional<String> cluster() {
        return cluster.map(ClusterNames::absolute);
    }

    Optional<String> stack() {
        return stack;
    }

    Optional<Boolean> includeAddonConfigurations() {
        return includeAddonConfigurations;
    }

    String requiredCluster() {
        return cluster()
                .orElseThrow(() -> new UsageException(
                        "--cluster is missing", "Name where the stack is: --cluster dir:PATH or kube:CONTEXT."));
    }

    String requiredStack() {
        return stack.orElseThrow(() -> new UsageException(
                "--stack is missing", "A cluster may hold several stacks; name the one you mean with --stack NAME."));
    }
}
