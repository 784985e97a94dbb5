package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.ContentStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Members' texts in a table, compressed; a put of texts that are there already only moves their timestamps. */
final class JdbcContentStore implements ContentStore {

    /** How many digests one query asks for. */
    private static final int CHUNK = 500;

    private final Transactions transactions;

    JdbcContentStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void putAll(String organisation, Map<Digest, String> contents, Instant now) {
        if (contents.isEmpty()) {
            return;
        }
        Set<Digest> kept = transactions.read("look for contents", sql -> kept(sql, organisation, contents.keySet()));
        // Compressed before the transaction, so that nobody waits for it.
        Map<Digest, Deflated> fresh = new LinkedHashMap<>();
        contents.forEach((digest, text) -> {
            if (!kept.contains(digest)) {
                fresh.put(digest, Deflated.of(text));
            }
        });
        transactions.write("put contents", sql -> {
            for (Digest swept : touch(sql, organisation, kept, now)) {
                fresh.put(swept, Deflated.of(Objects.requireNonNull(contents.get(swept))));
            }
            insert(sql, organisation, fresh, now);
            return fresh.size();
        });
    }

    @Override
    public Map<Digest, String> getAll(String organisation, Collection<Digest> digests) {
        Map<Digest, String> read = new HashMap<>();
        transactions.read("get contents", sql -> {
            for (List<Digest> chunk : chunks(digests)) {
                read(sql, organisation, chunk, read);
            }
            return read;
        });
        Map<Digest, String> asked = new LinkedHashMap<>();
        for (Digest digest : digests) {
            String text = read.get(digest);
            if (text != null) {
                asked.put(digest, text);
            }
        }
        return asked;
    }

    @Override
    public long sweep(String organisation, Instant before) {
        long bound = Micros.bound(before);
        long swept = transactions.write("sweep contents", sql -> (long) sql.update(
                "DELETE FROM content WHERE organisation = ? AND touched_at < ? AND NOT EXISTS ("
                        + "SELECT 1 FROM content_ref r WHERE r.organisation = content.organisation"
                        + " AND r.digest = content.digest) AND NOT EXISTS ("
                        + "SELECT 1 FROM version_content v WHERE v.organisation = content.organisation"
                        + " AND v.digest = content.digest)",
                organisation,
                bound));
        if (swept > 0) {
            transactions.forgetDeleted();
        }
        return swept;
    }

    private static Set<Digest> kept(Sql sql, String organisation, Collection<Digest> digests) throws SQLException {
        Set<Digest> kept = new HashSet<>();
        for (List<Digest> chunk : chunks(digests)) {
            kept.addAll(sql.list(
                    "SELECT digest FROM content WHERE organisation = ? AND digest IN (" + marks(chunk) + ")",
                    row -> row.digest("digest"),
                    parameters(organisation, chunk)));
        }
        return kept;
    }

    /** Refreshes timestamps; which texts were swept since they were looked for. */
    private static List<Digest> touch(Sql sql, String organisation, Set<Digest> kept, Instant now) throws SQLException {
        List<Digest> digests = List.copyOf(kept);
        int[] touched = sql.batch(
                "UPDATE content SET touched_at = max(touched_at, ?) WHERE organisation = ? AND digest = ?",
                digests.stream()
                        .map(digest -> new Object[] {now, organisation, digest})
                        .toList());
        List<Digest> swept = new ArrayList<>();
        for (int i = 0; i < touched.length; i++) {
            if (touched[i] == 0) {
                swept.add(digests.get(i));
            }
        }
        return swept;
    }

    /** Another put may have come first; then only the timestamp moves. */
    private static void insert(Sql sql, String organisation, Map<Digest, Deflated> texts, Instant now)
            throws SQLException {
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

    private static void read(Sql sql, String organisation, List<Digest> chunk, Map<Digest, String> into)
            throws SQLException {
        record Content(Digest digest, String text) {}
        List<Content> found = sql.list(
                "SELECT c.digest, t.size, t.deflated FROM content c JOIN content_text t ON t.content_id = c.id"
                        + " WHERE c.organisation = ? AND c.digest IN (" + marks(chunk) + ")",
                row -> new Content(row.digest("digest"), row.inflated("size", "deflated")),
                parameters(organisation, chunk));
        found.forEach(content -> into.put(content.digest(), content.text()));
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
