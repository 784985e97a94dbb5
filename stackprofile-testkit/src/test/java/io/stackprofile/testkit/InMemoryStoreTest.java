package io.stackprofile.testkit;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.StackProfileStoreContract;

/** The store in memory keeps every clause. */
class InMemoryStoreTest extends StackProfileStoreContract {

    @Override
    protected StackProfileStore openStore() {
        return new InMemoryStore();
    }
}
