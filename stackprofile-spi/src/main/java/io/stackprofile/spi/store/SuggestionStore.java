package io.stackprofile.spi.store;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import java.util.Optional;

/**
 * Suggestions. Every method is atomic and safe for concurrent use.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[SS-1] {@link #create} stores a suggestion; a repeat with the same id fails with {@code STALE_REVISION}.
 * <li>[SS-2] {@link #update} replaces a suggestion only on the expected revision; else {@code STALE_REVISION}. Of
 * concurrent updates on one revision, one succeeds.
 * <li>[SS-3] What is read equals what was written.
 * <li>[SS-4] {@link #received} gives what was suggested to a profile, {@link #sent} what an organisation suggests, newest
 * id first, under the rules of [PC-1] to [PC-3].
 * <li>[SS-5] The owner and the organisation that suggests see a suggestion; no other does.
 * <li>[SS-6] A profile's suggestions go with it, in the transaction that deletes it.
 * </ul>
 */
public interface SuggestionStore {

    /** Stores a new suggestion. */
    void create(SuggestionRecord suggestion);

    /**
     * Replaces a suggestion.
     *
     * @param changed the suggestion with {@code revision} one above {@code expectedRevision}
     * @throws io.stackprofile.error.ConflictException with {@code STALE_REVISION}
     * @throws io.stackprofile.error.NotFoundException when it does not exist
     */
    void update(long expectedRevision, SuggestionRecord changed);

    /** The suggestion, if the organisation made or received it. */
    Optional<SuggestionRecord> find(String organisation, SuggestionId id);

    /** A page of what was suggested to a profile that {@code owner} owns. */
    Page<SuggestionRecord> received(String owner, ProfileId profile, PageRequest request);

    /** A page of what {@code organisation} suggests. */
    Page<SuggestionRecord> sent(String organisation, PageRequest request);
}
