package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.ContentStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Members' texts in a table, compressed; a put of texts that are there already only moves their timestamps. */
final class JdbcContentStore implements ContentStore {

    /**
     * How long a text is kept beyond a put that found it there. Whoever puts it again meanwhile need not write: what many
     * profiles have in common would otherwise be written by every call, each waiting for the one before.
     */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final Transactions transactions;

    JdbcContentStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void putAll(String organisation, Map<Digest, String> contents, Instant now) {
        if (contents.isEmpty()) {
            return;
        }
        transactions.texts("a put of contents").require("organisation", organisation);
        Map<Digest, Instant> kept = transactions.look(
                "look for contents", sql -> sql.contents().kept(sql, organisation, contents.keySet()));
        // Compressed before the transaction, so that nobody waits for it.
        Map<Digest, Deflated> fresh = new LinkedHashMap<>();
        contents.forEach((digest, text) -> {
            if (!kept.containsKey(digest)) {
                fresh.put(digest, Deflated.of(text));
            }
        });
        kept.values().removeIf(until -> !until.isBefore(now));
        if (!fresh.isEmpty() || !kept.isEmpty()) {
            transactions.write("put contents", sql -> {
                Set<Digest> touched = sql.contents().touch(sql, organisation, kept.keySet(), now.plus(AHEAD));
                for (Digest digest : kept.keySet()) {
                    if (!touched.contains(digest)) { // swept since it was looked for
                        fresh.put(digest, Deflated.of(Objects.requireNonNull(contents.get(digest))));
                    }
                }
                sql.contents().insert(sql, organisation, fresh, now);
                return fresh.size();
            });
        }
    }

    @Override
    public Map<Digest, String> getAll(String organisation, Collection<Digest> digests) {
        if (digests.isEmpty()) {
            return Map.of();
        }
        Map<Digest, String> read = transactions.look("get contents", sql -> read(sql, organisation, digests));
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
        ContentTables.Swept step = sweep(organisation, bound, Optional.empty());
        long texts = step.texts();
        while (step.next().isPresent()) {
            step = sweep(organisation, bound, step.next());
            texts += step.texts();
        }
        if (texts > 0) {
            transactions.forgetDeleted();
        }
        return texts;
    }

    private ContentTables.Swept sweep(String organisation, long before, Optional<Digest> after) {
        return transactions.sweep("sweep contents", sql -> sql.contents().sweep(sql, organisation, before, after));
    }

    private static Map<Digest, String> read(Sql sql, String organisation, Collection<Digest> digests)
            throws SQLException {
        Map<Digest, String> texts = new HashMap<>();
        sql.contents().read(sql, organisation, digests, texts);
        return texts;
    }
}
