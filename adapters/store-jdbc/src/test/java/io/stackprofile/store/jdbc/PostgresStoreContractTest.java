package io.stackprofile.store.jdbc;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.StackProfileStoreContract;

class PostgresStoreContractTest extends StackProfileStoreContract {

    @Override
    protected StackProfileStore openStore() {
        return JdbcStore.postgresql(PostgresPools.emptied());
    }
}
