package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.spi.store.VersionHeader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes versions of a copy as they are, in few statements for many. */
final class VersionRestoration {

    private final Sql sql;
    private final List<Object[]> pieces = new ArrayList<>();
    private final Set<Piece> cut = new HashSet<>();

    VersionRestoration(Sql sql) {
        this.sql = sql;
    }

    private record Piece(UUID profile, Digest digest) {}

    /** Adds versions; of one that is there, nothing but its deprecation can be another. */
    void restore(List<StoredItem.Version> versions) throws SQLException {
        List<Object[]> rows = versions.stream().map(this::row).toList();
        int[] added = sql.batch(
                "INSERT INTO profile_version (organisation, profile_id, number, channel, changelog, digest, created_at,"
                        + " created_by, pieces) SELECT p.organisation, p.id, ?, ?, ?, ?, ?, ?, ? FROM profile p"
                        + " WHERE p.organisation = ? AND p.id = ? ON CONFLICT DO NOTHING",
                rows);
        sql.batch(
                "INSERT INTO version_piece (organisation, profile_id, digest, size, deflated) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                pieces);
        List<StoredItem.Version> fresh = new ArrayList<>();
        for (int i = 0; i < added.length; i++) {
            StoredItem.Version version = versions.get(i);
            if (added[i] == 1) {
                fresh.add(version);
            }
            if (added[i] == 0 || version.version().header().deprecation().isPresent()) {
                deprecate(version);
            }
        }
        refer(fresh);
    }

    private Object[] row(StoredItem.Version item) {
        UUID profile = item.profile().value();
        List<Digest> order = new ArrayList<>();
        for (byte[] piece : Pieces.of(StoredText.bytes(item.version().document()))) {
            Digest digest = Digests.sha256(piece);
            order.add(digest);
            if (cut.add(new Piece(profile, digest))) {
                Deflated deflated = Deflated.of(piece);
                pieces.add(new Object[] {item.organisation(), profile, digest, deflated.size(), deflated.bytes()});
            }
        }
        VersionHeader header = item.version().header();
        return new Object[] {
            header.number(),
            header.channel(),
            header.changelog(),
            header.digest(),
            header.createdAt(),
            header.createdBy(),
            Digests.joined(order),
            item.organisation(),
            profile
        };
    }

    private void deprecate(StoredItem.Version item) throws SQLException {
        VersionHeader header = item.version().header();
        if (!VersionRows.deprecate(sql, item.organisation(), item.profile(), header.number(), header.deprecation())) {
            throw Conflicts.missing("profile " + item.profile());
        }
    }

    /** First versions all at once; each later one continues what the one before refers to. */
    private void refer(List<StoredItem.Version> versions) throws SQLException {
        List<Object[]> first = new ArrayList<>();
        List<StoredItem.Version> later = new ArrayList<>();
        for (StoredItem.Version item : versions) {
            if (item.version().header().number() == 1) {
                item.version()
                        .contents()
                        .forEach(digest -> first.add(new Object[] {
                            item.organisation(), item.profile().value(), digest
                        }));
            } else {
                later.add(item);
            }
        }
        sql.batch(
                "INSERT INTO version_content (organisation, profile_id, digest, first_version) VALUES (?, ?, ?, 1)"
                        + " ON CONFLICT DO NOTHING",
                first);
        for (StoredItem.Version item : later) {
            new VersionContents(item.organisation(), item.profile().value())
                    .add(sql, item.version().header().number(), item.version().contents());
        }
    }
}
