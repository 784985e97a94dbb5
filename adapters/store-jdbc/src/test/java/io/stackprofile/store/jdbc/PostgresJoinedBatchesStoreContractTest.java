package io.stackprofile.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.test.postgres.EmptiedSchemas;
import io.stackprofile.test.postgres.PostgresServer;
import io.stackprofile.testkit.contract.StackProfileStoreContract;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.postgresql.ds.PGSimpleDataSource;

/** With {@code reWriteBatchedInserts}, as many have it: the driver then no longer says what a batch's rows changed. */
@Tag("deep")
class PostgresJoinedBatchesStoreContractTest extends StackProfileStoreContract {

    private static final EmptiedSchemas SCHEMAS = new EmptiedSchemas(
            Stream.of(1, 2, 3).map(n -> prepared()).toList(), Set.of("schema_version", "store_identity"));

    private static DataSource prepared() {
        PGSimpleDataSource source = PostgresServer.shared().emptyDatabase();
        source.setReWriteBatchedInserts(true);
        HikariDataSource pool = PostgresPools.pool(source);
        JdbcStore.postgresql(pool).close();
        return pool;
    }

    private @Nullable DataSource database;

    @Override
    protected StackProfileStore openStore() {
        database = SCHEMAS.next();
        return JdbcStore.postgresql(database);
    }

    @Override
    protected Optional<StackProfileStore> reopenStore() {
        return Optional.ofNullable(database).map(JdbcStore::postgresql);
    }
}
