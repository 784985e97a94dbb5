package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.sql.SQLException;
import java.util.Optional;

/** Versions as rows. */
final class VersionRows {

    /** Without the document, for listings. */
    static final String HEADER_COLUMNS = "v.number, v.channel, v.changelog, v.digest, v.created_at, v.created_by,"
            + " v.deprecated_reason, v.deprecated_note, v.deprecated_references, v.deprecated_at, v.deprecated_by";

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
                .deprecation(deprecation(row))
                .build();
    }

    private static Optional<Deprecation> deprecation(Row row) throws SQLException {
        if (row.optionalText("deprecated_reason").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Deprecation.builder()
                .reason(row.constant("deprecated_reason", Deprecation.Reason.class))
                .note(row.optionalText("deprecated_note"))
                .addAllReferences(row.texts("deprecated_references"))
                .at(row.instant("deprecated_at"))
                .by(row.text("deprecated_by"))
                .build());
    }

    /** Whether there was such a version. */
    static boolean deprecate(
            Sql sql, String organisation, ProfileId profile, int version, Optional<Deprecation> deprecation)
            throws SQLException {
        return sql.update(
                        "UPDATE profile_version SET deprecated_reason = ?, deprecated_note = ?,"
                                + " deprecated_references = ?, deprecated_at = ?, deprecated_by = ?"
                                + " WHERE {version's organisation} = ? AND profile_id = ? AND number = ?",
                        deprecation.map(Deprecation::reason),
                        deprecation.flatMap(Deprecation::note),
                        deprecation.map(why -> TextList.write(why.references())),
                        deprecation.map(Deprecation::at),
                        deprecation.map(Deprecation::by),
                        organisation,
                        profile.value(),
                        version)
                == 1;
    }

    static VersionRecord map(Row row) throws SQLException {
        return VersionRecord.builder()
                .header(header(row))
                .document(row.text("document"))
                .addAllContents(ContentRefs.map(row))
                .build();
    }

    /** Requires that the database can keep a version. */
    static void require(StorableTexts texts, VersionRecord version) {
        texts.require("version's channel", version.header().channel())
                .require("version's changelog", version.header().changelog())
                .require("version's author", version.header().createdBy())
                .require("version's document", version.document());
    }

    /** Requires that the database can keep why a version is deprecated. */
    static void require(StorableTexts texts, Deprecation why) {
        texts.require("deprecation's note", why.note()).require("deprecation's author", why.by());
    }

    static void insert(Sql sql, String organisation, ProfileId profile, VersionRecord version) throws SQLException {
        VersionHeader header = version.header();
        sql.update(
                "INSERT INTO profile_version ({organisation, }profile_id, number, channel, changelog, digest,"
                        + " created_at, created_by, document)"
                        + " SELECT {p.organisation, }p.id, ?, ?, ?, ?, ?, ?, ? FROM profile p"
                        + " WHERE p.organisation = ? AND p.id = ?",
                header.number(),
                header.channel(),
                header.changelog(),
                header.digest(),
                header.createdAt(),
                header.createdBy(),
                version.document(),
                organisation,
                profile.value());
        ContentRefs.of(organisation, profile, header.number()).insert(sql, version.contents());
    }
}
