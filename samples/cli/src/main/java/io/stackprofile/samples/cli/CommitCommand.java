package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.samples.cli.print.InstanceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deploys a stack draft. */
@Command(name = "commit", description = "Deploy a stack draft on its target.")
final class CommitCommand extends StackDraftCommand {

    @Mixin
    private ForceOptions force = new ForceOptions();

    @Override
    Outcome run(OrganisationSession session, StackDraftId draft) {
        CommitResult result = session.instantiations().commit(draft, force.options());
        Outcome outcome = Outcome.of(result, InstanceText.commit(result));
        if (result.instantiation().status() == InstantiationStatus.DEPLOYED) {
            return outcome;
        }
        Outcome partial =
                outcome.hint("not every member is there; mend the cause and resume: stackprofile commit " + draft);
        return hasConflicts(result)
                ? partial.exitCode(ExitCodes.CONFLICTS)
                        .hint("or take the fields from their owners: stackprofile commit " + draft
                                + " --force-conflicts")
                : partial.exitCode(ExitCodes.REFUSED);
    }

    private static boolean hasConflicts(CommitResult result) {
        return result.members().stream()
                .anyMatch(member -> member.status() == MemberOutcome.Status.FAILED
                        && !member.conflicts().isEmpty());
    }
}
