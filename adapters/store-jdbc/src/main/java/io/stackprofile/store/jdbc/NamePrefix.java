package io.stackprofile.store.jdbc;

import java.util.List;

/**
 * What names start with, as a range.
 *
 * @param value what is compared, with {@code %s} for the table
 * @param bounds the least that starts so and, if there is one, the least above all that do
 */
record NamePrefix(String value, List<String> bounds) {

    /** The condition, for an index over the value. */
    String condition(String table) {
        String compared = value.replace("%s", table);
        return bounds.size() == 1 ? compared + " >= ?" : compared + " >= ? AND " + compared + " < ?";
    }

    /** The condition in words that no index serves and no database takes for a narrow one, so that a listing is walked. */
    String filter(String table) {
        return "CASE WHEN " + condition(table) + " THEN true ELSE false END";
    }
}
