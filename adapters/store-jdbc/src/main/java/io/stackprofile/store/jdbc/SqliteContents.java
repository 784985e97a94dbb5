package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Contents in SQLite, where a batch is as good as one statement: nothing travels. */
final class SqliteContents implements ContentTables {

    /** How many digests one query asks for. */
    private static final int CHUNK = 500;

    @Override
    public Map<Digest, Instant> kept(Sql sql, String organisation, Collection<Digest> digests) throws SQLException {
        Map<Digest, Instant> kept = new HashMap<>();
        for (List<Digest> chunk : chunks(digests)) {
            sql.list(
                    "SELECT digest, touched_at FROM content WHERE organisation = ? AND digest IN (" + marks(chunk)
                            + ")",
                    row -> kept.put(row.digest("digest"), row.instant("touched_at")),
                    parameters(organisation, chunk));
        }
        return kept;
    }

    @Override
    public Set<Digest> touch(Sql sql, String organisation, Collection<Digest> digests, Instant until)
            throws SQLException {
        List<Digest> ordered = ContentTables.ordered(digests);
        int[] touched = sql.batch(
                "UPDATE content SET touched_at = max(touched_at, ?) WHERE organisation = ? AND digest = ?",
                ordered.stream()
                        .map(digest -> new Object[] {until, organisation, digest})
                        .toList());
        Set<Digest> there = new HashSet<>();
        for (int i = 0; i < touched.length; i++) {
            if (touched[i] > 0) {
                there.add(ordered.get(i));
            }
        }
        return there;
    }

    @Override
    public void insert(Sql sql, String organisation, Map<Digest, Deflated> texts, Instant now) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> bodies = new ArrayList<>();
        texts.forEach((digest, text) -> {
            rows.add(new Object[] {organisation, digest, now});
            bodies.add(new Object[] {text.size(), text.bytes(), organisation, digest});
        });
        sql.batch(
                "INSERT INTO content (organisation, digest, touched_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (organisation, digest)"
                        + " DO UPDATE SET touched_at = max(touched_at, excluded.touched_at)",
                rows);
        sql.batch(
                "INSERT INTO content_text (content_id, size, deflated)"
                        + " SELECT id, ?, ? FROM content WHERE organisation = ? AND digest = ?"
                        + " ON CONFLICT (content_id) DO NOTHING",
                bodies);
    }

    @Override
    public void read(Sql sql, String organisation, Collection<Digest> digests, Map<Digest, String> texts)
            throws SQLException {
        for (List<Digest> chunk : chunks(digests)) {
            sql.list(
                    "SELECT c.digest, t.size, t.deflated FROM content c JOIN content_text t ON t.content_id = c.id"
                            + " WHERE c.organisation = ? AND c.digest IN (" + marks(chunk) + ")",
                    row -> texts.put(row.digest("digest"), row.inflated("size", "deflated")),
                    parameters(organisation, chunk));
        }
    }

    @Override
    public void refer(Sql sql, ContentRefs holder, Collection<Digest> digests) throws SQLException {
        sql.batch("INSERT INTO content_ref (organisation, holder, digest) VALUES (?, ?, ?)", rows(holder, digests));
    }

    @Override
    public void release(Sql sql, ContentRefs holder, Collection<Digest> digests) throws SQLException {
        sql.batch(
                "DELETE FROM content_ref WHERE organisation = ? AND holder = ? AND digest = ?", rows(holder, digests));
    }

    @Override
    public void begin(Sql sql, VersionContents profile, int first, Collection<Digest> digests) throws SQLException {
        sql.batch(
                "INSERT INTO version_content (first_version, organisation, profile_id, digest) VALUES (?, ?, ?, ?)",
                rows(profile, first, digests));
    }

    @Override
    public void end(Sql sql, VersionContents profile, int last, Collection<Digest> digests) throws SQLException {
        sql.batch(
                "UPDATE version_content SET last_version = ? WHERE organisation = ? AND profile_id = ? AND digest = ?"
                        + " AND last_version IS NULL",
                rows(profile, last, digests));
    }

    @Override
    public void insertPieces(Sql sql, VersionPieces profile, Map<Digest, Deflated> pieces) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        pieces.forEach((digest, piece) -> rows.add(
                new Object[] {profile.organisation(), profile.profile(), digest, piece.size(), piece.bytes()}));
        sql.batch(
                "INSERT INTO version_piece (organisation, profile_id, digest, size, deflated) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                rows);
    }

    @Override
    public void readPieces(Sql sql, VersionPieces profile, Collection<Digest> digests, Map<Digest, byte[]> pieces)
            throws SQLException {
        for (List<Digest> chunk : chunks(digests)) {
            List<Object> parameters = new ArrayList<>(List.of(profile.organisation(), profile.profile()));
            parameters.addAll(chunk);
            sql.list(
                    "SELECT digest, size, deflated FROM version_piece WHERE organisation = ? AND profile_id = ?"
                            + " AND digest IN (" + marks(chunk) + ")",
                    row -> pieces.put(row.digest("digest"), row.plain("size", "deflated")),
                    parameters.toArray());
        }
    }

    @Override
    public Swept sweep(Sql sql, String organisation, long before, Optional<Digest> after) throws SQLException {
        int texts = sql.update(
                "DELETE FROM content WHERE organisation = ? AND touched_at < ? AND NOT EXISTS ("
                        + "SELECT 1 FROM content_ref r WHERE r.organisation = content.organisation"
                        + " AND r.digest = content.digest) AND NOT EXISTS ("
                        + "SELECT 1 FROM version_content v WHERE v.organisation = content.organisation"
                        + " AND v.digest = content.digest)",
                organisation,
                before);
        return new Swept(texts, Optional.empty());
    }

    private static List<Object[]> rows(ContentRefs holder, Collection<Digest> digests) {
        return digests.stream()
                .map(digest -> new Object[] {holder.organisation(), holder.holder(), digest})
                .toList();
    }

    private static List<Object[]> rows(VersionContents profile, int version, Collection<Digest> digests) {
        return digests.stream()
                .map(digest -> new Object[] {version, profile.organisation(), profile.profile(), digest})
                .toList();
    }

    private static List<List<Digest>> chunks(Collection<Digest> digests) {
        List<Digest> distinct = List.copyOf(new LinkedHashSet<>(digests));
        List<List<Digest>> chunks = new ArrayList<>();
        for (int start = 0; start < distinct.size(); start += CHUNK) {
            chunks.add(distinct.subList(start, Math.min(start + CHUNK, distinct.size())));
        }
        return chunks;
    }

    private static String marks(List<Digest> chunk) {
        return String.join(", ", Collections.nCopies(chunk.size(), "?"));
    }

    private static Object[] parameters(String organisation, List<Digest> chunk) {
        List<Object> parameters = new ArrayList<>(List.of(organisation));
        parameters.addAll(chunk);
        return parameters.toArray();
    }
}
