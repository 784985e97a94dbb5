package io.stackprofile.store.jdbc;

import io.stackprofile.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite. Transactions are begun and ended by statements: the driver's own {@code commit()} begins the next transaction at
 * once, which would hold the write lock while nothing is written.
 */
final class SqliteDialect implements Dialect {

    private static final int PRIMARY_CODE = 0xff;

    @Override
    public void beginRead(Connection connection) throws SQLException {
        execute(connection, "BEGIN DEFERRED");
    }

    @Override
    public void beginWrite(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
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
    public boolean isBusy(SQLException failure) {
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
