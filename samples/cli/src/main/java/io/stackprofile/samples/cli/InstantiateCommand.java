package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.samples.cli.print.InstanceText;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Binds a version's parameters for a target. */
@Command(name = "instantiate", description = "Fill a version's parameters and keep the result as a draft on a cluster.")
final class InstantiateCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Option(names = "--version", paramLabel = "N", description = "The version's number; the current one when not said.")
    private Optional<Integer> version = Optional.empty();

    @Option(names = "--channel", paramLabel = "NAME", description = "Take this channel's head instead.")
    private Optional<String> channel = Optional.empty();

    @Option(names = "--allow-deprecated", description = "Take a deprecated version all the same.")
    private boolean allowDeprecated;

    @Option(names = "--cluster", paramLabel = "CLUSTER", required = true, description = "The target.")
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
        StackDraft draft = session.instantiations()
                .create(InstantiateRequest.builder()
                        .profile(session.profiles().find(profile).id())
                        .version(version)
                        .channel(channel)
                        .allowDeprecated(allowDeprecated)
                        .cluster(ClusterNames.absolute(cluster))
                        .stack(stack)
                        .putAllNamespaces(namespaces.namespaces())
                        .addAllBindings(bindings.bindings())
                        .parameterSet(set.read(session))
                        .build());
        return Outcome.of(draft, InstanceText.draft(draft))
                .hint("see what it would change: stackprofile review " + draft.id());
    }
}
