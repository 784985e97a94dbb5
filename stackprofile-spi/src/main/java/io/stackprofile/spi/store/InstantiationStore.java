package io.stackprofile.spi.store;

import io.stackprofile.InstantiationId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Instances. Every method is atomic and safe for concurrent use.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[IS-1] {@link #create} stores an instance; a repeat with the same id, or another instance of the same draft, fails
 * with {@code STALE_REVISION}.
 * <li>[IS-2] {@link #update} replaces an instance only on the expected revision; else {@code STALE_REVISION}. Of
 * concurrent updates on one revision, one succeeds.
 * <li>[IS-3] What is read equals what was written.
 * <li>[IS-4] {@link #page} gives an organisation's instances of a profile, newest id first, under the rules of [PC-1] to
 * [PC-3]; with {@code below}, those that are {@code DEPLOYED} with a version below it.
 * <li>[IS-5] {@link #outdatedCount} equals the number of instances {@link #page} gives for the same bound, at once after
 * every write; its cost does not grow with the number of instances.
 * <li>[IS-6] {@link #delete} removes an instance on the expected revision; a missing one is no error.
 * <li>[IS-7] An organisation never sees or changes another's instances.
 * <li>[IS-8] Of concurrent updates and deletions on one revision, one takes effect, and the counts follow it.
 * </ul>
 */
public interface InstantiationStore {

    /** Stores a new instance. */
    void create(InstantiationRecord instance);

    /**
     * Replaces an instance.
     *
     * @param changed the instance with {@code revision} one above {@code expectedRevision}
     * @throws io.stackprofile.error.ConflictException with {@code STALE_REVISION}
     * @throws io.stackprofile.error.NotFoundException when it does not exist
     */
    void update(long expectedRevision, InstantiationRecord changed);

    /**
     * Removes an instance.
     *
     * @throws io.stackprofile.error.ConflictException with {@code STALE_REVISION}
     */
    void delete(String organisation, InstantiationId id, long expectedRevision);

    /** The instance, if the organisation has it. */
    Optional<InstantiationRecord> find(String organisation, InstantiationId id);

    /** The instance a stack draft belongs to, if the organisation has it. */
    Optional<InstantiationRecord> findByDraft(String organisation, StackDraftId draft);

    /**
     * A page of a profile's instances.
     *
     * @param below when present, only deployed instances of a lower version
     */
    Page<InstantiationRecord> page(String organisation, ProfileId profile, OptionalInt below, PageRequest request);

    /** How many deployed instances of a profile have a version below {@code below}. */
    long outdatedCount(String organisation, ProfileId profile, int below);

    /** How many instances of a profile there are, over every organisation. */
    long instanceCount(ProfileId profile);
}
