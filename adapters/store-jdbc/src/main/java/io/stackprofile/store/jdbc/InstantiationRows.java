package io.stackprofile.store.jdbc;

import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Instances as rows. */
final class InstantiationRows {

    /** Everything; the table is {@code i}. */
    static final String COLUMNS = "i.organisation, i.id, i.revision, i.profile_id, i.version, i.cluster, i.stack,"
            + " i.status, i.draft_id, i.created_at, i.created_by, i.updated_at, i.document, "
            + ContentRefs.column("i.organisation", "'instance:' || i.id");

    /** A SELECT, so that a batch says which were added whatever PostgreSQL's driver joins ({@link ProfileRows}). */
    private static final String INSERT =
            "INSERT INTO instantiation (revision, profile_id, version, cluster, stack, status, draft_id,"
                    + " created_at, created_by, updated_at, document, organisation, id)"
                    + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE true ON CONFLICT DO NOTHING";

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

    /** Adds an instance; false when its id or its draft is taken. */
    static boolean insert(Sql sql, InstantiationRecord instance) throws SQLException {
        int added = sql.update(INSERT, values(instance));
        if (added == 1) {
            ContentRefs.of(instance.organisation(), instance.id()).insert(sql, instance.contents());
            sql.directory().addHolders(sql, List.of(instance));
            InstanceCounts.add(sql, List.of(instance));
        }
        return added == 1;
    }

    /** Adds instances, or replaces those that are there. */
    static void restore(Sql sql, List<InstantiationRecord> instances) throws SQLException {
        int[] added = sql.batch(
                INSERT, instances.stream().map(InstantiationRows::values).toList());
        List<InstantiationRecord> fresh = new ArrayList<>();
        for (int i = 0; i < added.length; i++) {
            InstantiationRecord instance = instances.get(i);
            if (added[i] == 1) {
                fresh.add(instance);
                ContentRefs.of(instance.organisation(), instance.id()).insert(sql, instance.contents());
            } else {
                InstantiationRecord earlier = sql.first(
                                "SELECT " + COLUMNS + " FROM instantiation i WHERE i.organisation = ? AND i.id = ?",
                                InstantiationRows::map,
                                instance.organisation(),
                                instance.id().value())
                        .orElseThrow(() -> Conflicts.exists("an instance of draft " + instance.draftId()));
                replace(sql, earlier, instance);
            }
        }
        sql.directory().addHolders(sql, fresh);
        InstanceCounts.add(sql, fresh);
    }

    /** Changes an instance; false when it is no longer at the revision of {@code earlier}. */
    static boolean replace(Sql sql, InstantiationRecord earlier, InstantiationRecord instance) throws SQLException {
        Object[] revision = {earlier.revision()};
        int changed = sql.update(
                "UPDATE instantiation SET revision = ?, profile_id = ?, version = ?, cluster = ?, stack = ?,"
                        + " status = ?, draft_id = ?, created_at = ?, created_by = ?, updated_at = ?, document = ?"
                        + " WHERE organisation = ? AND id = ? AND revision = ?",
                Stream.of(values(instance), revision).flatMap(Stream::of).toArray());
        if (changed == 1) {
            ContentRefs.of(instance.organisation(), instance.id()).replace(sql, instance.contents());
            sql.directory().addHolders(sql, List.of(instance));
            InstanceCounts.move(sql, earlier, instance);
        }
        return changed == 1;
    }

    /** Removes an instance; false when it is no longer at its revision. */
    static boolean delete(Sql sql, InstantiationRecord instance) throws SQLException {
        int deleted = sql.update(
                "DELETE FROM instantiation WHERE organisation = ? AND id = ? AND revision = ?",
                instance.organisation(),
                instance.id().value(),
                instance.revision());
        if (deleted == 1) {
            ContentRefs.of(instance.organisation(), instance.id()).delete(sql);
            InstanceCounts.remove(sql, instance);
        }
        return deleted == 1;
    }

    /** Requires that the database can keep an instance. */
    static void require(StorableTexts texts, InstantiationRecord instance) {
        texts.require("organisation", instance.organisation())
                .require("cluster", instance.cluster())
                .require("stack", instance.stack())
                .require("author", instance.createdBy())
                .require("document", instance.document());
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
