package io.stackprofile.spi.store;

import io.stackprofile.DraftId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import java.util.Optional;

/**
 * Drafts of profiles. Every method is atomic and safe for concurrent use.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[DS-1] {@link #create} stores a draft; a repeat with the same id fails with {@code STALE_REVISION}.
 * <li>[DS-2] {@link #update} replaces a draft only on the expected revision; else {@code STALE_REVISION}. Of concurrent
 * updates on one revision, one succeeds.
 * <li>[DS-3] {@link #delete} removes a draft; a missing one is no error.
 * <li>[DS-4] What is read equals what was written.
 * <li>[DS-5] {@link #page} gives an organisation's drafts, newest id first, under the rules of [PC-1] to [PC-3].
 * <li>[DS-6] An organisation never sees or changes another's drafts.
 * <li>[DS-7] {@link #deleteUnchanged} removes a draft only on the expected revision, and says whether it did; of a
 * concurrent update and removal on one revision, one takes effect.
 * </ul>
 */
public interface DraftStore {

    /** Stores a new draft. */
    void create(DraftRecord draft);

    /**
     * Replaces a draft.
     *
     * @param changed the draft with {@code revision} one above {@code expectedRevision}
     * @throws io.stackprofile.error.ConflictException with {@code STALE_REVISION}
     * @throws io.stackprofile.error.NotFoundException when it does not exist
     */
    void update(long expectedRevision, DraftRecord changed);

    /** The draft, if the organisation has it. */
    Optional<DraftRecord> find(String organisation, DraftId id);

    /** Removes a draft. */
    void delete(String organisation, DraftId id);

    /** Removes a draft if it is on {@code expectedRevision}; whether it was. */
    boolean deleteUnchanged(String organisation, DraftId id, long expectedRevision);

    /** A page of the organisation's drafts. */
    Page<DraftRecord> page(String organisation, PageRequest request);
}
