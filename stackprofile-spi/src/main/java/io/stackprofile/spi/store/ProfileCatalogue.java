package io.stackprofile.spi.store;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import java.util.Optional;

/**
 * Listings of profiles. Safe for concurrent use.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[PC-1] {@link #page} gives profiles that match, newest id first, each once over all pages, whatever is added or
 * removed in between; one that was there throughout is never missed.
 * <li>[PC-2] A token is opaque, and is refused with {@code INVALID_REQUEST} for another filter and by another store.
 * <li>[PC-3] The last page, and only the last, has no next token.
 * <li>[PC-4] {@link #count} equals the number of profiles all pages give.
 * <li>[PC-5] A listing sees every write acknowledged before it began.
 * <li>[PC-6] A prefix is matched character by character: no wildcard has a meaning, case counts.
 * </ul>
 */
public interface ProfileCatalogue {

    /**
     * A page of the profiles that match.
     *
     * @throws io.stackprofile.error.InvalidContentException with {@code INVALID_REQUEST} for a token that is not of this
     *     filter
     */
    Page<ProfileRecord> page(ProfileFilter filter, PageRequest request);

    /** How many profiles match. */
    long count(ProfileFilter filter);

    /** The organisation that owns a profile, whichever it is; ids are unique across organisations. */
    Optional<String> owner(ProfileId id);
}
