package io.stackprofile.store.jdbc;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.StackProfileStoreContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreContractTest extends StackProfileStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected StackProfileStore openStore() {
        return JdbcStore.sqlite(folder.resolve(UUID.randomUUID() + ".db"));
    }
}
