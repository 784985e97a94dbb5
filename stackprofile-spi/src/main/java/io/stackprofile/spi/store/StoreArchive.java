package io.stackprofile.spi.store;

import io.stackprofile.Page;
import java.util.List;
import java.util.Optional;

/**
 * Everything a store holds, of every organisation, to be moved to another store. For operators: no caller's organisation
 * is asked for. Safe for concurrent use.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[SA-1] The pages of {@link #read} give everything the store holds, each item once; what is there throughout is
 * never missed.
 * <li>[SA-2] A profile comes before its versions and these in ascending order, so that items can be restored in the order
 * they were read.
 * <li>[SA-3] {@link #restore} stores all of its items or none. Every role then reads them as if they had been written
 * here: listings, counts and sweeps know them, and a request is answered as it was.
 * <li>[SA-4] A repeat of {@link #restore} changes nothing; an item that is there in another state is replaced.
 * <li>[SA-5] A token is opaque, and is refused with {@code INVALID_REQUEST} by another store.
 * </ul>
 */
public interface StoreArchive {

    /** How many items {@link #restore} takes at least. */
    int RESTORED_AT_ONCE = 1_000;

    /**
     * A page of items. Its size is the store's choice, such that a page is not much larger than its largest item or a few
     * megabytes; it may be empty and yet not be the last.
     *
     * @param token where to go on, from the page before; empty for the first page
     * @throws io.stackprofile.error.InvalidContentException with {@code INVALID_REQUEST} for a token of another store
     */
    Page<StoredItem> read(Optional<String> token);

    /**
     * Stores items as they are; their history is not written but restored.
     *
     * @throws io.stackprofile.error.NotFoundException for a version whose profile is neither there nor before it
     * @throws io.stackprofile.error.ConflictException with {@code NAME_TAKEN} for a profile whose name another one has
     */
    void restore(List<StoredItem> items);
}
