package io.stackprofile.store.jdbc;

import io.stackprofile.InstantiationId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.InstantiationStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Instances in a table, with counts beside it. */
final class JdbcInstantiationStore implements InstantiationStore {

    private static final String SELECT =
            "SELECT " + InstantiationRows.COLUMNS + " FROM instantiation i WHERE i.organisation = ?";

    private final Transactions transactions;

    JdbcInstantiationStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void create(InstantiationRecord instance) {
        Conflicts.require(instance.revision() == 1, "a new instance has revision 1");
        InstantiationRows.require(transactions.texts("instance " + instance.id()), instance);
        transactions.write("create an instance", sql -> {
            if (find(sql, instance.organisation(), instance.id()).isPresent()) {
                throw Conflicts.exists("instance " + instance.id());
            }
            requireFreeDraft(sql, instance);
            requireWon(InstantiationRows.insert(sql, instance));
            return instance;
        });
    }

    @Override
    public void update(long expectedRevision, InstantiationRecord changed) {
        Conflicts.require(changed.revision() == expectedRevision + 1, "a changed instance carries the next revision");
        InstantiationRows.require(transactions.texts("instance " + changed.id()), changed);
        transactions.write("update an instance", sql -> {
            InstantiationRecord current = find(sql, changed.organisation(), changed.id())
                    .orElseThrow(() -> Conflicts.missing("instance " + changed.id()));
            requireRevision(current, expectedRevision);
            requireFreeDraft(sql, changed);
            requireWon(InstantiationRows.replace(sql, current, changed));
            return changed;
        });
    }

    @Override
    public void delete(String organisation, InstantiationId id, long expectedRevision) {
        transactions.write("delete an instance", sql -> {
            Optional<InstantiationRecord> current = find(sql, organisation, id);
            if (current.isPresent()) {
                requireRevision(current.get(), expectedRevision);
                requireWon(InstantiationRows.delete(sql, current.get()));
            }
            return current;
        });
    }

    @Override
    public Optional<InstantiationRecord> find(String organisation, InstantiationId id) {
        return transactions.look("find an instance", sql -> find(sql, organisation, id));
    }

    @Override
    public Optional<InstantiationRecord> findByDraft(String organisation, StackDraftId draft) {
        return transactions.look(
                "find a draft's instance",
                sql -> sql.first(SELECT + " AND i.draft_id = ?", InstantiationRows::map, organisation, draft.value()));
    }

    @Override
    public Page<InstantiationRecord> page(
            String organisation, ProfileId profile, OptionalInt below, PageRequest request) {
        Keyset keyset = keyset(organisation, profile, below);
        Optional<UUID> after = keyset.after(request);
        List<InstantiationRecord> read = transactions.look("list instances", sql -> {
            boolean few = below.isPresent()
                    && InstanceCounts.deployedBelow(sql, organisation, profile, below.getAsInt()) <= Listing.FEW;
            Listing.Query query = pageQuery(organisation, profile, below, few, after, request);
            return sql.list(query.sql(), InstantiationRows::map, query.array());
        });
        return keyset.page(read, request, instance -> instance.id().value());
    }

    @Override
    public long outdatedCount(String organisation, ProfileId profile, int below) {
        return transactions.look(
                "count outdated instances", sql -> InstanceCounts.deployedBelow(sql, organisation, profile, below));
    }

    @Override
    public long instanceCount(ProfileId profile) {
        return transactions.look("count instances", sql -> sql.directory().instances(sql, profile));
    }

    /** A page; {@code few} says that {@link Listing#FEW} or fewer are deployed {@code below}. */
    static Listing.Query pageQuery(
            String organisation,
            ProfileId profile,
            OptionalInt below,
            boolean few,
            Optional<UUID> after,
            PageRequest request) {
        Listing listing = new Listing("instantiation i", "i.id").where("i.organisation = ?", organisation);
        if (few) {
            listing.where(
                    "i.id {among}SELECT b.id FROM instantiation b WHERE b.organisation = ? AND b.profile_id = ?"
                            + " AND b.status = 'DEPLOYED' AND b.version < ?{/among}",
                    organisation,
                    profile.value(),
                    below.orElseThrow());
        } else {
            listing.where("i.profile_id = ?", profile.value());
            // An expression, so that the listing is walked newest first and no index on versions is sorted instead.
            below.ifPresent(bound -> listing.where("i.status = 'DEPLOYED' AND i.version + 0 < ?", bound));
        }
        return listing.page(InstantiationRows.COLUMNS, after, request);
    }

    private Keyset keyset(String organisation, ProfileId profile, OptionalInt below) {
        Optional<String> bound = below.isPresent() ? Optional.of("" + below.getAsInt()) : Optional.empty();
        return new Keyset(
                transactions.identity(),
                "instances",
                List.of(Optional.of(organisation), Optional.of(profile.toString()), bound));
    }

    private static Optional<InstantiationRecord> find(Sql sql, String organisation, InstantiationId id)
            throws SQLException {
        return sql.first(SELECT + " AND i.id = ?", InstantiationRows::map, organisation, id.value());
    }

    private static void requireRevision(InstantiationRecord current, long expectedRevision) {
        if (current.revision() != expectedRevision) {
            throw Conflicts.stale("instance " + current.id(), expectedRevision, current.revision());
        }
    }

    /** Has the transaction run again where a condition no longer held; its checks then say which. */
    private static void requireWon(boolean changed) throws LostRaceException {
        if (!changed) {
            throw new LostRaceException();
        }
    }

    private static void requireFreeDraft(Sql sql, InstantiationRecord wanted) throws SQLException {
        if (sql.exists(
                "SELECT 1 FROM instantiation WHERE organisation = ? AND draft_id = ? AND id <> ?",
                wanted.organisation(),
                wanted.draftId().value(),
                wanted.id().value())) {
            throw Conflicts.exists("an instance of draft " + wanted.draftId());
        }
    }
}
