package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.StackDraftId;
import java.util.Map;
import picocli.CommandLine.Command;

/** Throws a stack draft away. */
@Command(name = "discard", description = "Throw away a stack draft that was never committed.")
final class DiscardCommand extends StackDraftCommand {

    @Override
    Outcome run(OrganisationSession session, StackDraftId draft) {
        session.instantiations().discard(draft);
        return Outcome.of(Map.of("discarded", draft), "Discarded " + draft + ".\n");
    }
}
