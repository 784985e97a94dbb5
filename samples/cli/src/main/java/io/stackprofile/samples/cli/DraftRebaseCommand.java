package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.samples.cli.print.ConflictText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a draft onto its profile's latest version. */
@Command(
        name = "rebase",
        description = "Join a draft with its profile's newer versions; exits 1, with nothing changed, on conflicts.")
final class DraftRebaseCommand extends SessionCommand {

    @Parameters(paramLabel = "DRAFT", description = "The draft's id.")
    private String draft = "";

    @Option(names = "--revision", paramLabel = "N", description = "The revision that was read; the newest else.")
    private Optional<Long> revision = Optional.empty();

    @Option(names = "--ours", paramLabel = "CONFLICT", description = "Settle a conflict with what the draft has.")
    private List<String> ours = new ArrayList<>();

    @Option(names = "--theirs", paramLabel = "CONFLICT", description = "Settle one with what the version has.")
    private List<String> theirs = new ArrayList<>();

    @Option(names = "--value", paramLabel = "CONFLICT=VALUE", description = "Settle one with another value.")
    private List<String> values = new ArrayList<>();

    @Override
    Outcome run(OrganisationSession session) {
        ProfileDraft before = session.drafts().get(Ids.draft(draft));
        DraftRebase rebase = session.drafts().rebase(before.id(), revision.orElse(before.revision()), resolutions());
        Outcome outcome = Outcome.of(rebase, ConflictText.rebase(rebase));
        return rebase.rebased()
                ? outcome.hint("check it: stackprofile draft validate " + before.id())
                : outcome.exitCode(ExitCodes.REFUSED)
                        .hint("settle each: stackprofile draft rebase " + before.id()
                                + " --ours CONFLICT, --theirs CONFLICT or --value CONFLICT=VALUE");
    }

    private Map<String, MergeResolution> resolutions() {
        Map<String, MergeResolution> resolutions = new LinkedHashMap<>();
        ours.forEach(id -> resolutions.put(id, MergeResolution.ours()));
        theirs.forEach(id -> resolutions.put(id, MergeResolution.theirs()));
        for (String text : values) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new UsageException("a conflict is settled by CONFLICT=VALUE", "Write '=' and the value.");
            }
            resolutions.put(
                    text.substring(0, equals), MergeResolution.value(ValueSyntax.value(text.substring(equals + 1))));
        }
        return resolutions;
    }
}
