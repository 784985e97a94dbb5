package io.stackprofile.it;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.store.jdbc.JdbcStore;
import io.stackprofile.test.postgres.PostgresServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/** Stores in schemas of a PostgreSQL server; a place is a URL, whose connections bear the schema's name. */
public final class Postgres {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final int CONNECTIONS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Postgres() {}

    /** The place of a new store on a server. */
    public static String place(PostgresServer server) {
        PGSimpleDataSource source = server.database("postgres");
        String schema = "store_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("no schema was made", e);
        }
        return "jdbc:postgresql://localhost:" + source.getPortNumbers()[0] + "/postgres?user=postgres&currentSchema="
                + schema + "&ApplicationName=" + schema;
    }

    /** The same place, seen by transactions of an isolation level, as {@code read committed}. */
    public static String isolated(String place, String level) {
        String option = "-c default_transaction_isolation=" + level.replace(" ", "\\ ");
        return place + "&options="
                + URLEncoder.encode(option, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The store at a place, over a pool that is closed with it. */
    public static StackProfileStore open(String place) {
        HikariDataSource pool = pool(place);
        try {
            return closing(JdbcStore.postgresql(pool), pool);
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static HikariDataSource pool(String place) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(2));
        config.setInitializationFailTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }

    private static StackProfileStore closing(JdbcStore store, HikariDataSource pool) {
        return (StackProfileStore) Proxy.newProxyInstance(
                Postgres.class.getClassLoader(),
                new Class<?>[] {StackProfileStore.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    } finally {
                        if (method.getName().equals("close")) {
                            pool.close();
                        }
                    }
                });
    }

    /** A killed process's sessions end only when the server notices, and may commit before. */
    static void settle(String place) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String schema = place.replaceAll(".*currentSchema=([^&]*).*", "$1");
        try (Connection connection = DriverManager.getConnection(place.replaceAll("&ApplicationName=.*", ""));
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = ?")) {
            statement.setString(1, schema);
            while (count(statement) > 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("a killed process's sessions do not end");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the server's sessions are not known", e);
        }
    }

    private static long count(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many bytes the store at a place has. */
    public static long bytes(String place) {
        try (Connection connection = DriverManager.getConnection(place);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)"
                        + " FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND relkind = 'r'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the store's size is not known", e);
        }
    }
}
