package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.spi.store.SuggestionRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Suggestions as rows; their contents are the owner's. */
final class SuggestionRows {

    /** Everything; the table is {@code s}. */
    static final String COLUMNS = "s.id, s.owner, s.profile_id, s.organisation, s.revision, s.status, s.created_at,"
            + " s.created_by, s.updated_at, s.updated_by, s.document, s.proposal, "
            + ContentRefs.column("s.owner", "'suggestion:' || s.id", "0");

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

    /** Adds a suggestion; false when its id is taken. */
    static boolean insert(Sql sql, SuggestionRecord suggestion) throws SQLException {
        int added = sql.update(
                "INSERT INTO suggestion (owner, profile_id, organisation, revision, status, created_at, created_by,"
                        + " updated_at, updated_by, document, proposal, id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                values(suggestion));
        if (added == 1) {
            ContentRefs.of(suggestion.owner(), suggestion.id()).insert(sql, suggestion.contents());
        }
        return added == 1;
    }

    /** Changes a suggestion; false when it is not at the expected revision, or of other organisations. */
    static boolean replace(Sql sql, long expectedRevision, SuggestionRecord suggestion) throws SQLException {
        Object[] condition = {suggestion.owner(), suggestion.organisation(), expectedRevision};
        int changed = sql.update(
                "UPDATE suggestion SET owner = ?, profile_id = ?, organisation = ?, revision = ?, status = ?,"
                        + " created_at = ?, created_by = ?, updated_at = ?, updated_by = ?, document = ?, proposal = ?"
                        + " WHERE id = ? AND owner = ? AND organisation = ? AND revision = ?",
                Stream.of(values(suggestion), condition).flatMap(Stream::of).toArray());
        if (changed == 1) {
            ContentRefs.of(suggestion.owner(), suggestion.id()).replace(sql, suggestion.contents());
        }
        return changed == 1;
    }

    /** Removes what was suggested to a profile, and then its references, which nobody adds to any more. */
    static void deleteOf(Sql sql, String owner, ProfileId profile) throws SQLException {
        List<SuggestionId> gone = sql.list(
                "DELETE FROM suggestion WHERE owner = ? AND profile_id = ? RETURNING id",
                row -> new SuggestionId(row.id("id")),
                owner,
                profile.value());
        sql.batch(
                "DELETE FROM content_ref WHERE organisation = ? AND holder = ?",
                gone.stream()
                        .map(id -> ContentRefs.of(owner, id))
                        .map(refs -> new Object[] {refs.organisation(), refs.holder()})
                        .toList());
    }

    /** Requires that the database can keep a suggestion. */
    static void require(StorableTexts texts, SuggestionRecord suggestion) {
        texts.require("organisation", List.of(suggestion.owner(), suggestion.organisation()))
                .require("author", List.of(suggestion.createdBy(), suggestion.updatedBy()))
                .require("document", suggestion.document())
                .require("proposal", suggestion.proposal());
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
