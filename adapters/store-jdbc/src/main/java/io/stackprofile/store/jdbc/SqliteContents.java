package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
    public Set<Digest> kept(Sql sql, String organisation, Collection<Digest> digests) throws SQLException {
        Set<Digest> kept = new HashSet<>();
        for (List<Digest> chunk : chunks(digests)) {
            kept.addAll(sql.list(
                    "SELECT digest FROM content WHERE organisation = ? AND digest IN (" + marks(chunk) + ")",
                    row -> row.digest("digest"),
                    parameters(organisation, chunk)));
        }
        return kept;
    }

    @Override
    public Set<Digest> touch(Sql sql, String organisation, Collection<Digest> digests, Instant now)
            throws SQLException {
        List<Digest> ordered = ContentTables.ordered(digests);
        int[] touched = sql.batch(
                "UPDATE content SET touched_at = max(touched_at, ?) WHERE organisation = ? AND digest = ?",
                ordered.stream()
                        .map(digest -> new Object[] {now, organisation, digest})
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
        sql.batch(
                "INSERT INTO content_ref (organisation, holder, number, digest) VALUES (?, ?, ?, ?)",
                rows(holder, digests));
    }

    @Override
    public void release(Sql sql, ContentRefs holder, Collection<Digest> digests) throws SQLException {
        sql.batch(
                "DELETE FROM content_ref WHERE organisation = ? AND holder = ? AND number = ? AND digest = ?",
                rows(holder, digests));
    }

    @Override
    public Swept sweep(Sql sql, String organisation, long before, Optional<Digest> after) throws SQLException {
        int texts = sql.update(
                "DELETE FROM content WHERE organisation = ? AND touched_at < ? AND NOT EXISTS ("
                        + "SELECT 1 FROM content_ref r WHERE r.organisation = content.organisation"
                        + " AND r.digest = content.digest)",
                organisation,
                before);
        return new Swept(texts, Optional.empty());
    }

    private static List<Object[]> rows(ContentRefs holder, Collection<Digest> digests) {
        return digests.stream()
                .map(digest -> new Object[] {holder.organisation(), holder.holder(), holder.number(), digest})
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
