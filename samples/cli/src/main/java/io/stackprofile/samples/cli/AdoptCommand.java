package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.instantiation.AdoptRequest;
import io.stackprofile.instantiation.Adoption;
import io.stackprofile.samples.cli.print.DriftText;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an instance of a stack that runs already. */
@Command(
        name = "adopt",
        description = "Make an instance of a running stack, which is left as it is. Values that are not given are read"
                + " from it.")
final class AdoptCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Option(names = "--version", paramLabel = "N", description = "The version's number; the current one when not said.")
    private Optional<Integer> version = Optional.empty();

    @Option(names = "--allow-deprecated", description = "Take a deprecated version all the same.")
    private boolean allowDeprecated;

    @Option(names = "--cluster", paramLabel = "CLUSTER", required = true, description = "Where the stack runs.")
    private String cluster = "";

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "The stack's name there; the profile's when not said.")
    private Optional<String> stack = Optional.empty();

    @Mixin
    private NamespaceOptions namespaces = new NamespaceOptions();

    @Mixin
    private BindingOptions bindings = new BindingOptions();

    @Mixin
    private ParameterSetFile set = new ParameterSetFile();

    @Override
    Outcome run(OrganisationSession session) {
        Adoption adoption = session.instantiations()
                .adopt(AdoptRequest.builder()
                        .profile(session.profiles().find(profile).id())
                        .version(version)
                        .allowDeprecated(allowDeprecated)
                        .cluster(ClusterNames.absolute(cluster))
                        .stack(stack)
                        .putAllNamespaces(namespaces.namespaces())
                        .addAllBindings(bindings.bindings())
                        .parameterSet(set.read(session))
                        .build());
        return Outcome.of(adoption, DriftText.adoption(adoption))
                .hint("see it again: stackprofile drift "
                        + adoption.instantiation().id());
    }
}
