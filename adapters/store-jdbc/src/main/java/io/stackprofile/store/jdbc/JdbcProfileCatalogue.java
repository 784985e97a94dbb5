package io.stackprofile.store.jdbc;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Listings of profiles, each over the index that narrows it most. */
final class JdbcProfileCatalogue implements ProfileCatalogue {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Transactions transactions;

    JdbcProfileCatalogue(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<ProfileRecord> page(ProfileFilter filter, PageRequest request) {
        Keyset keyset = keyset(filter);
        Optional<UUID> after = keyset.after(request);
        List<ProfileRecord> read = transactions.read("list profiles", sql -> {
            Listing.Query query = pageQuery(filter, hasFewNames(sql, filter), after, request);
            return sql.list(query.sql(), ProfileRows::map, query.array());
        });
        return keyset.page(read, request, profile -> profile.id().value());
    }

    @Override
    public long count(ProfileFilter filter) {
        Listing.Query query = countQuery(filter);
        return transactions.read("count profiles", sql -> sql.number(query.sql(), query.array()));
    }

    @Override
    public Optional<String> owner(ProfileId id) {
        return transactions.read(
                "find a profile's owner",
                sql -> sql.first(
                        "SELECT organisation FROM profile WHERE id = ?", row -> row.text("organisation"), id.value()));
    }

    /** A page; {@code fewNames} says that {@link Listing#FEW} or fewer names start with the filter's prefix. */
    static Listing.Query pageQuery(ProfileFilter filter, boolean fewNames, Optional<UUID> after, PageRequest request) {
        Listing listing = listing(filter);
        prefix(filter)
                .ifPresent(prefix -> listing.where(
                        fewNames ? "p.id IN (" + namedSo(filter) + ")" : "hex(p.name) >= ? AND hex(p.name) < ?",
                        fewNames ? parameters(filter, prefix) : new Object[] {prefix.least(), prefix.above()}));
        return listing.page("p.*", after, request);
    }

    static Listing.Query countQuery(ProfileFilter filter) {
        Listing listing = listing(filter);
        prefix(filter)
                .ifPresent(prefix ->
                        listing.where("hex(p.name) >= ? AND hex(p.name) < ?", prefix.least(), prefix.above()));
        return listing.count();
    }

    private static boolean hasFewNames(Sql sql, ProfileFilter filter) throws SQLException {
        Optional<Prefix> prefix = prefix(filter);
        return prefix.isPresent()
                && filter.sharedWith().isEmpty()
                && sql.number(
                                "SELECT count(*) AS n FROM (" + namedSo(filter) + " LIMIT " + (Listing.FEW + 1)
                                        + ") AS named",
                                parameters(filter, prefix.get()))
                        <= Listing.FEW;
    }

    private static Listing listing(ProfileFilter filter) {
        Listing listing = filter.sharedWith().isPresent()
                ? shared(filter, filter.sharedWith().get())
                : tagged(filter);
        filter.organisation().ifPresent(organisation -> listing.where("p.organisation = ?", organisation));
        filter.category().ifPresent(category -> listing.where("p.category = ?", category));
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

    /** Ids by name, from the names' own index. */
    private static String namedSo(ProfileFilter filter) {
        String whose = filter.organisation().isPresent() ? "n.organisation = ?" : "n.visibility = 'PUBLIC'";
        return "SELECT n.id FROM profile n WHERE " + whose + " AND hex(n.name) >= ? AND hex(n.name) < ?";
    }

    private static Object[] parameters(ProfileFilter filter, Prefix prefix) {
        return Stream.concat(filter.organisation().stream(), Stream.of(prefix.least(), prefix.above()))
                .toArray();
    }

    /** The hex digits that names of a prefix are at or above, and those they are below. */
    private record Prefix(String least, String above) {}

    private static Optional<Prefix> prefix(ProfileFilter filter) {
        return filter.namePrefix().filter(text -> !text.isEmpty()).map(text -> {
            byte[] least = StoredText.bytes(text);
            byte[] above = least.clone();
            above[above.length - 1]++; // no encoded character has a byte 0xFF
            return new Prefix(HEX.formatHex(least), HEX.formatHex(above));
        });
    }

    private Keyset keyset(ProfileFilter filter) {
        return new Keyset(
                transactions.identity(),
                "profiles",
                List.of(
                        filter.organisation(),
                        filter.namePrefix(),
                        filter.category(),
                        filter.tag(),
                        filter.visibility().map(Enum::name),
                        filter.sharedWith()));
    }
}
