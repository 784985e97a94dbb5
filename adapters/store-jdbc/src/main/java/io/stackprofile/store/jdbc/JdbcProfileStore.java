package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Profiles and versions in tables. A write checks and changes under the one write lock, so checks hold until commit. */
final class JdbcProfileStore implements ProfileStore {

    private static final String SELECT = "SELECT " + ProfileRows.COLUMNS + " FROM profile WHERE organisation = ?";
    private final Transactions transactions;

    JdbcProfileStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public ProfileRecord create(String requestKey, ProfileRecord profile, VersionRecord first) {
        return transactions.write("create a profile", sql -> {
            Optional<ProfileRecord> earlier = answered(sql, profile.organisation(), requestKey);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            Conflicts.require(profile.revision() == 1, "a new profile has revision 1");
            Conflicts.require(
                    first.header().number() == 1 && profile.latestVersion() == 1,
                    "a new profile's version has number 1");
            requireFreeName(sql, profile);
            if (sql.exists("SELECT 1 FROM profile WHERE id = ?", profile.id().value())) {
                throw Conflicts.exists("profile " + profile.id());
            }
            ProfileRows.insert(sql, profile);
            JdbcHistoryStore.add(sql, profile);
            return answer(sql, requestKey, profile, first);
        });
    }

    @Override
    public ProfileRecord append(
            String requestKey, long expectedRevision, ProfileRecord changed, VersionRecord version) {
        return transactions.write("append a version", sql -> {
            Optional<ProfileRecord> earlier = answered(sql, changed.organisation(), requestKey);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            ProfileRecord current = requireRevision(sql, changed.organisation(), changed.id(), expectedRevision);
            requireNextRevision(expectedRevision, changed);
            int number = version.header().number();
            if (number != current.latestVersion() + 1) {
                throw Conflicts.stale(
                        "the next version of profile " + changed.id(), number, current.latestVersion() + 1L);
            }
            Conflicts.require(changed.latestVersion() == number, "latestVersion is the new version's number");
            write(sql, changed);
            return answer(sql, requestKey, changed, version);
        });
    }

    @Override
    public ProfileRecord update(long expectedRevision, ProfileRecord changed) {
        return transactions.write("update a profile", sql -> {
            requireSameVersions(sql, expectedRevision, changed);
            return write(sql, changed);
        });
    }

    @Override
    public ProfileRecord deprecate(
            long expectedRevision, ProfileRecord changed, int version, Optional<Deprecation> deprecation) {
        return transactions.write("deprecate a version", sql -> {
            requireSameVersions(sql, expectedRevision, changed);
            if (!VersionRows.deprecate(sql, changed.id(), version, deprecation)) {
                throw Conflicts.missing("version " + version + " of profile " + changed.id());
            }
            return write(sql, changed);
        });
    }

    @Override
    public void delete(long expectedRevision, ProfileRecord last) {
        transactions.write("delete a profile", sql -> {
            requireSameVersions(sql, expectedRevision, last);
            SuggestionRows.deleteOf(sql, last.id());
            VersionRows.delete(sql, last.organisation(), last.id());
            ProfileRows.delete(sql, last.id());
            JdbcHistoryStore.add(sql, last);
            return last;
        });
        transactions.forgetDeleted();
    }

    @Override
    public Optional<ProfileRecord> find(String organisation, ProfileKey key) {
        return transactions.read("find a profile", sql -> {
            if (key instanceof ProfileKey.ById byId) {
                return find(sql, organisation, byId.id());
            }
            String name = ((ProfileKey.ByName) key).name();
            return sql.first(SELECT + " AND name = ?", ProfileRows::map, organisation, name);
        });
    }

    @Override
    public Optional<VersionRecord> version(String organisation, ProfileId id, int number) {
        return transactions.read("read a version", sql -> VersionRows.find(sql, organisation, id, number));
    }

    @Override
    public List<VersionHeader> versions(String organisation, ProfileId id) {
        return transactions.read("list versions", sql -> VersionRows.headers(sql, organisation, id));
    }

    private static Optional<ProfileRecord> find(Sql sql, String organisation, ProfileId id) throws SQLException {
        return sql.first(SELECT + " AND id = ?", ProfileRows::map, organisation, id.value());
    }

    /** What a request of this key was answered before ([PS-4]). */
    private static Optional<ProfileRecord> answered(Sql sql, String organisation, String requestKey)
            throws SQLException {
        return sql.first(
                "SELECT " + ProfileRows.COLUMNS + " FROM profile_request WHERE organisation = ? AND request_key = ?",
                ProfileRows::map,
                organisation,
                requestKey);
    }

    private static ProfileRecord write(Sql sql, ProfileRecord changed) throws SQLException {
        requireFreeName(sql, changed);
        ProfileRows.replace(sql, changed);
        JdbcHistoryStore.add(sql, changed);
        return changed;
    }

    private static ProfileRecord answer(Sql sql, String requestKey, ProfileRecord profile, VersionRecord version)
            throws SQLException {
        VersionRows.insert(sql, profile.organisation(), profile.id(), version);
        ProfileRows.insertAnswer(sql, requestKey, profile);
        return profile;
    }

    private static ProfileRecord requireRevision(Sql sql, String organisation, ProfileId id, long expected)
            throws SQLException {
        ProfileRecord current = find(sql, organisation, id).orElseThrow(() -> Conflicts.missing("profile " + id));
        if (current.revision() != expected) {
            throw Conflicts.stale("profile " + id, expected, current.revision());
        }
        return current;
    }

    /** Requires a change that adds no version. */
    private static void requireSameVersions(Sql sql, long expectedRevision, ProfileRecord changed) throws SQLException {
        ProfileRecord current = requireRevision(sql, changed.organisation(), changed.id(), expectedRevision);
        requireNextRevision(expectedRevision, changed);
        Conflicts.require(changed.latestVersion() == current.latestVersion(), "only an append changes latestVersion");
    }

    private static void requireNextRevision(long expectedRevision, ProfileRecord changed) {
        Conflicts.require(changed.revision() == expectedRevision + 1, "a changed profile carries the next revision");
    }

    private static void requireFreeName(Sql sql, ProfileRecord wanted) throws SQLException {
        if (sql.exists(
                "SELECT 1 FROM profile WHERE organisation = ? AND name = ? AND id <> ?",
                wanted.organisation(),
                wanted.name(),
                wanted.id().value())) {
            throw Conflicts.nameTaken(wanted.name());
        }
    }
}
