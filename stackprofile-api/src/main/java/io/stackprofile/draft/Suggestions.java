package io.stackprofile.draft;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.profile.ProfileVersion;

/**
 * Changes that one organisation suggests to another's profile. Thread-safe.
 *
 * <p>The organisation that suggests makes a draft of a profile it may read, and submits it. The owner publishes it, with
 * credit in the version's provenance, or rejects it with a note. A suggestion of other organisations is not found.
 */
public interface Suggestions {

    /**
     * Submits a draft to the owner of its profile. What is submitted is a copy: later edits of the draft are not part of
     * it.
     *
     * @throws io.stackprofile.error.ValidationException when the draft has errors
     * @throws io.stackprofile.error.ConflictException when the draft has moved on, or is not of another organisation's
     *     profile
     */
    Suggestion submit(SuggestRequest request);

    /** What others suggest to a profile of the caller's organisation, newest first. */
    Page<SuggestionSummary> received(ProfileId profile, PageRequest page);

    /** What the caller's organisation suggests to others, newest first. */
    Page<SuggestionSummary> sent(PageRequest page);

    /** A suggestion that the caller's organisation made or received. */
    Suggestion get(SuggestionId id);

    /**
     * Publishes a suggestion as the profile's next version. A call of unknown outcome may be repeated: it makes no second
     * version.
     *
     * @param revision the revision of the suggestion that was read
     * @param request the version's channel, changelog and migration; its {@code expectedRevision} is not looked at
     * @throws io.stackprofile.error.ConflictException when the suggestion has moved on, is answered already, or the
     *     profile has a version newer than the one it starts from
     */
    ProfileVersion approve(SuggestionId id, long revision, PublishRequest request);

    /** Turns a suggestion down; what it held is removed. */
    SuggestionSummary reject(SuggestionId id, long revision, String note);

    /** Takes back a suggestion of the caller's organisation; what it held is removed. */
    SuggestionSummary withdraw(SuggestionId id, long revision);
}
