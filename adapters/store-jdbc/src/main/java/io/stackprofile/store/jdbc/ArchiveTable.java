package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.StoredItem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A table as a copy reads it, in the order of its key, some megabytes at a time.
 *
 * @param key the columns of the key
 * @param from the tables to read
 * @param size SQL that estimates the bytes of a row's item
 * @param columns what is read of a row, the key's columns among it
 * @param mapper makes the item of a row
 */
record ArchiveTable(List<Column> key, String from, String size, String columns, Mapper mapper) {

    /** In the order in which what they hold can be restored. */
    static final List<ArchiveTable> ALL = List.of(
            new ArchiveTable(
                    List.of(Column.text("c.organisation"), Column.digest("c.digest")),
                    "content c JOIN content_text t ON {text of content}",
                    "t.size",
                    "c.organisation, c.digest, c.touched_at, t.size, t.deflated",
                    (sql, row) -> new StoredItem.Text(
                            row.text("organisation"),
                            row.digest("digest"),
                            row.inflated("size", "deflated"),
                            row.instant("touched_at"))),
            new ArchiveTable(
                    List.of(Column.text("p.organisation"), Column.id("p.id")),
                    "profile p",
                    "length(p.description)",
                    "p.*",
                    (sql, row) -> new StoredItem.Profile(ProfileRows.map(row))),
            new ArchiveTable(
                    List.of(Column.text("v.organisation"), Column.id("v.profile_id"), Column.number("v.number")),
                    "profile_version v",
                    "coalesce(length(v.pieces), 0) * 128 + coalesce(length({earlier document}), 0)",
                    "v.organisation, v.profile_id, v.number",
                    (sql, row) -> version(sql, row.text("organisation"), row.id("profile_id"), row.integer("number"))),
            new ArchiveTable(
                    List.of(Column.text("r.organisation"), Column.text("r.request_key")),
                    "profile_request r",
                    "length(r.description)",
                    "r.*",
                    (sql, row) -> new StoredItem.Answer(row.text("request_key"), ProfileRows.map(row))),
            new ArchiveTable(
                    List.of(Column.text("h.organisation"), Column.id("h.profile_id"), Column.number("h.revision")),
                    "profile_history h",
                    "length(h.change)",
                    "h.*",
                    (sql, row) -> new StoredItem.History(JdbcHistoryStore.map(row))),
            new ArchiveTable(
                    List.of(Column.text("d.organisation"), Column.id("d.id")),
                    "draft d",
                    "length(d.document)",
                    DraftRows.COLUMNS,
                    (sql, row) -> new StoredItem.Draft(DraftRows.map(row))),
            new ArchiveTable(
                    List.of(Column.id("s.id")),
                    "suggestion s",
                    "length(s.proposal)",
                    SuggestionRows.COLUMNS,
                    (sql, row) -> new StoredItem.Suggestion(SuggestionRows.map(row))),
            new ArchiveTable(
                    List.of(Column.text("i.organisation"), Column.id("i.id")),
                    "instantiation i",
                    "length(i.document)",
                    InstantiationRows.COLUMNS,
                    (sql, row) -> new StoredItem.Instance(InstantiationRows.map(row))));

    private static final int ROWS = 1_000;
    private static final long BYTES = 8 << 20;

    /** Makes the item of a row. */
    @FunctionalInterface
    interface Mapper {
        StoredItem map(Sql sql, Row row) throws SQLException;
    }

    /** A row's key and its item. */
    record Entry(List<String> key, StoredItem item) {}

    /** A column of a key, whose values stand in cursors as text. */
    record Column(String name, Kind kind) {

        private enum Kind {
            TEXT,
            ID,
            NUMBER,
            DIGEST
        }

        static Column text(String name) {
            return new Column(name, Kind.TEXT);
        }

        static Column id(String name) {
            return new Column(name, Kind.ID);
        }

        static Column number(String name) {
            return new Column(name, Kind.NUMBER);
        }

        static Column digest(String name) {
            return new Column(name, Kind.DIGEST);
        }

        Object bound(String text) {
            return switch (kind) {
                case TEXT -> text;
                case ID -> UUID.fromString(text);
                case NUMBER -> Long.valueOf(text);
                case DIGEST -> Digest.of(text);
            };
        }

        String shown(Row row) throws SQLException {
            String column = name.substring(name.indexOf('.') + 1);
            return switch (kind) {
                case TEXT -> row.text(column);
                case ID -> row.id(column).toString();
                case NUMBER -> Long.toString(row.number(column));
                case DIGEST -> row.digest(column).text();
            };
        }
    }

    /** Whether a cursor of this table may hold {@code key}. */
    boolean hasKey(List<String> values) {
        if (!values.isEmpty()) {
            bound(values);
        }
        return values.isEmpty() || values.size() == key.size();
    }

    /** The rows behind {@code after}, or the first; empty only at the end. */
    List<Entry> after(Sql sql, List<String> after) throws SQLException {
        List<String> last = lastWithin(sql, after);
        if (last.isEmpty()) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>(bound(after));
        parameters.addAll(bound(last));
        String range = after.isEmpty() ? "" : names() + " > " + marks() + " AND ";
        return sql.list(
                "SELECT " + columns + " FROM " + from + " WHERE " + range + names() + " <= " + marks() + order(),
                row -> new Entry(shown(row), mapper.map(sql, row)),
                parameters.toArray());
    }

    /** The key up to which rows are no more than a page; none when there are no rows. */
    private List<String> lastWithin(Sql sql, List<String> after) throws SQLException {
        record Sized(List<String> key, long size) {}
        String range = after.isEmpty() ? "" : " WHERE " + names() + " > " + marks();
        List<Sized> rows = sql.list(
                "SELECT " + String.join(", ", key.stream().map(Column::name).toList()) + ", " + size
                        + " AS estimate FROM " + from + range + order() + " LIMIT " + ROWS,
                row -> new Sized(shown(row), row.number("estimate")),
                bound(after).toArray());
        long bytes = 0;
        for (int i = 0; i < rows.size(); i++) {
            bytes += rows.get(i).size();
            if (bytes > BYTES && i > 0) {
                return rows.get(i - 1).key();
            }
        }
        return rows.isEmpty() ? List.of() : rows.get(rows.size() - 1).key();
    }

    private static StoredItem version(Sql sql, String organisation, UUID profile, int number) throws SQLException {
        ProfileId id = new ProfileId(profile);
        return new StoredItem.Version(
                organisation,
                id,
                VersionRows.find(sql, organisation, id, number)
                        .orElseThrow(() -> new UnreadableRowException("number")));
    }

    private List<String> shown(Row row) throws SQLException {
        List<String> shown = new ArrayList<>();
        for (Column column : key) {
            shown.add(column.shown(row));
        }
        return shown;
    }

    private List<Object> bound(List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> Objects.requireNonNull(key.get(i).bound(values.get(i))))
                .toList();
    }

    private String names() {
        return "(" + String.join(", ", key.stream().map(Column::name).toList()) + ")";
    }

    private String marks() {
        return "(" + String.join(", ", Collections.nCopies(key.size(), "?")) + ")";
    }

    private String order() {
        return " ORDER BY " + String.join(", ", key.stream().map(Column::name).toList());
    }
}
