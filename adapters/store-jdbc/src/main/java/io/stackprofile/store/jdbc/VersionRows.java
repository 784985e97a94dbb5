package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Versions as rows. */
final class VersionRows {

    /** Without the document, for listings. */
    private static final String HEADER_COLUMNS =
            "v.number, v.channel, v.changelog, v.digest, v.created_at, v.created_by,"
                    + " v.deprecated_reason, v.deprecated_note, v.deprecated_references, v.deprecated_at, v.deprecated_by";

    private static final String OF_PROFILE = " FROM profile_version v WHERE v.organisation = ? AND v.profile_id = ?";

    private VersionRows() {}

    private static VersionHeader header(Row row) throws SQLException {
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
                                + " WHERE organisation = ? AND profile_id = ? AND number = ?",
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

    /** A version, if the organisation's profile has it. */
    static Optional<VersionRecord> find(Sql sql, String organisation, ProfileId profile, int number)
            throws SQLException {
        Optional<Stored> stored = sql.first(
                "SELECT " + HEADER_COLUMNS + ", {earlier document} AS document, v.pieces" + OF_PROFILE
                        + " AND v.number = ?",
                row -> new Stored(header(row), row.optionalText("document"), row.digests("pieces")),
                organisation,
                profile.value(),
                number);
        return stored.isEmpty() ? Optional.empty() : Optional.of(record(sql, organisation, profile, stored.get()));
    }

    /** Every version's header, newest first. */
    static List<VersionHeader> headers(Sql sql, String organisation, ProfileId profile) throws SQLException {
        return sql.list(
                "SELECT " + HEADER_COLUMNS + OF_PROFILE + " ORDER BY v.number DESC",
                VersionRows::header,
                organisation,
                profile.value());
    }

    /** A row; a version written before there were pieces has its document as it is. */
    private record Stored(VersionHeader header, Optional<String> document, Optional<List<Digest>> pieces) {}

    private static VersionRecord record(Sql sql, String organisation, ProfileId profile, Stored stored)
            throws SQLException {
        String document = stored.document().isPresent()
                ? stored.document().get()
                : new VersionPieces(organisation, profile.value())
                        .read(sql, stored.pieces().orElseThrow(() -> new UnreadableRowException("pieces")));
        return VersionRecord.builder()
                .header(stored.header())
                .document(document)
                .addAllContents(new VersionContents(organisation, profile.value())
                        .of(sql, stored.header().number()))
                .build();
    }

    /** Removes every version. */
    static void delete(Sql sql, String organisation, ProfileId profile) throws SQLException {
        sql.update(
                "DELETE FROM profile_version WHERE organisation = ? AND profile_id = ?", organisation, profile.value());
        new VersionContents(organisation, profile.value()).delete(sql);
        new VersionPieces(organisation, profile.value()).delete(sql);
    }

    /** Adds a version behind the others. */
    static void insert(Sql sql, String organisation, ProfileId profile, VersionRecord version) throws SQLException {
        VersionHeader header = version.header();
        List<Digest> pieces = new VersionPieces(organisation, profile.value())
                .write(sql, version.document(), pieces(sql, organisation, profile, header.number() - 1));
        sql.update(
                "INSERT INTO profile_version (organisation, profile_id, number, channel, changelog, digest, created_at,"
                        + " created_by, pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                organisation,
                profile.value(),
                header.number(),
                header.channel(),
                header.changelog(),
                header.digest(),
                header.createdAt(),
                header.createdBy(),
                Digests.joined(pieces));
        new VersionContents(organisation, profile.value()).add(sql, header.number(), version.contents());
    }

    private static List<Digest> pieces(Sql sql, String organisation, ProfileId profile, int number)
            throws SQLException {
        return sql.first(
                        "SELECT pieces FROM profile_version WHERE organisation = ? AND profile_id = ? AND number = ?",
                        row -> row.digests("pieces").orElse(List.of()),
                        organisation,
                        profile.value(),
                        number)
                .orElse(List.of());
    }

    /** Requires that the database can keep a version. */
    static void require(StorableTexts texts, VersionRecord version) {
        texts.require("version's channel", version.header().channel())
                .require("version's changelog", version.header().changelog())
                .require("version's author", version.header().createdBy());
    }

    /** Requires that the database can keep why a version is deprecated. */
    static void require(StorableTexts texts, Deprecation why) {
        texts.require("deprecation's note", why.note()).require("deprecation's author", why.by());
    }
}
