package io.stackprofile.store.jdbc;

import io.stackprofile.error.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.UUID;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite. Transactions are begun and ended by statements: the driver's own {@code commit()} begins the next transaction at
 * once, which would hold the write lock while nothing is written.
 */
final class SqliteDialect implements Dialect {

    private static final int PRIMARY_CODE = 0xff;
    private static final int ATTEMPTS = 3;

    private final ContentTables contents = new SqliteContents();
    private final Directory directory = new SqliteDirectory();

    @Override
    public void beginRead(Connection connection) throws SQLException {
        execute(connection, "BEGIN DEFERRED");
    }

    /** Connections are outside any transaction between two. */
    @Override
    public void beginLook(Connection connection) {}

    @Override
    public void beginWrite(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void beginSweep(Connection connection) throws SQLException {
        beginWrite(connection);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        execute(connection, "ROLLBACK");
    }

    /** Freed pages are overwritten (secure_delete); the log beside the file has earlier pages until it is emptied. */
    @Override
    public void forgetDeleted(Connection connection) throws SQLException {
        execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    /** The driver has waited already. */
    @Override
    public void pause(int attempt) {}

    @Override
    public boolean isUndone(SQLException failedCommit) {
        return isBusy(failedCommit);
    }

    @Override
    public String spell(String statement) {
        return statement
                .replace("{digests}", "group_concat(hex(r.digest), '')")
                .replace("{among}", "IN (")
                .replace("{/among}", ")")
                .replace("{earlier document}", "v.document")
                .replace("{text of content}", "t.content_id = c.id");
    }

    @Override
    public void bind(PreparedStatement statement, int index, String text) throws SQLException {
        if (StoredText.isUnicode(text)) {
            statement.setString(index, text);
        } else {
            statement.setBytes(index, StoredText.bytes(text));
        }
    }

    @Override
    public void bind(PreparedStatement statement, int index, UUID id) throws SQLException {
        statement.setString(index, id.toString());
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        statement.setNull(index, Types.VARCHAR);
    }

    @Override
    public boolean keepsEveryText() {
        return true;
    }

    @Override
    public ContentTables contents() {
        return contents;
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public boolean isBusy(SQLException failure) {
        if (failure instanceof LostRaceException) {
            return true;
        }
        int code = failure instanceof SQLiteException sqlite ? primaryCode(sqlite) : failure.getErrorCode();
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    @Override
    public StoreException translate(String what, SQLException failure) {
        if (failure instanceof UnreadableRowException) {
            return new StoreException(
                    "the store could not " + what + ": " + failure.getMessage(), "Restore the file from a copy.");
        }
        if (failure instanceof SQLiteException sqlite) {
            return new StoreException(
                    "the store could not " + what + " ("
                            + sqlite.getResultCode().name() + ")",
                    remedy(primaryCode(sqlite)));
        }
        return new StoreException("the store could not " + what, remedy(0));
    }

    private static String remedy(int primaryCode) {
        if (primaryCode == SQLiteErrorCode.SQLITE_BUSY.code) {
            return "Another process held the file for too long; repeat the call.";
        }
        if (primaryCode == SQLiteErrorCode.SQLITE_FULL.code) {
            return "Free space on the disk and repeat the call.";
        }
        if (primaryCode == SQLiteErrorCode.SQLITE_READONLY.code || primaryCode == SQLiteErrorCode.SQLITE_PERM.code) {
            return "Let the process write the file and its folder.";
        }
        if (primaryCode == SQLiteErrorCode.SQLITE_CORRUPT.code || primaryCode == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return "Restore the file from a copy.";
        }
        return "Check the file, its folder and the disk, and repeat the call.";
    }

    private static int primaryCode(SQLiteException failure) {
        return failure.getResultCode().code & PRIMARY_CODE;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
