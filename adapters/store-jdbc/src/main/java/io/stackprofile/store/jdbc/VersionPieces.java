package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The documents of a profile's versions as pieces, each stored once however many versions have it. */
record VersionPieces(String organisation, UUID profile) {

    /**
     * Stores a document; its pieces, in order.
     *
     * @param earlier the pieces of the version before, which are there
     */
    List<Digest> write(Sql sql, String document, List<Digest> earlier) throws SQLException {
        Set<Digest> there = new HashSet<>(earlier);
        Map<Digest, Deflated> fresh = new LinkedHashMap<>();
        List<Digest> order = new ArrayList<>();
        for (byte[] piece : Pieces.of(StoredText.bytes(document))) {
            Digest digest = Digests.sha256(piece);
            order.add(digest);
            if (!there.contains(digest)) {
                fresh.put(digest, Deflated.of(piece));
            }
        }
        sql.contents().insertPieces(sql, this, fresh);
        return order;
    }

    /** The document made of these pieces. */
    String read(Sql sql, List<Digest> order) throws SQLException {
        Map<Digest, byte[]> pieces = new HashMap<>();
        sql.contents().readPieces(sql, this, order, pieces);
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
}
