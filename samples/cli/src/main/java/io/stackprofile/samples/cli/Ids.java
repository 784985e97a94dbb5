package io.stackprofile.samples.cli;

import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.Names;
import io.stackprofile.OrganisationSession;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.SuggestionId;

/** Reads ids from the command line. */
final class Ids {

    private Ids() {}

    /** The profile that is meant: an id also when the profile is gone, else the one that has the name. */
    static ProfileId profile(OrganisationSession session, String text) {
        return Names.isUuid(text)
                ? ProfileId.of(text)
                : session.profiles().find(text).id();
    }

    static DraftId draft(String text) {
        return DraftId.of(uuid(text, "'stackprofile draft list' shows the ids of drafts."));
    }

    static SuggestionId suggestion(String text) {
        if (!Names.isUuid(text)) {
            throw new UsageException("SUGGESTION must be an id", "'stackprofile suggestion list' shows the ids.");
        }
        return SuggestionId.of(text);
    }

    static InstantiationId instance(String text) {
        if (!Names.isUuid(text)) {
            throw new UsageException("INSTANCE must be an id", "'stackprofile instances PROFILE' shows the ids.");
        }
        return InstantiationId.of(text);
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
