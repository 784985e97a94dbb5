package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.spi.store.SuggestionRecord;
import java.sql.SQLException;

/** Suggestions as rows; their contents are the owner's. */
final class SuggestionRows {

    /** Everything; the table is {@code s}. */
    static final String COLUMNS = "s.id, s.owner, s.profile_id, s.organisation, s.revision, s.status, s.created_at,"
            + " s.created_by, s.updated_at, s.updated_by, s.document, s.proposal, "
            + ContentRefs.column("s.owner", "'suggestion:' || s.id");

    private SuggestionRows() {}

    static SuggestionRecord map(Row row) throws SQLException {
        return SuggestionRecord.builder()
                .id(new SuggestionId(row.id("id")))
                .owner(row.text("owner"))
                .profileId(new ProfileId(row.id("profile_id")))
                .organisation(row.text("organisation"))
                .revision(row.number("revision"))
                .status(row.constant("status", SuggestionStatus.class))
                .createdAt(row.instant("created_at"))
                .createdBy(row.text("created_by"))
                .updatedAt(row.instant("updated_at"))
                .updatedBy(row.text("updated_by"))
                .document(row.text("document"))
                .proposal(row.text("proposal"))
                .addAllContents(ContentRefs.map(row))
                .build();
    }

    static void insert(Sql sql, SuggestionRecord suggestion) throws SQLException {
        sql.update(
                "INSERT INTO suggestion (owner, profile_id, organisation, revision, status, created_at, created_by,"
                        + " updated_at, updated_by, document, proposal, id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(suggestion));
        ContentRefs.of(suggestion.owner(), suggestion.id()).insert(sql, suggestion.contents());
    }

    static void replace(Sql sql, SuggestionRecord suggestion) throws SQLException {
        sql.update(
                "UPDATE suggestion SET owner = ?, profile_id = ?, organisation = ?, revision = ?, status = ?,"
                        + " created_at = ?, created_by = ?, updated_at = ?, updated_by = ?, document = ?, proposal = ?"
                        + " WHERE id = ?",
                values(suggestion));
        ContentRefs.of(suggestion.owner(), suggestion.id()).replace(sql, suggestion.contents());
    }

    /** Removes what was suggested to a profile, and its references. */
    static void deleteOf(Sql sql, ProfileId profile) throws SQLException {
        sql.update(
                "DELETE FROM content_ref WHERE EXISTS (SELECT 1 FROM suggestion s WHERE s.profile_id = ?"
                        + " AND s.owner = content_ref.organisation AND content_ref.holder = 'suggestion:' || s.id)",
                profile.value());
        sql.update("DELETE FROM suggestion WHERE profile_id = ?", profile.value());
    }

    private static Object[] values(SuggestionRecord suggestion) {
        return new Object[] {
            suggestion.owner(),
            suggestion.profileId().value(),
            suggestion.organisation(),
            suggestion.revision(),
            suggestion.status(),
            suggestion.createdAt(),
            suggestion.createdBy(),
            suggestion.updatedAt(),
            suggestion.updatedBy(),
            suggestion.document(),
            suggestion.proposal(),
            suggestion.id().value()
        };
    }
}
