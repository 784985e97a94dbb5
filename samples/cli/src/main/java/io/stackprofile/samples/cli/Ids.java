package io.stackprofile.samples.cli;

import io.stackprofile.DraftId;
import io.stackprofile.Names;
import io.stackprofile.StackDraftId;

/** Reads ids from the command line. */
final class Ids {

    private Ids() {}

    static DraftId draft(String text) {
        return DraftId.of(uuid(text, "'stackprofile draft list' shows the ids of drafts."));
    }

    static StackDraftId stackDraft(String text) {
        return StackDraftId.of(uuid(text, "'stackprofile instantiate' prints the id of the draft it makes."));
    }

    private static String uuid(String text, String remedy) {
        if (!Names.isUuid(text)) {
            throw new UsageException("DRAFT must be an id", remedy);
        }
        return text;
    }
}
