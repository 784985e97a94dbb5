package io.stackprofile.benchmarks.scale;

import io.stackprofile.PageRequest;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A page of fifty near the end of a listing: ours by its token, raw SQL by the id it goes on from, and by OFFSET. */
final class PageContest {

    private static final int PAGE = 50;

    private final ScaleDatabase database;
    private final Contest.Pace pace;
    private final ProfileFilter filter =
            ProfileFilter.builder().organisation(StoredRows.ORGANISATION).build();

    PageContest(ScaleDatabase database, Contest.Pace pace) {
        this.database = database;
        this.pace = pace;
    }

    /** Skips nearly all of {@code rows}, then measures the page there; all three ways give the same ids. */
    List<Contest.Time> run(long rows) throws Exception {
        long skipped = rows / 100 * 99 / PAGE * PAGE;
        Optional<String> token = Optional.empty();
        UUID last = new UUID(0, 0);
        for (long seen = 0; seen < skipped; ) {
            int size = (int) Math.min(PageRequest.MAX_SIZE, skipped - seen);
            var page = database.store().catalogue().page(filter, new PageRequest(size, token));
            seen += page.items().size();
            last = page.items().get(page.items().size() - 1).id().value();
            token = page.next();
        }
        PageRequest request = new PageRequest(PAGE, token);
        String columns = "SELECT * FROM profile WHERE organisation = ?";
        try (PreparedStatement keyset =
                        database.raw().prepareStatement(columns + " AND id < ? ORDER BY id DESC LIMIT " + PAGE);
                PreparedStatement offset = database.raw()
                        .prepareStatement(columns + " ORDER BY id DESC LIMIT " + PAGE + " OFFSET " + skipped)) {
            keyset.setString(1, StoredRows.ORGANISATION);
            database.bind(keyset, 2, last);
            offset.setString(1, StoredRows.ORGANISATION);
            List<String> ids = ours(request);
            requireEqual(ids, read(keyset));
            requireEqual(ids, read(offset));
            return new Contest(pace)
                    .way("ours, by token", () -> ours(request))
                    .way("raw keyset", () -> read(keyset))
                    .way("OFFSET " + skipped, () -> read(offset))
                    .run();
        }
    }

    private List<String> ours(PageRequest request) {
        return database.store().catalogue().page(filter, request).items().stream()
                .map(ProfileRecord::id)
                .map(Object::toString)
                .toList();
    }

    /** Every column of every row is read, as ours must. */
    private static List<String> read(PreparedStatement statement) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
                ids.add(rows.getString("id"));
            }
        }
        return ids;
    }

    private static void requireEqual(List<String> ours, List<String> raw) {
        if (!ours.equals(raw) || ours.size() != PAGE) {
            throw new IllegalStateException("the ways give different pages");
        }
    }
}
