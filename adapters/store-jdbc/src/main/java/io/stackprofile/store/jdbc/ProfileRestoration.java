package io.stackprofile.store.jdbc;

import io.stackprofile.error.ConflictException;
import io.stackprofile.spi.store.ProfileRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes profiles of a copy as they are, over an earlier state of them too: a name that one of them gave up since is
 * another's now, whatever the order they come in.
 */
final class ProfileRestoration {

    private final Sql sql;

    ProfileRestoration(Sql sql) {
        this.sql = sql;
    }

    /** Adds profiles, or replaces those whose id is there; a name that a profile not among them has is refused. */
    void restore(List<ProfileRecord> profiles) throws SQLException {
        List<ProfileRecord> rest = add(profiles);
        if (rest.isEmpty()) {
            return;
        }
        List<ProfileRecord> there = new ArrayList<>();
        List<ProfileRecord> absent = new ArrayList<>();
        for (ProfileRecord profile : rest) {
            (revision(profile).isPresent() ? there : absent).add(profile);
        }
        replace(there);
        List<ProfileRecord> refused = add(absent);
        if (!refused.isEmpty()) {
            throw refusal(refused.get(0));
        }
    }

    /** Adds what can be added; the rest. */
    private List<ProfileRecord> add(List<ProfileRecord> profiles) throws SQLException {
        boolean[] added = ProfileRows.insertAll(sql, profiles);
        List<ProfileRecord> fresh = new ArrayList<>();
        List<ProfileRecord> rest = new ArrayList<>();
        for (int i = 0; i < added.length; i++) {
            (added[i] ? fresh : rest).add(profiles.get(i));
        }
        sql.directory().claimAll(sql, fresh);
        sql.directory().add(sql, fresh);
        return rest;
    }

    private void replace(List<ProfileRecord> profiles) throws SQLException {
        giveUpNames(profiles);
        for (ProfileRecord profile : profiles) {
            if (isNameTaken(profile)) {
                throw Conflicts.nameTaken(profile.name());
            }
            long revision = revision(profile).orElseThrow(LostRaceException::new);
            if (!ProfileRows.replace(sql, revision, profile)) {
                throw new LostRaceException();
            }
        }
    }

    /** Until each has its own again, its id stands in for its name. */
    private void giveUpNames(List<ProfileRecord> profiles) throws SQLException {
        sql.batch(
                "UPDATE profile SET name = ? WHERE organisation = ? AND id = ? AND name <> ?",
                profiles.stream()
                        .map(profile -> new Object[] {
                            profile.id().toString(),
                            profile.organisation(),
                            profile.id().value(),
                            profile.name()
                        })
                        .toList());
    }

    private Optional<Long> revision(ProfileRecord profile) throws SQLException {
        return sql.first(
                "SELECT revision FROM profile WHERE organisation = ? AND id = ?",
                row -> row.number("revision"),
                profile.organisation(),
                profile.id().value());
    }

    private boolean isNameTaken(ProfileRecord profile) throws SQLException {
        return sql.exists(
                "SELECT 1 FROM profile WHERE organisation = ? AND name = ? AND id <> ?",
                profile.organisation(),
                profile.name(),
                profile.id().value());
    }

    private ConflictException refusal(ProfileRecord profile) throws SQLException {
        return sql.directory().owner(sql, profile.id()).isPresent()
                ? Conflicts.exists("profile " + profile.id())
                : Conflicts.nameTaken(profile.name());
    }
}
