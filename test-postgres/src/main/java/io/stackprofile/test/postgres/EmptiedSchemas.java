package io.stackprofile.test.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Schemas that are used again and again in turn, with their rows removed in between: making tables takes many times as
 * long as a test. Thread-safe.
 */
public final class EmptiedSchemas {

    private final List<? extends DataSource> schemas;
    private final Set<String> kept;
    private int next;

    /**
     * Over data sources of one schema each.
     *
     * @param schemas as many as are used at the same time, or more
     * @param kept tables whose rows stay
     */
    public EmptiedSchemas(List<? extends DataSource> schemas, Set<String> kept) {
        this.schemas = List.copyOf(schemas);
        this.kept = Set.copyOf(kept);
    }

    /** The schema that was used the longest ago, without rows. */
    public synchronized DataSource next() {
        DataSource schema = schemas.get(next++ % schemas.size());
        try (Connection connection = schema.getConnection();
                Statement statement = connection.createStatement()) {
            StringBuilder script = new StringBuilder("BEGIN; SET LOCAL session_replication_role = replica;");
            for (String table : tables(statement)) {
                if (!kept.contains(table)) {
                    script.append("DELETE FROM ").append(table).append(";");
                }
            }
            statement.execute(script + "COMMIT");
        } catch (SQLException e) {
            throw new IllegalStateException("a schema was not emptied", e);
        }
        return schema;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
