package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.samples.cli.print.InstanceText;
import io.stackprofile.samples.cli.print.UpdateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings an instance to another version. */
@Command(
        name = "update",
        description =
                "Carry what an instance is bound to and what was changed on its target over to another version, and"
                        + " keep the result as a draft; exits 6, with nothing made, on conflicts.")
final class UpdateCommand extends SessionCommand {

    @Parameters(paramLabel = "INSTANCE", description = "The instance's id.")
    private String instance = "";

    @Option(names = "--version", paramLabel = "N", description = "The version's number; the current one when not said.")
    private Optional<Integer> version = Optional.empty();

    @Option(names = "--channel", paramLabel = "NAME", description = "Take this channel's head instead.")
    private Optional<String> channel = Optional.empty();

    @Option(names = "--allow-deprecated", description = "Take a deprecated version all the same.")
    private boolean allowDeprecated;

    @Option(names = "--reset", paramLabel = "NAME", description = "Let a parameter take its default. May be repeated.")
    private List<String> reset = new ArrayList<>();

    @Option(
            names = "--dry-run",
            description = "Only show where each value comes from, what is asked and lost, and what a commit would do;"
                    + " exits 1 when something is asked, 6 when there are conflicts.")
    private boolean dryRun;

    @Mixin
    private BindingOptions bindings = new BindingOptions();

    @Mixin
    private ParameterSetFile set = new ParameterSetFile();

    @Mixin
    private ConflictOptions conflicts = new ConflictOptions();

    @Override
    Outcome run(OrganisationSession session) {
        UpdateRequest request = request(session);
        if (dryRun) {
            return preview(session, request);
        }
        try {
            StackDraft draft = session.instantiations().update(request);
            return Outcome.of(draft, InstanceText.draft(draft))
                    .hint("see what it would change: stackprofile review " + draft.id());
        } catch (ConflictException refused) {
            if (refused.code() != ErrorCode.MERGE_CONFLICT) {
                throw refused;
            }
            // The preview lists what the refusal only counts.
            return preview(session, request).hint("nothing was made").exitCode(ExitCodes.CONFLICTS);
        }
    }

    private UpdateRequest request(OrganisationSession session) {
        return UpdateRequest.builder()
                .instantiation(Ids.instance(instance))
                .version(version)
                .channel(channel)
                .allowDeprecated(allowDeprecated)
                .addAllBindings(bindings.bindings())
                .parameterSet(set.read(session))
                .addAllReset(reset)
                .putAllResolutions(conflicts.resolutions())
                .build();
    }

    private Outcome preview(OrganisationSession session, UpdateRequest request) {
        UpdatePreview preview = session.instantiations().preview(request);
        Outcome outcome = Outcome.of(preview, UpdateText.preview(preview));
        if (preview.complete()) {
            return outcome;
        }
        return preview.conflicts().isEmpty()
                ? outcome.exitCode(ExitCodes.REFUSED)
                : outcome.exitCode(ExitCodes.CONFLICTS)
                        .hint("settle each: stackprofile update " + request.instantiation() + ConflictOptions.HOW);
    }
}
