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

/**
 * Profiles and versions in tables. A write checks, so that a refusal says what it is, then changes on the condition that
 * was checked: another write may come in between, and what it leaves is checked again.
 */
final class JdbcProfileStore implements ProfileStore {

    private static final String SELECT = "SELECT " + ProfileRows.COLUMNS + " FROM profile WHERE organisation = ?";
    private final Transactions transactions;

    JdbcProfileStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public ProfileRecord create(String requestKey, ProfileRecord profile, VersionRecord first) {
        requireStorable(requestKey, profile, first);
        return transactions.write("create a profile", sql -> {
            Optional<ProfileRecord> earlier = answered(sql, profile.organisation(), requestKey);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            Conflicts.require(profile.revision() == 1, "a new profile has revision 1");
            Conflicts.require(
                    first.header().number() == 1 && profile.latestVersion() == 1,
                    "a new profile's version has number 1");
            answer(sql, requestKey, profile);
            requireFreeName(sql, profile);
            if (!sql.directory().claim(sql, profile)) {
                throw Conflicts.exists("profile " + profile.id());
            }
            requireWon(ProfileRows.insert(sql, profile));
            JdbcHistoryStore.add(sql, profile);
            VersionRows.insert(sql, profile.organisation(), profile.id(), first);
            return profile;
        });
    }

    @Override
    public ProfileRecord append(
            String requestKey, long expectedRevision, ProfileRecord changed, VersionRecord version) {
        requireStorable(requestKey, changed, version);
        return transactions.write("append a version", sql -> {
            Optional<ProfileRecord> earlier = answered(sql, changed.organisation(), requestKey);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            answer(sql, requestKey, changed);
            ProfileRecord current = requireRevision(sql, changed.organisation(), changed.id(), expectedRevision);
            requireNextRevision(expectedRevision, changed);
            int number = version.header().number();
            if (number != current.latestVersion() + 1) {
                throw Conflicts.stale(
                        "the next version of profile " + changed.id(), number, current.latestVersion() + 1L);
            }
            Conflicts.require(changed.latestVersion() == number, "latestVersion is the new version's number");
            write(sql, expectedRevision, changed);
            VersionRows.insert(sql, changed.organisation(), changed.id(), version);
            return changed;
        });
    }

    @Override
    public ProfileRecord update(long expectedRevision, ProfileRecord changed) {
        ProfileRows.require(texts(changed), changed);
        return transactions.write("update a profile", sql -> {
            requireSameVersions(sql, expectedRevision, changed);
            return write(sql, expectedRevision, changed);
        });
    }

    @Override
    public ProfileRecord deprecate(
            long expectedRevision, ProfileRecord changed, int version, Optional<Deprecation> deprecation) {
        ProfileRows.require(texts(changed), changed);
        deprecation.ifPresent(why -> VersionRows.require(texts(changed), why));
        return transactions.write("deprecate a version", sql -> {
            requireSameVersions(sql, expectedRevision, changed);
            write(sql, expectedRevision, changed);
            if (!VersionRows.deprecate(sql, changed.organisation(), changed.id(), version, deprecation)) {
                throw Conflicts.missing("version " + version + " of profile " + changed.id());
            }
            return changed;
        });
    }

    @Override
    public void delete(long expectedRevision, ProfileRecord last) {
        ProfileRows.require(texts(last), last);
        transactions.write("delete a profile", sql -> {
            requireSameVersions(sql, expectedRevision, last);
            requireWon(ProfileRows.delete(sql, expectedRevision, last.organisation(), last.id()));
            VersionRows.delete(sql, last.organisation(), last.id());
            SuggestionRows.deleteOf(sql, last.organisation(), last.id());
            JdbcHistoryStore.add(sql, last);
            return last;
        });
        transactions.forgetDeleted();
    }

    @Override
    public Optional<ProfileRecord> find(String organisation, ProfileKey key) {
        return transactions.look("find a profile", sql -> {
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
        return transactions.look("list versions", sql -> VersionRows.headers(sql, organisation, id));
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

    private static ProfileRecord write(Sql sql, long expectedRevision, ProfileRecord changed) throws SQLException {
        requireFreeName(sql, changed);
        requireWon(ProfileRows.replace(sql, expectedRevision, changed));
        JdbcHistoryStore.add(sql, changed);
        return changed;
    }

    /**
     * Takes the key before anything is checked: requests of one key that race wait here and are answered alike, where a
     * check would find what the first of them made and refuse it.
     */
    private static void answer(Sql sql, String requestKey, ProfileRecord profile) throws SQLException {
        requireWon(ProfileRows.insertAnswer(sql, requestKey, profile));
    }

    /** Has the transaction run again where a condition no longer held; its checks then say which. */
    private static void requireWon(boolean changed) throws LostRaceException {
        if (!changed) {
            throw new LostRaceException();
        }
    }

    private void requireStorable(String requestKey, ProfileRecord profile, VersionRecord version) {
        StorableTexts texts = texts(profile).require("request key", requestKey);
        ProfileRows.require(texts, profile);
        VersionRows.require(texts, version);
    }

    private StorableTexts texts(ProfileRecord profile) {
        return transactions.texts("profile " + profile.id());
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
