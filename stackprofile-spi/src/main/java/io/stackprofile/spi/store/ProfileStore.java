package io.stackprofile.spi.store;

import io.stackprofile.ProfileId;
import io.stackprofile.profile.Deprecation;
import java.util.List;
import java.util.Optional;

/**
 * Profiles and their versions. Every method is atomic, safe for concurrent use, and sees every write acknowledged
 * before it began.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[PS-1] {@link #create} stores the profile and its first version together or not at all.
 * <li>[PS-2] {@link #create} fails with {@code NAME_TAKEN} when the organisation has a profile of that name; names are
 * compared exactly. Of concurrent creates of one name, one succeeds.
 * <li>[PS-3] {@link #append} stores the version and the changed profile together, only on the expected revision and only
 * as the next number; else {@code STALE_REVISION}. Of concurrent appends on one revision, one succeeds.
 * <li>[PS-4] A repeat of {@link #create} or {@link #append} with the same request key, by the same organisation, changes
 * nothing and returns what the first one returned, even after later changes. Once the profile is deleted, of its texts
 * the answer has only the name.
 * <li>[PS-5] {@link #update} replaces metadata only on the expected revision; else {@code STALE_REVISION}. A rename to a
 * taken name fails with {@code NAME_TAKEN}; a rename frees the old name.
 * <li>[PS-6] {@link #delete} removes the profile and all its versions, only on the expected revision, and frees the
 * name; a missing one is {@code NOT_FOUND}.
 * <li>[PS-7] What is read equals what was written: every character of names, tags and documents, the order of tags, and
 * instants to the microsecond.
 * <li>[PS-8] An organisation never sees or changes another's profiles through these methods.
 * <li>[PS-9] A failed call leaves no trace.
 * <li>[PS-10] {@link #deprecate} stores the profile and that a version is deprecated, or no longer, together, only on the
 * expected revision; else {@code STALE_REVISION}. Nothing else of the version changes; a missing one is
 * {@code NOT_FOUND}.
 * <li>[PS-11] {@link #create} of an id that the organisation has fails with {@code STALE_REVISION}. Of concurrent creates
 * of one id, one succeeds.
 * <li>[PS-12] Of concurrent appends, updates, deprecations and deletions on one revision, one takes effect; every other
 * fails with {@code STALE_REVISION}, or with {@code NOT_FOUND} after a deletion.
 * </ul>
 */
public interface ProfileStore {

    /**
     * Stores a new profile with its first version.
     *
     * @param requestKey what makes a repeat recognisable, unique within the organisation
     * @throws io.stackprofile.error.ConflictException with {@code NAME_TAKEN}
     */
    ProfileRecord create(String requestKey, ProfileRecord profile, VersionRecord first);

    /**
     * Stores the next version and the profile's changed pointers.
     *
     * @param changed the profile with {@code revision} one above {@code expectedRevision} and {@code latestVersion} the
     *     new version's number
     * @throws io.stackprofile.error.ConflictException with {@code STALE_REVISION}
     * @throws io.stackprofile.error.NotFoundException when the profile does not exist
     */
    ProfileRecord append(String requestKey, long expectedRevision, ProfileRecord changed, VersionRecord version);

    /**
     * Replaces the profile's metadata.
     *
     * @throws io.stackprofile.error.ConflictException with {@code STALE_REVISION} or {@code NAME_TAKEN}
     * @throws io.stackprofile.error.NotFoundException when the profile does not exist
     */
    ProfileRecord update(long expectedRevision, ProfileRecord changed);

    /**
     * Stores that a version is deprecated, or no longer, and the profile's changed pointers.
     *
     * @param deprecation why; empty to lift it
     * @throws io.stackprofile.error.ConflictException with {@code STALE_REVISION}
     * @throws io.stackprofile.error.NotFoundException when the profile or the version does not exist
     */
    ProfileRecord deprecate(
            long expectedRevision, ProfileRecord changed, int version, Optional<Deprecation> deprecation);

    /**
     * Removes a profile and its versions.
     *
     * @param last the profile with {@code revision} one above {@code expectedRevision}, for its history
     * @throws io.stackprofile.error.ConflictException with {@code STALE_REVISION}
     * @throws io.stackprofile.error.NotFoundException when the profile does not exist
     */
    void delete(long expectedRevision, ProfileRecord last);

    /** The profile, if the organisation has it. */
    Optional<ProfileRecord> find(String organisation, ProfileKey key);

    /** A version, if the organisation's profile has it. */
    Optional<VersionRecord> version(String organisation, ProfileId id, int number);

    /** Every version's header, newest first; empty when the profile does not exist. */
    List<VersionHeader> versions(String organisation, ProfileId id);
}
