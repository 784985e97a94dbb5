package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Contents in PostgreSQL, by arrays: a statement takes any number of digests. Rows are locked in the order of their
 * digests everywhere, so that no two transactions wait for each other.
 */
final class PostgresContents implements ContentTables {

    /** Texts of one statement, in bytes; more are sent in several. */
    private static final int STATEMENT_BYTES = 8 << 20;

    /** Contents of one step of a sweep, which others wait for. */
    private static final int STEP = 1_000;

    private static final String UNREFERRED =
            " AND NOT EXISTS (SELECT 1 FROM content_ref r WHERE r.organisation = c.organisation AND r.digest = c.digest)"
                    + " AND NOT EXISTS (SELECT 1 FROM version_content v WHERE v.organisation = c.organisation"
                    + " AND v.digest = c.digest)";

    @Override
    public Map<Digest, Instant> kept(Sql sql, String organisation, Collection<Digest> digests) throws SQLException {
        Map<Digest, Instant> kept = new HashMap<>();
        sql.list(
                "SELECT digest, touched_at FROM content WHERE organisation = ? AND digest = ANY (?)",
                row -> kept.put(row.digest("digest"), row.instant("touched_at")),
                organisation,
                array(digests));
        return kept;
    }

    @Override
    public Set<Digest> touch(Sql sql, String organisation, Collection<Digest> digests, Instant until)
            throws SQLException {
        if (digests.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.list(
                "WITH there AS (SELECT digest FROM content WHERE organisation = ? AND digest = ANY (?)"
                        + " ORDER BY digest FOR NO KEY UPDATE)"
                        + " UPDATE content c SET touched_at = greatest(c.touched_at, ?) FROM there t"
                        + " WHERE c.organisation = ? AND c.digest = t.digest RETURNING c.digest",
                row -> row.digest("digest"),
                organisation,
                array(digests),
                until,
                organisation));
    }

    @Override
    public void insert(Sql sql, String organisation, Map<Digest, Deflated> texts, Instant now) throws SQLException {
        List<Digest> rest = ContentTables.ordered(texts.keySet());
        while (!rest.isEmpty()) {
            int end = 0;
            long bytes = 0;
            List<Deflated> bodies = new ArrayList<>();
            while (end < rest.size() && (end == 0 || bytes < STATEMENT_BYTES)) {
                Deflated body = Objects.requireNonNull(texts.get(rest.get(end++)));
                bodies.add(body);
                bytes += body.bytes().length;
            }
            insert(sql, organisation, rest.subList(0, end), bodies, now);
            rest = rest.subList(end, rest.size());
        }
    }

    private static void insert(Sql sql, String organisation, List<Digest> digests, List<Deflated> bodies, Instant now)
            throws SQLException {
        sql.update(
                "INSERT INTO content (organisation, digest, touched_at)"
                        + " SELECT ?, t.digest, ? FROM unnest(?) AS t (digest) ORDER BY t.digest"
                        + " ON CONFLICT (organisation, digest)"
                        + " DO UPDATE SET touched_at = greatest(content.touched_at, excluded.touched_at)",
                organisation,
                now,
                array(digests));
        sql.update(
                "INSERT INTO content_text (organisation, digest, size, deflated)"
                        + " SELECT ?, t.digest, t.size, t.deflated FROM unnest(?, ?, ?) AS t (digest, size, deflated)"
                        + " ORDER BY t.digest ON CONFLICT DO NOTHING",
                organisation,
                array(digests),
                bodies.stream().map(Deflated::size).toArray(Integer[]::new),
                bodies.stream().map(Deflated::bytes).toArray(byte[][]::new));
    }

    @Override
    public void read(Sql sql, String organisation, Collection<Digest> digests, Map<Digest, String> texts)
            throws SQLException {
        sql.list(
                "SELECT digest, size, deflated FROM content_text WHERE organisation = ? AND digest = ANY (?)",
                row -> texts.put(row.digest("digest"), row.inflated("size", "deflated")),
                organisation,
                array(digests));
    }

    /** Holds the texts first: a sweep that came to them waits, and finds the references. */
    @Override
    public void refer(Sql sql, ContentRefs holder, Collection<Digest> digests) throws SQLException {
        hold(sql, holder.organisation(), digests);
        sql.update(
                "INSERT INTO content_ref (organisation, holder, digest)"
                        + " SELECT ?, ?, t.digest FROM unnest(?) AS t (digest)",
                holder.organisation(),
                holder.holder(),
                array(digests));
    }

    @Override
    public void begin(Sql sql, VersionContents profile, int first, Collection<Digest> digests) throws SQLException {
        if (digests.isEmpty()) {
            return;
        }
        hold(sql, profile.organisation(), digests);
        sql.update(
                "INSERT INTO version_content (organisation, profile_id, digest, first_version)"
                        + " SELECT ?, ?, t.digest, ? FROM unnest(?) AS t (digest)",
                profile.organisation(),
                profile.profile(),
                first,
                array(digests));
    }

    private static void hold(Sql sql, String organisation, Collection<Digest> digests) throws SQLException {
        sql.list(
                "SELECT 1 AS held FROM content WHERE organisation = ? AND digest = ANY (?)"
                        + " ORDER BY digest FOR KEY SHARE",
                row -> true,
                organisation,
                array(digests));
    }

    @Override
    public void end(Sql sql, VersionContents profile, int last, Collection<Digest> digests) throws SQLException {
        if (!digests.isEmpty()) {
            sql.update(
                    "UPDATE version_content SET last_version = ? WHERE organisation = ? AND profile_id = ?"
                            + " AND digest = ANY (?) AND last_version IS NULL",
                    last,
                    profile.organisation(),
                    profile.profile(),
                    array(digests));
        }
    }

    @Override
    public void insertPieces(Sql sql, VersionPieces profile, Map<Digest, Deflated> pieces) throws SQLException {
        if (!pieces.isEmpty()) {
            sql.update(
                    "INSERT INTO version_piece (organisation, profile_id, digest, size, deflated) SELECT ?, ?, t.digest,"
                            + " t.size, t.deflated FROM unnest(?, ?, ?) AS t (digest, size, deflated)"
                            + " ON CONFLICT DO NOTHING",
                    profile.organisation(),
                    profile.profile(),
                    array(pieces.keySet()),
                    pieces.values().stream().map(Deflated::size).toArray(Integer[]::new),
                    pieces.values().stream().map(Deflated::bytes).toArray(byte[][]::new));
        }
    }

    @Override
    public void readPieces(Sql sql, VersionPieces profile, Collection<Digest> digests, Map<Digest, byte[]> pieces)
            throws SQLException {
        sql.list(
                "SELECT digest, size, deflated FROM version_piece WHERE organisation = ? AND profile_id = ?"
                        + " AND digest = ANY (?)",
                row -> pieces.put(row.digest("digest"), row.plain("size", "deflated")),
                profile.organisation(),
                profile.profile(),
                array(digests));
    }

    @Override
    public void release(Sql sql, ContentRefs holder, Collection<Digest> digests) throws SQLException {
        sql.update(
                "DELETE FROM content_ref WHERE organisation = ? AND holder = ? AND digest = ANY (?)",
                holder.organisation(),
                holder.holder(),
                array(digests));
    }

    /**
     * Locks what may go, then looks again: at READ COMMITTED a statement that waited for a row sees the row as it is by
     * then, but other tables as they were when it began, so references that came meanwhile need a statement of their own.
     */
    @Override
    public Swept sweep(Sql sql, String organisation, long before, Optional<Digest> after) throws SQLException {
        List<Digest> candidates = sql.list(
                "SELECT c.digest FROM content c WHERE c.organisation = ? AND c.touched_at < ? AND c.digest > ?"
                        + UNREFERRED + " ORDER BY c.digest LIMIT " + STEP + " FOR UPDATE OF c",
                row -> row.digest("digest"),
                organisation,
                before,
                after.map(Digests::bytes).orElseGet(() -> new byte[0]));
        if (candidates.isEmpty()) {
            return new Swept(0, Optional.empty());
        }
        int texts = sql.update(
                "DELETE FROM content c WHERE c.organisation = ? AND c.touched_at < ? AND c.digest = ANY (?)"
                        + UNREFERRED,
                organisation,
                before,
                array(candidates));
        return new Swept(texts, Optional.of(candidates.get(candidates.size() - 1)));
    }

    private static byte[][] array(Collection<Digest> digests) {
        return digests.stream().map(Digests::bytes).toArray(byte[][]::new);
    }
}
