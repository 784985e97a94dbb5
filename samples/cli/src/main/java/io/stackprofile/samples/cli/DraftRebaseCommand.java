package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.samples.cli.print.ConflictText;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private ConflictOptions conflicts = new ConflictOptions();

    @Override
    Outcome run(OrganisationSession session) {
        ProfileDraft before = session.drafts().get(Ids.draft(draft));
        DraftRebase rebase =
                session.drafts().rebase(before.id(), revision.orElse(before.revision()), conflicts.resolutions());
        Outcome outcome = Outcome.of(rebase, ConflictText.rebase(rebase));
        return rebase.rebased()
                ? outcome.hint("check it: stackprofile draft validate " + before.id())
                : outcome.exitCode(ExitCodes.REFUSED)
                        .hint("settle each: stackprofile draft rebase " + before.id() + ConflictOptions.HOW);
    }
}
