package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** In SQLite, the tables of profiles and instances themselves: one file is never spread. */
final class SqliteDirectory implements Directory {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The table has the id as its key. */
    @Override
    public boolean claim(Sql sql, ProfileRecord profile) throws SQLException {
        return owner(sql, profile.id()).isEmpty();
    }

    @Override
    public Optional<String> owner(Sql sql, ProfileId profile) throws SQLException {
        return sql.first(
                "SELECT organisation FROM profile WHERE id = ?", row -> row.text("organisation"), profile.value());
    }

    @Override
    public void add(Sql sql, ProfileRecord profile) throws SQLException {
        sql.batch(
                "INSERT INTO profile_share (organisation, profile_id) VALUES (?, ?)",
                new HashSet<>(profile.sharedWith())
                        .stream()
                                .map(reader ->
                                        new Object[] {reader, profile.id().value()})
                                .toList());
        sql.batch(
                "INSERT INTO profile_tag (organisation, tag, profile_id) VALUES (?, ?, ?)",
                new HashSet<>(profile.tags())
                        .stream()
                                .map(tag -> new Object[] {
                                    profile.organisation(), tag, profile.id().value()
                                })
                                .toList());
    }

    @Override
    public void remove(Sql sql, String organisation, ProfileId profile) throws SQLException {
        sql.update("DELETE FROM profile_tag WHERE profile_id = ?", profile.value());
        sql.update("DELETE FROM profile_share WHERE profile_id = ?", profile.value());
    }

    /** It went with the profile's row. */
    @Override
    public void release(Sql sql, ProfileId profile) {}

    /** The counts say it. */
    @Override
    public void addHolder(Sql sql, InstantiationRecord instance) {}

    @Override
    public long instances(Sql sql, ProfileId profile) throws SQLException {
        return sql.number("SELECT sum(total) AS n FROM instance_count WHERE profile_id = ?", profile.value());
    }

    @Override
    public Listing listing(ProfileFilter filter) {
        Listing listing = filter.sharedWith().isPresent()
                ? shared(filter, filter.sharedWith().get())
                : tagged(filter);
        filter.organisation().ifPresent(organisation -> listing.where("p.organisation = ?", organisation));
        // A literal, not a parameter: only so does the database see that the index over public profiles serves.
        filter.visibility().ifPresent(visibility -> listing.where("p.visibility = '" + visibility.name() + "'"));
        return listing;
    }

    /** Few profiles are shared with one organisation, so they are walked before anything else is asked. */
    private static Listing shared(ProfileFilter filter, String reader) {
        Listing listing = new Listing("profile_share s CROSS JOIN profile p ON p.id = s.profile_id", "s.profile_id")
                .where("s.organisation = ?", reader);
        filter.tag()
                .ifPresent(tag -> listing.where(
                        "EXISTS (SELECT 1 FROM profile_tag t WHERE t.organisation = p.organisation AND t.tag = ?"
                                + " AND t.profile_id = p.id)",
                        tag));
        return listing;
    }

    private static Listing tagged(ProfileFilter filter) {
        if (filter.tag().isEmpty()) {
            return new Listing("profile p", "p.id");
        }
        Listing listing = new Listing("profile_tag t CROSS JOIN profile p ON p.id = t.profile_id", "t.profile_id")
                .where("t.tag = ?", filter.tag().get());
        filter.organisation().ifPresent(organisation -> listing.where("t.organisation = ?", organisation));
        return listing;
    }

    @Override
    public String narrowing(ProfileFilter filter) {
        return "p";
    }

    /** In hex digits, which are the same for text and for bytes and know nothing of case or wildcards. */
    @Override
    public NamePrefix prefix(String text) {
        byte[] least = StoredText.bytes(text);
        byte[] above = least.clone();
        above[above.length - 1]++; // no encoded character has a byte 0xFF
        return new NamePrefix("hex(%s.name)", List.of(HEX.formatHex(least), HEX.formatHex(above)));
    }

    @Override
    public Listing.Query named(ProfileFilter filter, NamePrefix prefix) {
        String whose = filter.organisation().isPresent() ? "n.organisation = ?" : "n.visibility = 'PUBLIC'";
        List<Object> parameters = new ArrayList<>();
        filter.organisation().ifPresent(parameters::add);
        parameters.addAll(prefix.bounds());
        return new Listing.Query(
                "SELECT n.id FROM profile n WHERE " + whose + " AND " + prefix.condition("n"), parameters);
    }

    @Override
    public String namedColumn(ProfileFilter filter) {
        return "p.id";
    }
}
