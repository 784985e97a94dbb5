package io.stackprofile.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stackprofile.test.postgres.EmptiedSchemas;
import io.stackprofile.test.postgres.PostgresServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Databases of the server that all tests share, behind a pool as an application has one. */
final class PostgresPools {

    private static final EmptiedSchemas SCHEMAS = new EmptiedSchemas(
            Stream.of(1, 2, 3).map(n -> prepared()).toList(), Set.of("schema_version", "store_identity"));

    private PostgresPools() {}

    /** A schema with tables and without rows; two others are left alone meanwhile. */
    static DataSource emptied() {
        return SCHEMAS.next();
    }

    /** An empty database. */
    static HikariDataSource empty() {
        return pool(PostgresServer.shared().emptyDatabase());
    }

    /** A pool over a data source. */
    static HikariDataSource pool(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static DataSource prepared() {
        HikariDataSource pool = empty();
        JdbcStore.postgresql(pool).close();
        return pool;
    }

    /** Options of an isolation. */
    static PostgresqlOptions at(PostgresqlOptions.Isolation isolation) {
        return PostgresqlOptions.builder().isolation(isolation).build();
    }

    static List<PostgresqlOptions.Isolation> isolations() {
        return List.of(PostgresqlOptions.Isolation.values());
    }
}
