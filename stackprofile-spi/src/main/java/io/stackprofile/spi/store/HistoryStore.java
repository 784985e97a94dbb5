package io.stackprofile.spi.store;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import java.util.Optional;

/**
 * What happened to profiles. Entries are written by {@link ProfileStore}, with the change itself. Safe for concurrent
 * use.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[HS-1] Every write of a profile that succeeds leaves one entry, in its own transaction: the revision it made with
 * when, by whom and what. One that fails, and a repeat, leave none.
 * <li>[HS-2] {@link #page} gives a profile's entries, highest revision first, under the rules of [PC-1] to [PC-3].
 * <li>[HS-3] Entries outlive their profile; its deletion is the last.
 * <li>[HS-4] An organisation never sees the entries of another's profiles.
 * </ul>
 */
public interface HistoryStore {

    /** A page of the changes of a profile, whether or not it still exists; empty when the organisation never had it. */
    Page<HistoryRecord> page(String organisation, ProfileId profile, PageRequest request);

    /** The change that made a revision, if the organisation's profile had it. */
    Optional<HistoryRecord> find(String organisation, ProfileId profile, long revision);
}
