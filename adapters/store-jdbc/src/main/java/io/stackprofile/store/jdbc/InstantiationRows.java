package io.stackprofile.store.jdbc;

import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import java.sql.SQLException;

/** Instances as rows. */
final class InstantiationRows {

    /** Everything; the table is {@code i}. */
    static final String COLUMNS = "i.organisation, i.id, i.revision, i.profile_id, i.version, i.cluster, i.stack,"
            + " i.status, i.draft_id, i.created_at, i.created_by, i.updated_at, i.document, "
            + ContentRefs.column("i.organisation", "'instance:' || i.id");

    private InstantiationRows() {}

    static InstantiationRecord map(Row row) throws SQLException {
        return InstantiationRecord.builder()
                .id(new InstantiationId(row.id("id")))
                .organisation(row.text("organisation"))
                .revision(row.number("revision"))
                .profileId(new ProfileId(row.id("profile_id")))
                .version(row.integer("version"))
                .cluster(row.text("cluster"))
                .stack(row.text("stack"))
                .status(row.constant("status", InstantiationStatus.class))
                .draftId(new StackDraftId(row.id("draft_id")))
                .createdAt(row.instant("created_at"))
                .createdBy(row.text("created_by"))
                .updatedAt(row.instant("updated_at"))
                .document(row.text("document"))
                .addAllContents(ContentRefs.map(row))
                .build();
    }

    static void insert(Sql sql, InstantiationRecord instance) throws SQLException {
        sql.update(
                "INSERT INTO instantiation (revision, profile_id, version, cluster, stack, status, draft_id,"
                        + " created_at, created_by, updated_at, document, organisation, id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(instance));
        ContentRefs.of(instance.organisation(), instance.id()).insert(sql, instance.contents());
        InstanceCounts.move(sql, instance, 1);
    }

    static void replace(Sql sql, InstantiationRecord earlier, InstantiationRecord instance) throws SQLException {
        sql.update(
                "UPDATE instantiation SET revision = ?, profile_id = ?, version = ?, cluster = ?, stack = ?,"
                        + " status = ?, draft_id = ?, created_at = ?, created_by = ?, updated_at = ?, document = ?"
                        + " WHERE organisation = ? AND id = ?",
                values(instance));
        ContentRefs.of(instance.organisation(), instance.id()).replace(sql, instance.contents());
        InstanceCounts.move(sql, earlier, -1);
        InstanceCounts.move(sql, instance, 1);
    }

    static void delete(Sql sql, InstantiationRecord instance) throws SQLException {
        sql.update(
                "DELETE FROM instantiation WHERE organisation = ? AND id = ?",
                instance.organisation(),
                instance.id().value());
        ContentRefs.of(instance.organisation(), instance.id()).delete(sql);
        InstanceCounts.move(sql, instance, -1);
    }

    private static Object[] values(InstantiationRecord instance) {
        return new Object[] {
            instance.revision(),
            instance.profileId().value(),
            instance.version(),
            instance.cluster(),
            instance.stack(),
            instance.status(),
            instance.draftId().value(),
            instance.createdAt(),
            instance.createdBy(),
            instance.updatedAt(),
            instance.document(),
            instance.organisation(),
            instance.id().value()
        };
    }
}
