package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Which contents a profile's versions refer to, as ranges of versions, so that a sweep spares them. */
record VersionContents(String organisation, UUID profile) {

    /** The contents of a version. */
    Set<Digest> of(Sql sql, int version) throws SQLException {
        return new HashSet<>(sql.list(
                "SELECT digest FROM version_content WHERE organisation = ? AND profile_id = ? AND first_version <= ?"
                        + " AND (last_version IS NULL OR last_version >= ?)",
                row -> row.digest("digest"),
                organisation,
                profile,
                version,
                version));
    }

    /** Adds the next version: what it has no longer ends with the one before, what is new begins with it. */
    void add(Sql sql, int version, Set<Digest> contents) throws SQLException {
        Set<Digest> latest = latest(sql);
        sql.contents().end(sql, this, version - 1, without(latest, contents));
        sql.contents().begin(sql, this, version, without(contents, latest));
    }

    /** Removes what every version refers to. */
    void delete(Sql sql) throws SQLException {
        sql.update("DELETE FROM version_content WHERE organisation = ? AND profile_id = ?", organisation, profile);
    }

    private Set<Digest> latest(Sql sql) throws SQLException {
        return new HashSet<>(sql.list(
                "SELECT digest FROM version_content WHERE organisation = ? AND profile_id = ?"
                        + " AND last_version IS NULL",
                row -> row.digest("digest"),
                organisation,
                profile));
    }

    private static Set<Digest> without(Set<Digest> digests, Set<Digest> others) {
        Set<Digest> rest = new HashSet<>(digests);
        rest.removeAll(others);
        return rest;
    }
}
