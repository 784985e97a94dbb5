package io.stackprofile.store.jdbc;

import java.util.List;

/**
 * What names start with, as a range.
 *
 * @param indexed the value that an index serves, with {@code %s} for the table
 * @param unindexed the same value in words that no index serves, so that a listing is walked newest first
 * @param bounds the least that starts so and, if there is one, the least above all that do
 */
record NamePrefix(String indexed, String unindexed, List<String> bounds) {

    /** The condition that an index serves. */
    String condition(String table) {
        return condition(indexed, table);
    }

    /** The condition that no index serves. */
    String filter(String table) {
        return condition(unindexed, table);
    }

    private String condition(String pattern, String table) {
        String value = pattern.replace("%s", table);
        return bounds.size() == 1 ? value + " >= ?" : value + " >= ? AND " + value + " < ?";
    }
}
