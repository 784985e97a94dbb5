package io.stackprofile.testkit.contract;

import io.stackprofile.spi.store.StackProfileStore;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/**
 * Proves a whole {@link StackProfileStore}: the contracts of all its roles, and what it promises as a whole.
 *
 * <pre>{@code
 * class MyStoreTest extends StackProfileStoreContract {
 *     private Path file = Path.of("");
 *
 *     @Override
 *     protected StackProfileStore openStore() {
 *         file = emptyFile();
 *         return MyStore.open(file);
 *     }
 *
 *     @Override
 *     protected Optional<StackProfileStore> reopenStore() {
 *         return Optional.of(MyStore.open(file));
 *     }
 * }
 * }</pre>
 */
public abstract class StackProfileStoreContract {

    /** For subclasses. */
    protected StackProfileStoreContract() {}

    /** An empty store; called before each test, closed after it. */
    protected abstract StackProfileStore openStore();

    /**
     * The store that {@link #openStore} gave last, opened again over the same medium, for [ST-5]; empty where nothing
     * outlives a store, such as in memory.
     */
    protected Optional<StackProfileStore> reopenStore() {
        return Optional.empty();
    }

    /**
     * A second store over the medium of the one {@link #openStore} gave last, while that is open, for [ST-6]; empty where
     * one store at a time may be open.
     */
    protected Optional<StackProfileStore> openBeside() {
        return reopenStore();
    }

    /** Its profiles. */
    @Nested
    public class Profiles extends ProfileStoreContract {

        /** For JUnit. */
        public Profiles() {}

        @Override
        protected StackProfileStore openStore() {
            return StackProfileStoreContract.this.openStore();
        }
    }

    /** Its listings of profiles. */
    @Nested
    public class Catalogue extends ProfileCatalogueContract {

        /** For JUnit. */
        public Catalogue() {}

        @Override
        protected StackProfileStore openStore() {
            return StackProfileStoreContract.this.openStore();
        }
    }

    /** What it keeps of what happened. */
    @Nested
    public class History extends HistoryStoreContract {

        /** For JUnit. */
        public History() {}

        @Override
        protected StackProfileStore openStore() {
            return StackProfileStoreContract.this.openStore();
        }
    }

    /** Its contents. */
    @Nested
    public class Contents extends ContentStoreContract {

        /** For JUnit. */
        public Contents() {}

        @Override
        protected StackProfileStore openStore() {
            return StackProfileStoreContract.this.openStore();
        }
    }

    /** Its drafts. */
    @Nested
    public class Drafts extends DraftStoreContract {

        /** For JUnit. */
        public Drafts() {}

        @Override
        protected StackProfileStore openStore() {
            return StackProfileStoreContract.this.openStore();
        }
    }

    /** Its suggestions. */
    @Nested
    public class Suggestions extends SuggestionStoreContract {

        /** For JUnit. */
        public Suggestions() {}

        @Override
        protected StackProfileStore openStore() {
            return StackProfileStoreContract.this.openStore();
        }
    }

    /** Its instances. */
    @Nested
    public class Instantiations extends InstantiationStoreContract {

        /** For JUnit. */
        public Instantiations() {}

        @Override
        protected StackProfileStore openStore() {
            return StackProfileStoreContract.this.openStore();
        }
    }

    /** What is copied of it. */
    @Nested
    public class Archive extends StoreArchiveContract {

        /** For JUnit. */
        public Archive() {}

        @Override
        protected StackProfileStore openStore() {
            return StackProfileStoreContract.this.openStore();
        }
    }

    /** What it promises as a whole. */
    @Nested
    public class Whole extends WholeStoreContract {

        /** For JUnit. */
        public Whole() {}

        @Override
        protected StackProfileStore openStore() {
            return StackProfileStoreContract.this.openStore();
        }

        @Override
        protected Optional<StackProfileStore> reopenStore() {
            return StackProfileStoreContract.this.reopenStore();
        }

        @Override
        protected Optional<StackProfileStore> openBeside() {
            return StackProfileStoreContract.this.openBeside();
        }
    }
}
