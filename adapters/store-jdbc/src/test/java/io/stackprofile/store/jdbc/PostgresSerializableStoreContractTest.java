package io.stackprofile.store.jdbc;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.StackProfileStoreContract;

class PostgresSerializableStoreContractTest extends StackProfileStoreContract {

    @Override
    protected StackProfileStore openStore() {
        return JdbcStore.postgresql(
                PostgresPools.emptied(), PostgresPools.at(PostgresqlOptions.Isolation.SERIALIZABLE));
    }
}
