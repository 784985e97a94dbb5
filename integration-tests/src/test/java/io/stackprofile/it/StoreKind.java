package io.stackprofile.it;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.store.jdbc.JdbcStore;
import io.stackprofile.testkit.InMemoryStore;
import java.nio.file.Path;
import java.util.UUID;

/** The stores that every test of this module runs on. */
enum StoreKind {
    MEMORY {
        @Override
        StackProfileStore open(Path folder) {
            return new InMemoryStore();
        }
    },
    SQLITE {
        @Override
        StackProfileStore open(Path folder) {
            return JdbcStore.sqlite(folder.resolve(UUID.randomUUID() + ".db"));
        }
    },
    POSTGRES {
        @Override
        StackProfileStore open(Path folder) {
            return PostgresStores.open();
        }
    };

    abstract StackProfileStore open(Path folder);
}
