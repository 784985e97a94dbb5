package io.stackprofile.samples.store;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.StackProfileStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreContractTest extends StackProfileStoreContract {

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @Override
    protected StackProfileStore openStore() {
        folder = temporary.resolve(UUID.randomUUID().toString());
        return FolderStore.open(folder);
    }

    @Override
    protected Optional<StackProfileStore> reopenStore() {
        return Optional.of(FolderStore.open(folder));
    }

    /** One store at a time has the folder open. */
    @Override
    protected Optional<StackProfileStore> openBeside() {
        return Optional.empty();
    }
}
