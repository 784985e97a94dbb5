package io.stackprofile.store.jdbc;

import io.stackprofile.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Builds the query of a listing from its conditions. */
final class Listing {

    /**
     * Up to so many matches of a condition are looked up by the condition's own index and sorted. With more, the listing
     * is walked newest first and tested on the way: then a page's worth of matches is never far apart on average.
     */
    static final int FEW = 1_000;

    /** The first page has a bound as the others have, so that the database plans it as it plans them. */
    private static final UUID LAST = new UUID(-1, -1);

    private final String from;
    private final String id;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /**
     * Starts without conditions.
     *
     * @param from the tables
     * @param id the column that orders the listing
     */
    Listing(String from, String id) {
        this.from = from;
        this.id = id;
    }

    /** A query and what is bound to it. */
    record Query(String sql, List<Object> parameters) {

        Object[] array() {
            return parameters.toArray();
        }
    }

    Listing where(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    /** One row more than the page holds, to know whether there is a next page. */
    Query page(String columns, Optional<UUID> after, PageRequest request) {
        where(id + (after.isPresent() ? " < ?" : " <= ?"), after.orElse(LAST));
        parameters.add(request.size() + 1);
        return new Query(select(columns) + " ORDER BY " + id + " DESC LIMIT ?", List.copyOf(parameters));
    }

    Query count() {
        return new Query(select("count(*) AS n"), List.copyOf(parameters));
    }

    private String select(String columns) {
        String query = "SELECT " + columns + " FROM " + from;
        return conditions.isEmpty() ? query : query + " WHERE " + String.join(" AND ", conditions);
    }
}
