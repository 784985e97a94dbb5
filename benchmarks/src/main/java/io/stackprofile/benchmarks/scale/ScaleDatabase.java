package io.stackprofile.benchmarks.scale;

import io.stackprofile.store.jdbc.JdbcStore;
import io.stackprofile.test.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;

/** A database with a store in it, and a connection of one's own beside the store. */
interface ScaleDatabase extends AutoCloseable {

    /** Such as {@code PostgreSQL 18.4}. */
    String name();

    JdbcStore store();

    /** A connection with the store's settings, which commits each statement. */
    Connection raw() throws SQLException;

    /** Binds an id as the store does. */
    void bind(PreparedStatement statement, int index, UUID id) throws SQLException;

    /** How much the store's tables and indexes take. */
    long bytes() throws SQLException;

    /** Lets the planner know what is there. */
    void analyse() throws SQLException;

    @Override
    void close() throws IOException, SQLException;

    /** A new one by its name: {@code sqlite} or {@code postgresql}. */
    static ScaleDatabase of(String name, Path folder) throws IOException, SQLException {
        return switch (name) {
            case "sqlite" -> new Sqlite(Files.createTempFile(folder, "scale", ".db"));
            case "postgresql" -> new Postgresql(PostgresServer.start());
            default -> throw new IllegalArgumentException("'" + name + "' is neither sqlite nor postgresql");
        };
    }

    /** A file, forced at each commit. */
    final class Sqlite implements ScaleDatabase {

        private final Path file;
        private final JdbcStore store;
        private final Connection connection;

        private Sqlite(Path file) throws SQLException {
            this.file = file;
            this.store = JdbcStore.sqlite(file);
            SQLiteConfig config = new SQLiteConfig();
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setBusyTimeout(5_000);
            this.connection = config.createConnection("jdbc:sqlite:" + file);
        }

        @Override
        public String name() {
            return "SQLite " + org.sqlite.SQLiteJDBCLoader.getVersion();
        }

        @Override
        public JdbcStore store() {
            return store;
        }

        @Override
        public Connection raw() {
            return connection;
        }

        @Override
        public void bind(PreparedStatement statement, int index, UUID id) throws SQLException {
            statement.setString(index, id.toString());
        }

        @Override
        public long bytes() throws SQLException {
            return number(
                    connection,
                    "SELECT (page_count - freelist_count) * page_size"
                            + " FROM pragma_page_count, pragma_freelist_count, pragma_page_size");
        }

        @Override
        public void analyse() {
            // Its plans are made without statistics.
        }

        @Override
        public void close() throws IOException, SQLException {
            connection.close();
            store.close();
            for (String end : new String[] {"", "-wal", "-shm"}) {
                Files.deleteIfExists(Path.of(file + end));
            }
        }
    }

    /** A server of its own, with {@code fsync} on. */
    final class Postgresql implements ScaleDatabase {

        private final PostgresServer server;
        private final HeldConnections pool;
        private final JdbcStore store;
        private final Connection connection;

        private Postgresql(PostgresServer server) throws SQLException {
            this.server = server;
            PGSimpleDataSource source = server.emptyDatabase();
            this.pool = new HeldConnections(source);
            this.store = JdbcStore.postgresql(pool);
            this.connection = source.getConnection();
        }

        @Override
        public String name() {
            try {
                return connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion();
            } catch (SQLException e) {
                throw new IllegalStateException("the server does not say what it is", e);
            }
        }

        @Override
        public JdbcStore store() {
            return store;
        }

        @Override
        public Connection raw() {
            return connection;
        }

        @Override
        public void bind(PreparedStatement statement, int index, UUID id) throws SQLException {
            statement.setObject(index, id);
        }

        @Override
        public long bytes() throws SQLException {
            return number(
                    connection,
                    "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                            + " WHERE n.nspname = current_schema() AND c.relkind = 'r'");
        }

        @Override
        public void analyse() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM ANALYZE");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
            store.close();
            pool.close();
            server.close();
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
