package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on one connection. Parameters are bound by their Java type: text, numbers, bytes, ids, digests,
 * instants, enums by name, and {@code Optional}s of these, empty as {@code NULL}; arrays of bytes and numbers where the
 * database has arrays.
 */
final class Sql {

    private final Connection connection;
    private final Dialect dialect;

    Sql(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Where contents and their references are. */
    ContentTables contents() {
        return dialect.contents();
    }

    /** Where what is found across organisations is. */
    Directory directory() {
        return dialect.directory();
    }

    /** Makes a value of one row. */
    @FunctionalInterface
    interface RowMapper<T> {
        T map(Row row) throws SQLException;
    }

    /** Every row. */
    <T> List<T> list(String sql, RowMapper<T> mapper, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(mapper.map(new Row(rows)));
                }
                return values;
            }
        }
    }

    /** The first row, if there is one. */
    <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(mapper.map(new Row(rows))) : Optional.empty();
            }
        }
    }

    /** Whether there is a row. */
    boolean exists(String sql, Object... parameters) throws SQLException {
        return first(sql, row -> true, parameters).isPresent();
    }

    /** The number in the first row's column {@code n}; 0 when there is no row. */
    long number(String sql, Object... parameters) throws SQLException {
        return first(sql, row -> row.number("n"), parameters).orElse(0L);
    }

    /** Changes rows; how many. */
    int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** Runs one statement for each row of parameters, as one batch; how many rows each changed. */
    int[] batch(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = prepare(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(dialect.spell(sql));
    }

    private void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            bind(statement, index, optional.orElse(null));
        } else if (value == null) {
            dialect.bindNull(statement, index);
        } else if (value instanceof String text) {
            dialect.bind(statement, index, text);
        } else if (value instanceof Number number) {
            statement.setLong(index, number.longValue());
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Object[] many) {
            String type = many instanceof byte[][] ? "bytea" : "int4";
            statement.setArray(index, connection.createArrayOf(type, many));
        } else if (value instanceof Digest digest) {
            statement.setBytes(index, Digests.bytes(digest));
        } else if (value instanceof Instant instant) {
            statement.setLong(index, Micros.of(instant));
        } else if (value instanceof UUID id) {
            dialect.bind(statement, index, id);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else {
            throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }
}
