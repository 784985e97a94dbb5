package io.stackprofile.samples.store;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.StackProfileStoreContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreContractTest extends StackProfileStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected StackProfileStore openStore() {
        return FolderStore.open(folder.resolve(UUID.randomUUID().toString()));
    }
}
