package io.stackprofile.spi.store;

import io.stackprofile.Digest;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Members' texts by digest, once per organisation. Safe for concurrent use.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[CS-1] {@link #putAll} is idempotent; texts are there when it returns.
 * <li>[CS-2] {@link #getAll} gives what was put, to the character, and leaves out what is not there.
 * <li>[CS-3] An organisation never sees another's texts, even of the same digest.
 * <li>[CS-4] {@link #sweep} removes only texts that no version, draft, suggestion or instance refers to and that were last
 * put before the given instant; a put refreshes that.
 * <li>[CS-5] What is put while a sweep runs, not before the sweep's instant, is there when the put returns, and stays.
 * </ul>
 */
public interface ContentStore {

    /**
     * Keeps texts.
     *
     * @param now when, for the sweep
     */
    void putAll(String organisation, Map<Digest, String> contents, Instant now);

    /** The texts there are of those asked for. */
    Map<Digest, String> getAll(String organisation, Collection<Digest> digests);

    /** Removes unreferenced texts last put before {@code before}; how many went. */
    long sweep(String organisation, Instant before);
}
