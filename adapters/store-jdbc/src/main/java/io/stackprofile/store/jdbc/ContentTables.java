package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Statements over the tables of contents, a bounded number for any number of digests. */
interface ContentTables {

    /** Which of the digests have texts, and until when they are kept. */
    Map<Digest, Instant> kept(Sql sql, String organisation, Collection<Digest> digests) throws SQLException;

    /** Moves timestamps forward; which of the digests were there. */
    Set<Digest> touch(Sql sql, String organisation, Collection<Digest> digests, Instant until) throws SQLException;

    /** Adds texts; of one that is there already only the timestamp moves forward. */
    void insert(Sql sql, String organisation, Map<Digest, Deflated> texts, Instant now) throws SQLException;

    /** Puts the texts there are of those asked for into {@code texts}. */
    void read(Sql sql, String organisation, Collection<Digest> digests, Map<Digest, String> texts) throws SQLException;

    /** Adds references, and keeps a sweep from taking their texts meanwhile. */
    void refer(Sql sql, ContentRefs holder, Collection<Digest> digests) throws SQLException;

    /** Removes references. */
    void release(Sql sql, ContentRefs holder, Collection<Digest> digests) throws SQLException;

    /** Adds references of a profile's versions from {@code first} on, and keeps a sweep from taking their texts. */
    void begin(Sql sql, VersionContents profile, int first, Collection<Digest> digests) throws SQLException;

    /** Ends references of a profile's versions with {@code last}. */
    void end(Sql sql, VersionContents profile, int last, Collection<Digest> digests) throws SQLException;

    /** Adds pieces that are not there yet. */
    void insertPieces(Sql sql, VersionPieces profile, Map<Digest, Deflated> pieces) throws SQLException;

    /** Puts the pieces there are of those asked for into {@code pieces}. */
    void readPieces(Sql sql, VersionPieces profile, Collection<Digest> digests, Map<Digest, byte[]> pieces)
            throws SQLException;

    /**
     * Sweeps some of an organisation's contents.
     *
     * @param before in microseconds
     * @param after where an earlier step ended
     */
    Swept sweep(Sql sql, String organisation, long before, Optional<Digest> after) throws SQLException;

    /**
     * A step of a sweep.
     *
     * @param texts how many went
     * @param next where the next step starts; absent after the last
     */
    record Swept(long texts, Optional<Digest> next) {}

    /** In the order in which every transaction locks them. */
    static List<Digest> ordered(Collection<Digest> digests) {
        return digests.stream()
                .distinct()
                .sorted(Comparator.comparing(Digest::text))
                .toList();
    }
}
