package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.samples.cli.print.InstanceText;
import picocli.CommandLine.Command;

/** Deploys a stack draft. */
@Command(name = "commit", description = "Deploy a stack draft on its target.")
final class CommitCommand extends StackDraftCommand {

    @Override
    Outcome run(OrganisationSession session, StackDraftId draft) {
        CommitResult result = session.instantiations().commit(draft);
        Outcome outcome = Outcome.of(result, InstanceText.commit(result));
        return result.instantiation().status() == InstantiationStatus.DEPLOYED
                ? outcome
                : outcome.exitCode(ExitCodes.REFUSED)
                        .hint("not every member is there; mend the cause and resume: stackprofile commit " + draft);
    }
}
