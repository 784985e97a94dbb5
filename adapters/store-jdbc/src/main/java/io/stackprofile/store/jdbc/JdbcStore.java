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
import javax.sql.DataSource;

/**
 * A store in a database over JDBC. Safe for concurrent use by several engines and processes, those of one machine for a
 * file; an acknowledged write survives a killed process and a power cut.
 *
 * <pre>{@code
 * try (JdbcStore store = JdbcStore.sqlite(Path.of("profiles.db"))) {
 *     store.profiles().find("acme", ProfileKey.of("platform-baseline"));
 * }
 * }</pre>
 *
 * <p>Each database needs its driver beside this library: {@code org.xerial:sqlite-jdbc} or
 * {@code org.postgresql:postgresql}.
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
     * @throws IllegalStateException when {@code org.xerial:sqlite-jdbc} is missing
     * @throws io.stackprofile.error.StoreException when the folder is missing, the file is not a database, or it cannot
     *     be read or written
     * @throws io.stackprofile.error.InvalidContentException with {@code UNSUPPORTED_FORMAT} for a database of another
     *     application or of a later version of this library; the file is left as it was
     */
    public static JdbcStore sqlite(Path file) {
        requireSqlite();
        return new JdbcStore(SqliteFile.open(file));
    }

    private static void requireSqlite() {
        try {
            Class.forName("org.sqlite.SQLiteDataSource");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "SQLite's driver is missing. Add org.xerial:sqlite-jdbc to the application's dependencies.");
        }
    }

    /** Opens a PostgreSQL database with the default {@link PostgresqlOptions}. */
    public static JdbcStore postgresql(DataSource source) {
        return postgresql(source, PostgresqlOptions.builder().build());
    }

    /**
     * Opens a PostgreSQL database, 14 or later, in the connection's current schema, which must be the store's own. The
     * caller owns the data source and closes it after the store; it should be a pool, because each call takes a
     * connection:
     *
     * <pre>{@code
     * HikariConfig config = new HikariConfig();
     * config.setJdbcUrl("jdbc:postgresql://localhost/platform?currentSchema=stackprofile");
     * try (HikariDataSource pool = new HikariDataSource(config);
     *         JdbcStore store = JdbcStore.postgresql(pool)) {
     *     store.profiles().find("acme", ProfileKey.of("platform-baseline"));
     * }
     * }</pre>
     *
     * <p>A call needs one connection at a time. Text with a NUL character or an unpaired surrogate is refused, except
     * in contents. A transaction is flushed before it is acknowledged even where the connection says
     * {@code synchronous_commit = off}; a server that runs with {@code fsync = off} is warned of in the log.
     *
     * @throws io.stackprofile.error.StoreException when the database cannot be read or written
     * @throws io.stackprofile.error.InvalidContentException with {@code UNSUPPORTED_FORMAT} for a schema of another
     *     application, of a later version of this library, or, when it is not to be applied, of an earlier one; it is
     *     left as it was
     */
    public static JdbcStore postgresql(DataSource source, PostgresqlOptions options) {
        return new JdbcStore(PostgresDatabase.open(source, options));
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
