package io.stackprofile.store.jdbc;

import io.stackprofile.DraftId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.DraftStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drafts in a table. */
final class JdbcDraftStore implements DraftStore {

    private static final String OF_ID = " FROM draft d WHERE d.organisation = ? AND d.id = ?";

    private final Transactions transactions;

    JdbcDraftStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void create(DraftRecord draft) {
        Conflicts.require(draft.revision() == 1, "a new draft has revision 1");
        DraftRows.require(transactions.texts("draft " + draft.id()), draft);
        transactions.write("create a draft", sql -> {
            if (!DraftRows.insert(sql, draft)) {
                throw Conflicts.exists("draft " + draft.id());
            }
            return draft;
        });
    }

    @Override
    public void update(long expectedRevision, DraftRecord changed) {
        Conflicts.require(changed.revision() == expectedRevision + 1, "a changed draft carries the next revision");
        DraftRows.require(transactions.texts("draft " + changed.id()), changed);
        transactions.write("update a draft", sql -> {
            if (DraftRows.replace(sql, expectedRevision, changed)) {
                return changed;
            }
            long revision = revision(sql, changed.organisation(), changed.id())
                    .orElseThrow(() -> Conflicts.missing("draft " + changed.id()));
            if (revision == expectedRevision) {
                throw new LostRaceException();
            }
            throw Conflicts.stale("draft " + changed.id(), expectedRevision, revision);
        });
    }

    @Override
    public Optional<DraftRecord> find(String organisation, DraftId id) {
        return transactions.look(
                "find a draft",
                sql -> sql.first("SELECT " + DraftRows.COLUMNS + OF_ID, DraftRows::map, organisation, id.value()));
    }

    @Override
    public void delete(String organisation, DraftId id) {
        transactions.write("delete a draft", sql -> {
            // The row first: whoever changes it meanwhile has added references by the time it is gone.
            int deleted = sql.update("DELETE FROM draft WHERE organisation = ? AND id = ?", organisation, id.value());
            ContentRefs.of(organisation, id).delete(sql);
            return deleted;
        });
    }

    @Override
    public boolean deleteUnchanged(String organisation, DraftId id, long expectedRevision) {
        return transactions.write("delete an unchanged draft", sql -> {
            int deleted = sql.update(
                    "DELETE FROM draft WHERE organisation = ? AND id = ? AND revision = ?",
                    organisation,
                    id.value(),
                    expectedRevision);
            if (deleted > 0) {
                ContentRefs.of(organisation, id).delete(sql);
            }
            return deleted > 0;
        });
    }

    @Override
    public Page<DraftRecord> page(String organisation, PageRequest request) {
        Keyset keyset = new Keyset(transactions.identity(), "drafts", List.of(Optional.of(organisation)));
        Listing.Query query = pageQuery(organisation, keyset.after(request), request);
        List<DraftRecord> read =
                transactions.look("list drafts", sql -> sql.list(query.sql(), DraftRows::map, query.array()));
        return keyset.page(read, request, draft -> draft.id().value());
    }

    static Listing.Query pageQuery(String organisation, Optional<UUID> after, PageRequest request) {
        return new Listing("draft d", "d.id")
                .where("d.organisation = ?", organisation)
                .page(DraftRows.COLUMNS, after, request);
    }

    private static Optional<Long> revision(Sql sql, String organisation, DraftId id) throws SQLException {
        return sql.first("SELECT d.revision" + OF_ID, row -> row.number("revision"), organisation, id.value());
    }
}
