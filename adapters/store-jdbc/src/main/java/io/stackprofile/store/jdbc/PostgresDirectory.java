package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** In PostgreSQL, tables of their own, kept in the transaction of each change: all else is keyed by organisation. */
final class PostgresDirectory implements Directory {

    /** A SELECT, so that a batch says which were added whatever PostgreSQL's driver joins ({@link ProfileRows}). */
    private static final String CLAIM =
            "INSERT INTO profile_owner (profile_id, organisation) SELECT ?, ? WHERE true ON CONFLICT DO NOTHING";

    private static final String ITS_PROFILE = " JOIN profile p ON p.organisation = %1$s AND p.id = %2$s";

    @Override
    public boolean claim(Sql sql, ProfileRecord profile) throws SQLException {
        return sql.update(CLAIM, profile.id().value(), profile.organisation()) == 1;
    }

    @Override
    public void claimAll(Sql sql, List<ProfileRecord> profiles) throws SQLException {
        int[] claimed = sql.batch(
                CLAIM,
                profiles.stream()
                        .map(profile -> new Object[] {profile.id().value(), profile.organisation()})
                        .toList());
        for (int i = 0; i < claimed.length; i++) {
            if (claimed[i] != 1) {
                throw Conflicts.exists("profile " + profiles.get(i).id());
            }
        }
    }

    @Override
    public Optional<String> owner(Sql sql, ProfileId profile) throws SQLException {
        return sql.first(
                "SELECT organisation FROM profile_owner WHERE profile_id = ?",
                row -> row.text("organisation"),
                profile.value());
    }

    @Override
    public void add(Sql sql, List<ProfileRecord> profiles) throws SQLException {
        List<Object[]> tags = new ArrayList<>();
        List<Object[]> readers = new ArrayList<>();
        List<Object[]> open = new ArrayList<>();
        List<Object[]> openTags = new ArrayList<>();
        for (ProfileRecord profile : profiles) {
            UUID id = profile.id().value();
            String owner = profile.organisation();
            boolean isPublic = profile.visibility() == Visibility.PUBLIC;
            for (String tag : new HashSet<>(profile.tags())) {
                tags.add(new Object[] {owner, tag, id});
                if (isPublic) {
                    openTags.add(new Object[] {tag, id, owner});
                }
            }
            new HashSet<>(profile.sharedWith()).forEach(reader -> readers.add(new Object[] {reader, id, owner}));
            if (isPublic) {
                open.add(new Object[] {id, owner, profile.name(), profile.category()});
            }
        }
        sql.batch("INSERT INTO profile_tag (organisation, tag, profile_id) VALUES (?, ?, ?)", tags);
        sql.batch("INSERT INTO profile_share (organisation, profile_id, owner) VALUES (?, ?, ?)", readers);
        sql.batch("INSERT INTO public_profile (profile_id, organisation, name, category) VALUES (?, ?, ?, ?)", open);
        sql.batch("INSERT INTO public_profile_tag (tag, profile_id, organisation) VALUES (?, ?, ?)", openTags);
    }

    @Override
    public void remove(Sql sql, String organisation, ProfileId profile) throws SQLException {
        sql.update("DELETE FROM profile_tag WHERE organisation = ? AND profile_id = ?", organisation, profile.value());
        sql.update("DELETE FROM profile_share WHERE profile_id = ?", profile.value());
        sql.update("DELETE FROM public_profile WHERE profile_id = ?", profile.value());
        sql.update("DELETE FROM public_profile_tag WHERE profile_id = ?", profile.value());
    }

    @Override
    public void release(Sql sql, ProfileId profile) throws SQLException {
        sql.update("DELETE FROM profile_owner WHERE profile_id = ?", profile.value());
    }

    @Override
    public void addHolders(Sql sql, List<InstantiationRecord> instances) throws SQLException {
        record Holder(ProfileId profile, String organisation) {}
        sql.batch(
                "INSERT INTO instance_holder (profile_id, organisation) VALUES (?, ?) ON CONFLICT DO NOTHING",
                instances.stream()
                        .map(instance -> new Holder(instance.profileId(), instance.organisation()))
                        .distinct()
                        .map(holder -> new Object[] {holder.profile().value(), holder.organisation()})
                        .toList());
    }

    @Override
    public long instances(Sql sql, ProfileId profile) throws SQLException {
        return sql.number(
                "SELECT sum(c.total) AS n FROM instance_holder h JOIN instance_count c"
                        + " ON c.organisation = h.organisation AND c.profile_id = h.profile_id WHERE h.profile_id = ?",
                profile.value());
    }

    @Override
    public Listing listing(ProfileFilter filter) {
        Listing listing;
        if (filter.sharedWith().isPresent()) {
            listing = shared(filter, filter.sharedWith().get());
        } else if (filter.organisation().isPresent()) {
            listing = owned(filter);
        } else {
            return ofPublic(filter);
        }
        filter.organisation().ifPresent(organisation -> listing.where("p.organisation = ?", organisation));
        filter.visibility().ifPresent(visibility -> listing.where("p.visibility = ?", visibility));
        return listing;
    }

    private static Listing shared(ProfileFilter filter, String reader) {
        Listing listing = new Listing(
                        "profile_share s" + ITS_PROFILE.formatted("s.owner", "s.profile_id"), "s.profile_id")
                .where("s.organisation = ?", reader);
        filter.tag()
                .ifPresent(tag -> listing.where(
                        "EXISTS (SELECT 1 FROM profile_tag t WHERE t.organisation = p.organisation AND t.tag = ?"
                                + " AND t.profile_id = p.id)",
                        tag));
        return listing;
    }

    private static Listing owned(ProfileFilter filter) {
        if (filter.tag().isEmpty()) {
            return new Listing("profile p", "p.id");
        }
        return new Listing("profile_tag t" + ITS_PROFILE.formatted("t.organisation", "t.profile_id"), "t.profile_id")
                .where("t.tag = ?", filter.tag().get());
    }

    private static Listing ofPublic(ProfileFilter filter) {
        if (filter.tag().isEmpty()) {
            return new Listing(
                    "public_profile c" + ITS_PROFILE.formatted("c.organisation", "c.profile_id"), "c.profile_id");
        }
        return new Listing(
                        "public_profile_tag t" + ITS_PROFILE.formatted("t.organisation", "t.profile_id"),
                        "t.profile_id")
                .where("t.tag = ?", filter.tag().get());
    }

    @Override
    public String narrowing(ProfileFilter filter) {
        return isOfPublicTable(filter) ? "c" : "p";
    }

    private static boolean isOfPublicTable(ProfileFilter filter) {
        return filter.organisation().isEmpty()
                && filter.sharedWith().isEmpty()
                && filter.tag().isEmpty();
    }

    /** Text is compared by its bytes, and UTF-8 orders them as code points are ordered. */
    @Override
    public NamePrefix prefix(String text) {
        List<String> bounds = new ArrayList<>(List.of(text));
        int[] points = text.codePoints().toArray();
        for (int end = points.length; end > 0; end--) {
            int last = points[end - 1];
            if (last < Character.MAX_CODE_POINT) {
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                bounds.add(new String(points, 0, end - 1) + Character.toString(next));
                break;
            }
        }
        return new NamePrefix("%s.name", bounds);
    }

    @Override
    public Listing.Query named(ProfileFilter filter, NamePrefix prefix) {
        if (filter.organisation().isEmpty()) {
            return new Listing.Query(
                    "SELECT n.profile_id FROM public_profile n WHERE " + prefix.condition("n"),
                    List.copyOf(prefix.bounds()));
        }
        List<Object> parameters = new ArrayList<>(List.of(filter.organisation().get()));
        parameters.addAll(prefix.bounds());
        return new Listing.Query(
                "SELECT n.id FROM profile n WHERE n.organisation = ? AND " + prefix.condition("n"), parameters);
    }

    @Override
    public String namedColumn(ProfileFilter filter) {
        return isOfPublicTable(filter) ? "c.profile_id" : filter.tag().isPresent() ? "t.profile_id" : "p.id";
    }
}
