package io.stackprofile.store.jdbc;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens a SQLite file: refuses what is not ours before anything is written, then brings it to this library's schema. */
final class SqliteFile {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);
    private static final long APPLICATION_ID = 0x53746b70;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int READERS = 8;
    private static final int WAL_ATTEMPTS = 100;
    private static final long WAL_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path file;
    private final DataSource source;
    private final Dialect dialect = new SqliteDialect();

    private SqliteFile(Path file, DataSource source) {
        this.file = file;
        this.source = source;
    }

    static Transactions open(Path file) {
        return open(file, PATIENCE);
    }

    /** Waits up to {@code patience} for a lock, three times, before a call fails. */
    static Transactions open(Path file, Duration patience) {
        Path absolute = file.toAbsolutePath();
        requireFolder(absolute);
        return new SqliteFile(absolute, dataSource(absolute, patience)).open();
    }

    private static void requireFolder(Path file) {
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new StoreException(file + " is a folder", "Name a file in it.");
        }
        if (!Files.isDirectory(folder)) {
            throw new StoreException("the folder " + folder + " does not exist", "Create it first.");
        }
    }

    /**
     * Asks SQLite, and never opens the file beside it: closing it again would give up the locks of every store that this
     * process has on it, and another process would then take away the log that they go on writing.
     */
    private void requireReadable() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA schema_version");
        } catch (SQLException failure) {
            if (isNoDatabase(failure)) {
                throw new StoreException(
                        file + " is not a SQLite database, or is damaged (" + SQLiteErrorCode.SQLITE_NOTADB + ")",
                        "Name another file, or restore this one from a copy; it was left as it is.");
            }
            throw dialect.translate("open " + file, failure);
        }
    }

    private static boolean isNoDatabase(SQLException failure) {
        return failure instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB;
    }

    /** A URI, because the driver reads options from behind a question mark in a path. */
    private static DataSource dataSource(Path file, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) patience.toMillis());
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toUri());
        return source;
    }

    private Transactions open() {
        requireReadable();
        try (Transactions setup = transactions()) {
            int version = setup.read("open " + file, this::version);
            if (version < Schema.SQLITE.latest()) {
                setup.write("prepare " + file, this::upgrade);
            }
        }
        writeAhead();
        LOG.debug("opened {}, schema {}", file, Schema.SQLITE.latest());
        return transactions();
    }

    /** One writer at a time, readers beside it. */
    private Transactions transactions() {
        return new Transactions(dialect, new ConnectionPool(source, 1), new ConnectionPool(source, READERS));
    }

    /** The schema's version, 0 for a database with nothing in it. */
    private int version(Sql sql) throws SQLException {
        long owner = sql.first("PRAGMA application_id", row -> row.number("application_id"))
                .orElse(0L);
        if (owner == APPLICATION_ID) {
            int version = Schema.SQLITE.recorded(sql);
            if (version > Schema.SQLITE.latest()) {
                throw refusal(
                        "the store has schema " + version + ", and this library knows schemas up to "
                                + Schema.SQLITE.latest(),
                        "Use the version of the library that wrote it, or a later one.");
            }
            return version;
        }
        if (owner != 0 || sql.exists("SELECT 1 FROM sqlite_master")) {
            throw refusal("the file is another application's database", "Name another file.");
        }
        return 0;
    }

    /** Reads the version again, under the write lock: another process may have come first. */
    private int upgrade(Sql sql) throws SQLException {
        int version = version(sql);
        Schema.SQLITE.upgrade(sql, version);
        return version;
    }

    private InvalidContentException refusal(String problem, String remedy) {
        return new InvalidContentException(
                ErrorCode.UNSUPPORTED_FORMAT, problem, remedy, Location.file(file.toString()));
    }

    /** The mode stays with the file. Switching fails at once while others use the file in the earlier mode. */
    private void writeAhead() {
        for (int attempt = 1; ; attempt++) {
            try {
                requireWriteAhead();
                return;
            } catch (SQLException failure) {
                if (!dialect.isBusy(failure) || attempt == WAL_ATTEMPTS) {
                    throw dialect.translate("open " + file, failure);
                }
                LockSupport.parkNanos(WAL_PAUSE);
            }
        }
    }

    private void requireWriteAhead() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
            if (!mode.next() || !"wal".equals(mode.getString(1))) {
                throw new StoreException(
                        file + " is on a file system without shared memory for write-ahead logging",
                        "Put it on a local disk.");
            }
        }
    }
}
