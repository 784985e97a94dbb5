package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.sql.SQLException;

/** Versions as rows. */
final class VersionRows {

    /** Without the document, for listings. */
    static final String HEADER_COLUMNS = "v.number, v.channel, v.changelog, v.digest, v.created_at, v.created_by";

    /** Everything; the profile's table is {@code p}. */
    static final String COLUMNS = HEADER_COLUMNS + ", v.document, "
            + ContentRefs.column("p.organisation", "'version:' || v.profile_id", "v.number");

    private VersionRows() {}

    static VersionHeader header(Row row) throws SQLException {
        return VersionHeader.builder()
                .number(row.integer("number"))
                .channel(row.text("channel"))
                .changelog(row.optionalText("changelog"))
                .digest(row.digest("digest"))
                .createdAt(row.instant("created_at"))
                .createdBy(row.text("created_by"))
                .build();
    }

    static VersionRecord map(Row row) throws SQLException {
        return VersionRecord.builder()
                .header(header(row))
                .document(row.text("document"))
                .addAllContents(ContentRefs.map(row))
                .build();
    }

    static void insert(Sql sql, String organisation, ProfileId profile, VersionRecord version) throws SQLException {
        VersionHeader header = version.header();
        sql.update(
                "INSERT INTO profile_version"
                        + " (profile_id, number, channel, changelog, digest, created_at, created_by, document)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                profile.value(),
                header.number(),
                header.channel(),
                header.changelog(),
                header.digest(),
                header.createdAt(),
                header.createdBy(),
                version.document());
        ContentRefs.of(organisation, profile, header.number()).insert(sql, version.contents());
    }
}
