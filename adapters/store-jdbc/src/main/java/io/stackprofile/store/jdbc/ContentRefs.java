package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.SuggestionId;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which contents a draft, suggestion or instance refers to, so that a sweep spares them.
 *
 * @param organisation whose
 * @param holder kind and id of the record
 */
record ContentRefs(String organisation, String holder) {

    /** The column {@code number} of a holder that has no versions. */
    private static final int NUMBER = 0;

    static ContentRefs of(String organisation, DraftId draft) {
        return new ContentRefs(organisation, "draft:" + draft);
    }

    static ContentRefs of(String owner, SuggestionId suggestion) {
        return new ContentRefs(owner, "suggestion:" + suggestion);
    }

    static ContentRefs of(String organisation, InstantiationId instance) {
        return new ContentRefs(organisation, "instance:" + instance);
    }

    /**
     * A column {@code contents} for a query of holders; read it with {@link #map}.
     *
     * @param organisation SQL that gives the holder's organisation
     * @param holder SQL that gives the holder
     */
    static String column(String organisation, String holder) {
        return "(SELECT group_concat(hex(r.digest), '') FROM content_ref r WHERE r.organisation = " + organisation
                + " AND r.holder = " + holder + " AND r.number = " + NUMBER + ") AS contents";
    }

    static Set<Digest> map(Row row) throws SQLException {
        return Digests.ofHex(row.optionalText("contents").orElse(""));
    }

    void insert(Sql sql, Set<Digest> digests) throws SQLException {
        sql.batch("INSERT INTO content_ref (organisation, holder, number, digest) VALUES (?, ?, ?, ?)", rows(digests));
    }

    /** Leaves alone what stays, so that an edit of one member writes one row. */
    void replace(Sql sql, Set<Digest> digests) throws SQLException {
        Set<Digest> earlier = new HashSet<>(sql.list(
                "SELECT digest FROM content_ref WHERE organisation = ? AND holder = ? AND number = ?",
                row -> row.digest("digest"),
                organisation,
                holder,
                NUMBER));
        sql.batch(
                "DELETE FROM content_ref WHERE organisation = ? AND holder = ? AND number = ? AND digest = ?",
                rows(without(earlier, digests)));
        insert(sql, without(digests, earlier));
    }

    /** Removes the holder's references. */
    void delete(Sql sql) throws SQLException {
        sql.update("DELETE FROM content_ref WHERE organisation = ? AND holder = ?", organisation, holder);
    }

    private List<Object[]> rows(Set<Digest> digests) {
        return digests.stream()
                .map(digest -> new Object[] {organisation, holder, NUMBER, digest})
                .toList();
    }

    private static Set<Digest> without(Set<Digest> digests, Set<Digest> others) {
        Set<Digest> rest = new HashSet<>(digests);
        rest.removeAll(others);
        return rest;
    }
}
