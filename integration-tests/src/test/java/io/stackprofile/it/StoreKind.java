package io.stackprofile.it;

import io.stackprofile.samples.store.FolderStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.store.jdbc.JdbcStore;
import io.stackprofile.test.postgres.PostgresServer;
import io.stackprofile.testkit.InMemoryStore;
import java.nio.file.Path;
import java.util.UUID;

/** The stores that every test of this module runs on. */
public enum StoreKind {
    MEMORY {
        @Override
        public String place(Path folder) {
            return "";
        }

        @Override
        public StackProfileStore openAt(String place) {
            return new InMemoryStore();
        }
    },
    SQLITE {
        @Override
        public String place(Path folder) {
            return folder.resolve(UUID.randomUUID() + ".db").toString();
        }

        @Override
        public StackProfileStore openAt(String place) {
            return JdbcStore.sqlite(Path.of(place));
        }
    },
    POSTGRES {
        @Override
        public String place(Path folder) {
            return Postgres.place(PostgresServer.shared());
        }

        @Override
        public StackProfileStore openAt(String place) {
            return Postgres.open(place);
        }

        /** One whose schema was used before and emptied: not to be opened again. */
        @Override
        public StackProfileStore open(Path folder) {
            return PostgresStores.open();
        }

        @Override
        public void settle(String place) {
            Postgres.settle(place);
        }
    },
    FOLDER {
        @Override
        public String place(Path folder) {
            return folder.resolve(UUID.randomUUID().toString()).toString();
        }

        @Override
        public StackProfileStore openAt(String place) {
            return FolderStore.open(Path.of(place));
        }
    };

    /** Where a new store can be opened, as text that another process understands. */
    public abstract String place(Path folder);

    /** The store at a place, as it was left; memory alone forgets. */
    public abstract StackProfileStore openAt(String place);

    /** Waits until what a killed process had begun has come to its end in the store at a place. */
    public void settle(String place) {}

    /** A new store. */
    public StackProfileStore open(Path folder) {
        return openAt(place(folder));
    }
}
