package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Which contents a record refers to, so that a sweep spares them.
 *
 * @param organisation whose
 * @param holder kind and id of the record
 * @param number of a version; 0 otherwise
 */
record ContentRefs(String organisation, String holder, int number) {

    static ContentRefs of(String organisation, ProfileId profile, int version) {
        return new ContentRefs(organisation, "version:" + profile, version);
    }

    static ContentRefs of(String organisation, DraftId draft) {
        return new ContentRefs(organisation, "draft:" + draft, 0);
    }

    static ContentRefs of(String owner, SuggestionId suggestion) {
        return new ContentRefs(owner, "suggestion:" + suggestion, 0);
    }

    static ContentRefs of(String organisation, InstantiationId instance) {
        return new ContentRefs(organisation, "instance:" + instance, 0);
    }

    /**
     * A column {@code contents} for a query of holders; read it with {@link #map}.
     *
     * @param organisation SQL that gives the holder's organisation
     * @param holder SQL that gives the holder
     * @param number SQL that gives the holder's number
     */
    static String column(String organisation, String holder, String number) {
        return "(SELECT {digests} FROM content_ref r WHERE r.organisation = " + organisation + " AND r.holder = "
                + holder + " AND r.number = " + number + ") AS contents";
    }

    static Set<Digest> map(Row row) throws SQLException {
        return Digests.ofHex(row.optionalText("contents").orElse(""));
    }

    void insert(Sql sql, Set<Digest> digests) throws SQLException {
        if (!digests.isEmpty()) {
            sql.contents().refer(sql, this, digests);
        }
    }

    /** Leaves alone what stays, so that an edit of one member writes one row. */
    void replace(Sql sql, Set<Digest> digests) throws SQLException {
        Set<Digest> earlier = new HashSet<>(sql.list(
                "SELECT digest FROM content_ref WHERE organisation = ? AND holder = ? AND number = ?",
                row -> row.digest("digest"),
                organisation,
                holder,
                number));
        Set<Digest> rest = without(earlier, digests);
        if (!rest.isEmpty()) {
            sql.contents().release(sql, this, rest);
        }
        insert(sql, without(digests, earlier));
    }

    /** Removes the holder's references, of every number. */
    void delete(Sql sql) throws SQLException {
        sql.update("DELETE FROM content_ref WHERE organisation = ? AND holder = ?", organisation, holder);
    }

    private static Set<Digest> without(Set<Digest> digests, Set<Digest> others) {
        Set<Digest> rest = new HashSet<>(digests);
        rest.removeAll(others);
        return rest;
    }
}
