package io.stackprofile.store.jdbc;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.ProfileRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happened to profiles, in a table. */
final class JdbcHistoryStore implements HistoryStore {

    private static final String SELECT =
            "SELECT organisation, profile_id, revision, made_at, made_by, change FROM profile_history"
                    + " WHERE organisation = ? AND profile_id = ?";

    private static final String INSERT =
            "INSERT INTO profile_history (organisation, profile_id, revision, made_at, made_by, change)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    /** A page below a revision. */
    static final String PAGE = SELECT + " AND revision < ? ORDER BY revision DESC LIMIT ?";

    private final Transactions transactions;

    JdbcHistoryStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps the change that made a revision; in the transaction of the change. */
    static void add(Sql sql, ProfileRecord written) throws SQLException {
        sql.update(INSERT, values(HistoryRecord.of(written)));
    }

    /** Keeps entries, each in the place of an earlier one. */
    static void restore(Sql sql, List<HistoryRecord> entries) throws SQLException {
        sql.batch(
                INSERT + " ON CONFLICT (organisation, profile_id, revision) DO UPDATE SET"
                        + " made_at = excluded.made_at, made_by = excluded.made_by, change = excluded.change",
                entries.stream().map(JdbcHistoryStore::values).toList());
    }

    private static Object[] values(HistoryRecord entry) {
        return new Object[] {
            entry.organisation(), entry.profileId().value(), entry.revision(), entry.at(), entry.by(), entry.change()
        };
    }

    @Override
    public Page<HistoryRecord> page(String organisation, ProfileId profile, PageRequest request) {
        Keyset keyset = new Keyset(
                transactions.identity(),
                "history",
                List.of(Optional.of(organisation), Optional.of(profile.toString())));
        long below = keyset.after(request).map(UUID::getLeastSignificantBits).orElse(Long.MAX_VALUE);
        List<HistoryRecord> read = transactions.look(
                "list a profile's history",
                sql -> sql.list(PAGE, JdbcHistoryStore::map, organisation, profile.value(), below, request.size() + 1));
        return keyset.page(read, request, entry -> new UUID(0, entry.revision()));
    }

    @Override
    public Optional<HistoryRecord> find(String organisation, ProfileId profile, long revision) {
        return transactions.look(
                "find a change of a profile",
                sql -> sql.first(
                        SELECT + " AND revision = ?", JdbcHistoryStore::map, organisation, profile.value(), revision));
    }

    static HistoryRecord map(Row row) throws SQLException {
        return HistoryRecord.builder()
                .profileId(new ProfileId(row.id("profile_id")))
                .organisation(row.text("organisation"))
                .revision(row.number("revision"))
                .at(row.instant("made_at"))
                .by(row.text("made_by"))
                .change(row.text("change"))
                .build();
    }
}
