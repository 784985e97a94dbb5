package io.stackprofile.store.jdbc;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.StackProfileStoreContract;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

class PostgresStoreContractTest extends StackProfileStoreContract {

    private @Nullable DataSource database;

    @Override
    protected StackProfileStore openStore() {
        database = PostgresPools.emptied();
        return open(database);
    }

    @Override
    protected Optional<StackProfileStore> reopenStore() {
        return Optional.ofNullable(database).map(PostgresStoreContractTest::open);
    }

    private static StackProfileStore open(DataSource database) {
        return JdbcStore.postgresql(database);
    }
}
