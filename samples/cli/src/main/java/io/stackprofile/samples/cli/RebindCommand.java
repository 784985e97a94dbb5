package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.RebindRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.samples.cli.print.InstanceText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives a stack draft other values. */
@Command(name = "rebind", description = "Give a stack draft that was never committed other values.")
final class RebindCommand extends StackDraftCommand {

    @Option(names = "--reset", paramLabel = "NAME", description = "Let a parameter take its default. May be repeated.")
    private List<String> reset = new ArrayList<>();

    @Mixin
    private BindingOptions bindings = new BindingOptions();

    @Mixin
    private ParameterSetFile set = new ParameterSetFile();

    @Mixin
    private ConflictOptions conflicts = new ConflictOptions();

    @Override
    Outcome run(OrganisationSession session, StackDraftId draft) {
        StackDraft rebound = session.instantiations()
                .rebind(RebindRequest.builder()
                        .draft(draft)
                        .addAllBindings(bindings.bindings())
                        .parameterSet(set.read(session))
                        .addAllReset(reset)
                        .putAllResolutions(conflicts.resolutions())
                        .build());
        return Outcome.of(rebound, InstanceText.draft(rebound))
                .hint("see what it would change: stackprofile review " + rebound.id());
    }
}
