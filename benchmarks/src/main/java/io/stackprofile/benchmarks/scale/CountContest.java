package io.stackprofile.benchmarks.scale;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How many instances of the busy profile are outdated: ours, COUNT, and what a lookup by primary key takes. */
final class CountContest {

    private static final int BELOW = StoredRows.VERSIONS;

    private final ScaleDatabase database;
    private final Contest.Pace pace;

    CountContest(ScaleDatabase database, Contest.Pace pace) {
        this.database = database;
        this.pace = pace;
    }

    List<Contest.Time> run() throws Exception {
        try (PreparedStatement count = database.raw()
                        .prepareStatement("SELECT count(*) FROM instantiation WHERE organisation = ? AND profile_id = ?"
                                + " AND status = 'DEPLOYED' AND version < " + BELOW);
                PreparedStatement lookup = database.raw()
                        .prepareStatement("SELECT revision FROM instantiation WHERE organisation = ? AND id = ?")) {
            count.setString(1, StoredRows.ORGANISATION);
            database.bind(count, 2, StoredRows.BUSY.value());
            lookup.setString(1, StoredRows.ORGANISATION);
            database.bind(lookup, 2, StoredRows.instanceId(0).value());
            if (ours() != number(count) || ours() == 0) {
                throw new IllegalStateException("the ways count differently: " + ours() + ", " + number(count));
            }
            return new Contest(pace)
                    .way("ours", this::ours)
                    .way("lookup by primary key", () -> number(lookup))
                    .way("COUNT of " + ours(), () -> number(count))
                    .run();
        }
    }

    private long ours() {
        return database.store().instantiations().outdatedCount(StoredRows.ORGANISATION, StoredRows.BUSY, BELOW);
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
