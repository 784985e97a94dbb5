package io.stackprofile.testkit;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.StackProfileStoreContract;
import java.util.Optional;

/** The store in memory keeps every clause. */
class InMemoryStoreTest extends StackProfileStoreContract {

    private InMemoryStore opened = new InMemoryStore();

    @Override
    protected StackProfileStore openStore() {
        opened = new InMemoryStore();
        return opened;
    }

    @Override
    protected Optional<StackProfileStore> reopenStore() {
        return Optional.of(opened.reopened());
    }
}
