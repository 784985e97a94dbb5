package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.StackReview;
import io.stackprofile.samples.cli.print.InstanceText;
import picocli.CommandLine.Command;

/** Shows what a commit would do. */
@Command(name = "review", description = "Show what committing a stack draft would change on its target.")
final class ReviewCommand extends StackDraftCommand {

    @Override
    Outcome run(OrganisationSession session, StackDraftId draft) {
        StackReview review = session.instantiations().review(draft);
        Outcome outcome = Outcome.of(review, InstanceText.review(review));
        return review.targetMoved()
                ? outcome.hint("the target changed: discard this draft and instantiate again")
                : outcome.hint("deploy it: stackprofile commit " + draft);
    }
}
