package io.stackprofile.store.jdbc;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.StackProfileStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreContractTest extends StackProfileStoreContract {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @Override
    protected StackProfileStore openStore() {
        file = folder.resolve(UUID.randomUUID() + ".db");
        return JdbcStore.sqlite(file);
    }

    @Override
    protected Optional<StackProfileStore> reopenStore() {
        return Optional.of(JdbcStore.sqlite(file));
    }
}
