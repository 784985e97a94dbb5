package io.stackprofile.store.jdbc;

import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.SuggestionStore;
import java.nio.file.Path;

/**
 * A store in a database over JDBC. Safe for concurrent use by several engines, and a file by several processes of one
 * machine; an acknowledged write survives a killed process and a power cut.
 *
 * <pre>{@code
 * try (JdbcStore store = JdbcStore.sqlite(Path.of("profiles.db"))) {
 *     store.profiles().find("acme", ProfileKey.of("platform-baseline"));
 * }
 * }</pre>
 */
public final class JdbcStore implements StackProfileStore {

    private final Transactions transactions;
    private final ProfileStore profiles;
    private final ProfileCatalogue catalogue;
    private final HistoryStore history;
    private final ContentStore contents;
    private final DraftStore drafts;
    private final SuggestionStore suggestions;
    private final InstantiationStore instantiations;

    JdbcStore(Transactions transactions) {
        this.transactions = transactions;
        this.profiles = new JdbcProfileStore(transactions);
        this.catalogue = new JdbcProfileCatalogue(transactions);
        this.history = new JdbcHistoryStore(transactions);
        this.contents = new JdbcContentStore(transactions);
        this.drafts = new JdbcDraftStore(transactions);
        this.suggestions = new JdbcSuggestionStore(transactions);
        this.instantiations = new JdbcInstantiationStore(transactions);
    }

    /**
     * Opens a SQLite file, or makes it when there is none or it is empty. The file must be on a local disk: network
     * file systems do not keep its locks.
     *
     * @param file the file; its folder must exist, and gets two more files beside it while the store is open
     * @throws io.stackprofile.error.StoreException when the folder is missing, the file is not a database, or it cannot
     *     be read or written
     * @throws io.stackprofile.error.InvalidContentException with {@code UNSUPPORTED_FORMAT} for a database of another
     *     application or of a later version of this library; the file is left as it was
     */
    public static JdbcStore sqlite(Path file) {
        return new JdbcStore(SqliteFile.open(file));
    }

    @Override
    public ProfileStore profiles() {
        return profiles;
    }

    @Override
    public ProfileCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public HistoryStore history() {
        return history;
    }

    @Override
    public ContentStore contents() {
        return contents;
    }

    @Override
    public DraftStore drafts() {
        return drafts;
    }

    @Override
    public SuggestionStore suggestions() {
        return suggestions;
    }

    @Override
    public InstantiationStore instantiations() {
        return instantiations;
    }

    @Override
    public void close() {
        transactions.close();
    }
}
