package io.stackprofile.it;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stackprofile.store.jdbc.JdbcStore;
import io.stackprofile.test.postgres.EmptiedSchemas;
import io.stackprofile.test.postgres.PostgresServer;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Stores in databases of the server that all tests share, each without rows when it opens. */
final class PostgresStores {

    private static final int OPEN_AT_ONCE = 3;

    private static final EmptiedSchemas SCHEMAS = new EmptiedSchemas(
            Stream.generate(PostgresStores::prepared).limit(OPEN_AT_ONCE).toList(),
            Set.of("schema_version", "store_identity"));

    private PostgresStores() {}

    static JdbcStore open() {
        return JdbcStore.postgresql(SCHEMAS.next());
    }

    private static DataSource prepared() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(PostgresServer.shared().emptyDatabase());
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        HikariDataSource pool = new HikariDataSource(config);
        JdbcStore.postgresql(pool).close();
        return pool;
    }
}
