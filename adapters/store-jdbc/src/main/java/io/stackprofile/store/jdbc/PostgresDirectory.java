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

    private static final String ITS_PROFILE = " JOIN profile p ON p.organisation = %1$s AND p.id = %2$s";

    @Override
    public boolean claim(Sql sql, ProfileRecord profile) throws SQLException {
        return sql.update(
                        "INSERT INTO profile_owner (profile_id, organisation) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        profile.id().value(),
                        profile.organisation())
                == 1;
    }

    @Override
    public Optional<String> owner(Sql sql, ProfileId profile) throws SQLException {
        return sql.first(
                "SELECT organisation FROM profile_owner WHERE profile_id = ?",
                row -> row.text("organisation"),
                profile.value());
    }

    @Override
    public void add(Sql sql, ProfileRecord profile) throws SQLException {
        UUID id = profile.id().value();
        String owner = profile.organisation();
        List<String> tags = List.copyOf(new HashSet<>(profile.tags()));
        sql.batch(
                "INSERT INTO profile_tag (organisation, tag, profile_id) VALUES (?, ?, ?)",
                tags.stream().map(tag -> new Object[] {owner, tag, id}).toList());
        sql.batch(
                "INSERT INTO profile_share (organisation, profile_id, owner) VALUES (?, ?, ?)",
                new HashSet<>(profile.sharedWith())
                        .stream()
                                .map(reader -> new Object[] {reader, id, owner})
                                .toList());
        if (profile.visibility() == Visibility.PUBLIC) {
            sql.update(
                    "INSERT INTO public_profile (profile_id, organisation, name, category) VALUES (?, ?, ?, ?)",
                    id,
                    owner,
                    profile.name(),
                    profile.category());
            sql.batch(
                    "INSERT INTO public_profile_tag (tag, profile_id, organisation) VALUES (?, ?, ?)",
                    tags.stream().map(tag -> new Object[] {tag, id, owner}).toList());
        }
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
    public void addHolder(Sql sql, InstantiationRecord instance) throws SQLException {
        sql.update(
                "INSERT INTO instance_holder (profile_id, organisation) VALUES (?, ?) ON CONFLICT DO NOTHING",
                instance.profileId().value(),
                instance.organisation());
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
