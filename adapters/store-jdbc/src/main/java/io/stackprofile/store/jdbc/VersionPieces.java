package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The documents of a profile's versions as pieces, each stored once however many versions have it. */
record VersionPieces(String organisation, UUID profile) {

    /** How many pieces one query asks for. */
    private static final int CHUNK = 500;

    /**
     * Stores a document; its pieces, in order.
     *
     * @param earlier the pieces of the version before, which are there
     */
    List<Digest> write(Sql sql, String document, List<Digest> earlier) throws SQLException {
        Set<Digest> there = new HashSet<>(earlier);
        Map<Digest, byte[]> fresh = new LinkedHashMap<>();
        List<Digest> order = new ArrayList<>();
        for (byte[] piece : Pieces.of(StoredText.bytes(document))) {
            Digest digest = Digests.sha256(piece);
            order.add(digest);
            if (!there.contains(digest)) {
                fresh.put(digest, piece);
            }
        }
        insert(sql, fresh);
        return order;
    }

    /** The document made of these pieces. */
    String read(Sql sql, List<Digest> order) throws SQLException {
        Map<Digest, byte[]> pieces = new HashMap<>();
        for (int start = 0; start < order.size(); start += CHUNK) {
            read(sql, order.subList(start, Math.min(start + CHUNK, order.size())), pieces);
        }
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        for (Digest digest : order) {
            byte[] piece = pieces.get(digest);
            if (piece == null) {
                throw new UnreadableRowException("pieces");
            }
            document.writeBytes(piece);
        }
        return StoredText.text(document.toByteArray());
    }

    /** Removes every document. */
    void delete(Sql sql) throws SQLException {
        sql.update("DELETE FROM version_piece WHERE organisation = ? AND profile_id = ?", organisation, profile);
    }

    private void insert(Sql sql, Map<Digest, byte[]> pieces) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        pieces.forEach((digest, piece) -> {
            Deflated deflated = Deflated.of(piece);
            rows.add(new Object[] {organisation, profile, digest, deflated.size(), deflated.bytes()});
        });
        sql.batch(
                "INSERT INTO version_piece (organisation, profile_id, digest, size, deflated) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                rows);
    }

    private void read(Sql sql, List<Digest> digests, Map<Digest, byte[]> into) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(organisation, profile));
        parameters.addAll(digests);
        sql.list(
                "SELECT digest, size, deflated FROM version_piece WHERE organisation = ? AND profile_id = ?"
                        + " AND digest IN (" + String.join(", ", Collections.nCopies(digests.size(), "?")) + ")",
                row -> into.put(row.digest("digest"), row.plain("size", "deflated")),
                parameters.toArray());
    }
}
