package io.stackprofile.spi.store;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import java.time.Instant;

/** One thing that a store holds, as it holds it. */
public sealed interface StoredItem {

    /** The organisation that has it. */
    String organisation();

    /**
     * A text, or another content.
     *
     * @param digest its digest
     * @param text the text
     * @param lastPut when it was last put, or up to an hour later: a sweep before then leaves it
     */
    record Text(String organisation, Digest digest, String text, Instant lastPut) implements StoredItem {

        /** Without the text. */
        @Override
        public String toString() {
            return "Text[organisation=" + organisation + ", digest=" + digest + ", lastPut=" + lastPut + "]";
        }
    }

    /**
     * A profile.
     *
     * @param profile the profile
     */
    record Profile(ProfileRecord profile) implements StoredItem {
        @Override
        public String organisation() {
            return profile.organisation();
        }
    }

    /**
     * A version of a profile.
     *
     * @param profile the profile it is of
     * @param version the version
     */
    record Version(String organisation, ProfileId profile, VersionRecord version) implements StoredItem {}

    /**
     * What a request to create a profile or to append a version was answered.
     *
     * @param requestKey the request's key
     * @param answer the answer
     */
    record Answer(String requestKey, ProfileRecord answer) implements StoredItem {
        @Override
        public String organisation() {
            return answer.organisation();
        }
    }

    /**
     * A change of a profile, which may be gone.
     *
     * @param entry the change
     */
    record History(HistoryRecord entry) implements StoredItem {
        @Override
        public String organisation() {
            return entry.organisation();
        }
    }

    /**
     * A draft.
     *
     * @param draft the draft
     */
    record Draft(DraftRecord draft) implements StoredItem {
        @Override
        public String organisation() {
            return draft.organisation();
        }
    }

    /**
     * A suggestion; its organisation here is the one that owns the profile.
     *
     * @param suggestion the suggestion
     */
    record Suggestion(SuggestionRecord suggestion) implements StoredItem {
        @Override
        public String organisation() {
            return suggestion.owner();
        }
    }

    /**
     * An instance.
     *
     * @param instance the instance
     */
    record Instance(InstantiationRecord instance) implements StoredItem {
        @Override
        public String organisation() {
            return instance.organisation();
        }
    }
}
