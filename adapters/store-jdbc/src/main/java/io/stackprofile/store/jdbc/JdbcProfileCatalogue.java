package io.stackprofile.store.jdbc;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Listings of profiles, each over the index that narrows it most. */
final class JdbcProfileCatalogue implements ProfileCatalogue {

    private final Transactions transactions;

    JdbcProfileCatalogue(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<ProfileRecord> page(ProfileFilter filter, PageRequest request) {
        Keyset keyset = keyset(filter);
        Optional<UUID> after = keyset.after(request);
        Directory directory = transactions.directory();
        List<ProfileRecord> read = transactions.look("list profiles", sql -> {
            Listing.Query query = pageQuery(directory, filter, hasFewNames(sql, directory, filter), after, request);
            return sql.list(query.sql(), ProfileRows::map, query.array());
        });
        return keyset.page(read, request, profile -> profile.id().value());
    }

    @Override
    public long count(ProfileFilter filter) {
        Listing.Query query = countQuery(transactions.directory(), filter);
        return transactions.look("count profiles", sql -> sql.number(query.sql(), query.array()));
    }

    @Override
    public Optional<String> owner(ProfileId id) {
        return transactions.look(
                "find a profile's owner", sql -> sql.directory().owner(sql, id));
    }

    /** A page; {@code fewNames} says that {@link Listing#FEW} or fewer names start with the filter's prefix. */
    static Listing.Query pageQuery(
            Directory directory, ProfileFilter filter, boolean fewNames, Optional<UUID> after, PageRequest request) {
        Listing listing = listing(directory, filter);
        prefix(directory, filter).ifPresent(prefix -> {
            if (fewNames) {
                Listing.Query named = directory.named(filter, prefix);
                listing.where(directory.namedColumn(filter) + " {among}" + named.sql() + "{/among}", named.array());
            } else {
                listing.where(
                        prefix.filter(directory.narrowing(filter)),
                        prefix.bounds().toArray());
            }
        });
        return listing.page("p.*", after, request);
    }

    static Listing.Query countQuery(Directory directory, ProfileFilter filter) {
        Listing listing = listing(directory, filter);
        prefix(directory, filter)
                .ifPresent(prefix -> listing.where(
                        prefix.condition(directory.narrowing(filter)),
                        prefix.bounds().toArray()));
        return listing.count();
    }

    private static boolean hasFewNames(Sql sql, Directory directory, ProfileFilter filter) throws SQLException {
        Optional<NamePrefix> prefix = prefix(directory, filter);
        if (prefix.isEmpty() || filter.sharedWith().isPresent()) {
            return false;
        }
        Listing.Query named = directory.named(filter, prefix.get());
        String most = " LIMIT " + (Listing.FEW + 1);
        return sql.number("SELECT count(*) AS n FROM (" + named.sql() + most + ") AS named", named.array())
                <= Listing.FEW;
    }

    private static Listing listing(Directory directory, ProfileFilter filter) {
        Listing listing = directory.listing(filter);
        filter.category().ifPresent(category -> listing.where(directory.narrowing(filter) + ".category = ?", category));
        return listing;
    }

    private static Optional<NamePrefix> prefix(Directory directory, ProfileFilter filter) {
        return filter.namePrefix().filter(text -> !text.isEmpty()).map(directory::prefix);
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
