package io.stackprofile.store.jdbc;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
        Listing.Query query = pageQuery(filter, keyset.after(request), request);
        List<ProfileRecord> read =
                transactions.read("list profiles", sql -> sql.list(query.sql(), ProfileRows::map, query.array()));
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

    static Listing.Query pageQuery(ProfileFilter filter, Optional<UUID> after, PageRequest request) {
        return listing(filter).page("p.*", after, request);
    }

    static Listing.Query countQuery(ProfileFilter filter) {
        return listing(filter).count();
    }

    private static Listing listing(ProfileFilter filter) {
        Listing listing = filter.tag().isPresent()
                ? new Listing("profile_tag t CROSS JOIN profile p ON p.id = t.profile_id", "t.profile_id")
                : new Listing("profile p", "p.id");
        filter.tag().ifPresent(tag -> listing.where("t.tag = ?", tag));
        filter.organisation().ifPresent(organisation -> {
            listing.where("p.organisation = ?", organisation);
            filter.tag().ifPresent(tag -> listing.where("t.organisation = ?", organisation));
        });
        filter.category().ifPresent(category -> listing.where("p.category = ?", category));
        // A literal, not a parameter: only so does the database see that the index over public profiles serves.
        filter.visibility().ifPresent(visibility -> listing.where("p.visibility = '" + visibility.name() + "'"));
        filter.namePrefix().filter(prefix -> !prefix.isEmpty()).ifPresent(prefix -> prefixed(listing, filter, prefix));
        return listing;
    }

    /** The names come from their own index, as a list of ids: else all of an organisation's profiles would be read. */
    private static void prefixed(Listing listing, ProfileFilter filter, String prefix) {
        byte[] least = StoredText.bytes(prefix);
        byte[] above = least.clone();
        above[above.length - 1]++; // no encoded character has a byte 0xFF
        String named = "n.visibility = 'PUBLIC'";
        List<Object> parameters = new ArrayList<>();
        if (filter.organisation().isPresent()) {
            named = "n.organisation = ?";
            parameters.add(filter.organisation().get());
        }
        parameters.add(HEX.formatHex(least));
        parameters.add(HEX.formatHex(above));
        listing.where(
                "p.id IN (SELECT n.id FROM profile n WHERE " + named + " AND hex(n.name) >= ? AND hex(n.name) < ?)",
                parameters.toArray());
    }

    private static Keyset keyset(ProfileFilter filter) {
        return new Keyset(
                "profiles",
                List.of(
                        filter.organisation(),
                        filter.namePrefix(),
                        filter.category(),
                        filter.tag(),
                        filter.visibility().map(Enum::name)));
    }
}
