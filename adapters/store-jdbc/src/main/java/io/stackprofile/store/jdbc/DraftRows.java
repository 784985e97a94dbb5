package io.stackprofile.store.jdbc;

import io.stackprofile.DraftId;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.DraftRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Drafts as rows. */
final class DraftRows {

    /** Everything; the table is {@code d}. */
    static final String COLUMNS = "d.organisation, d.id, d.revision, d.name, d.profile_id, d.created_at, d.created_by,"
            + " d.updated_at, d.updated_by, d.document, "
            + ContentRefs.column("d.organisation", "'draft:' || d.id", "0");

    private DraftRows() {}

    static DraftRecord map(Row row) throws SQLException {
        return DraftRecord.builder()
                .id(new DraftId(row.id("id")))
                .organisation(row.text("organisation"))
                .revision(row.number("revision"))
                .name(row.text("name"))
                .profile(row.optionalId("profile_id").map(ProfileId::new))
                .createdAt(row.instant("created_at"))
                .createdBy(row.text("created_by"))
                .updatedAt(row.instant("updated_at"))
                .updatedBy(row.text("updated_by"))
                .document(row.text("document"))
                .addAllContents(ContentRefs.map(row))
                .build();
    }

    /** Adds a draft; false when its id is taken. */
    static boolean insert(Sql sql, DraftRecord draft) throws SQLException {
        int added = sql.update(
                "INSERT INTO draft (revision, name, profile_id, created_at, created_by, updated_at, updated_by,"
                        + " document, organisation, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                values(draft));
        if (added == 1) {
            ContentRefs.of(draft.organisation(), draft.id()).insert(sql, draft.contents());
        }
        return added == 1;
    }

    /** Changes a draft; false when it is not at the expected revision. */
    static boolean replace(Sql sql, long expectedRevision, DraftRecord draft) throws SQLException {
        Object[] revision = {expectedRevision};
        int changed = sql.update(
                "UPDATE draft SET revision = ?, name = ?, profile_id = ?, created_at = ?, created_by = ?,"
                        + " updated_at = ?, updated_by = ?, document = ? WHERE organisation = ? AND id = ? AND revision = ?",
                Stream.of(values(draft), revision).flatMap(Stream::of).toArray());
        if (changed == 1) {
            ContentRefs.of(draft.organisation(), draft.id()).replace(sql, draft.contents());
        }
        return changed == 1;
    }

    /** Requires that the database can keep a draft. */
    static void require(StorableTexts texts, DraftRecord draft) {
        texts.require("organisation", draft.organisation())
                .require("name", draft.name())
                .require("author", List.of(draft.createdBy(), draft.updatedBy()))
                .require("document", draft.document());
    }

    private static Object[] values(DraftRecord draft) {
        return new Object[] {
            draft.revision(),
            draft.name(),
            draft.profile().map(ProfileId::value),
            draft.createdAt(),
            draft.createdBy(),
            draft.updatedAt(),
            draft.updatedBy(),
            draft.document(),
            draft.organisation(),
            draft.id().value()
        };
    }
}
