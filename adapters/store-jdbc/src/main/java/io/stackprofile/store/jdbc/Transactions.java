package io.stackprofile.store.jdbc;

import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in transactions, again when others were in the way. What fails before the commit is sent left no trace;
 * what fails after is of unknown outcome. Thread-safe.
 */
final class Transactions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final Dialect dialect;
    private final Connections writers;
    private final Connections readers;
    private volatile String identity = "";

    Transactions(Dialect dialect, Connections writers, Connections readers) {
        this.dialect = dialect;
        this.writers = writers;
        this.readers = readers;
    }

    /** Statements of one transaction; run again from the start when others were in the way. */
    @FunctionalInterface
    interface Work<T> {
        T in(Sql sql) throws SQLException;
    }

    @FunctionalInterface
    private interface Begin {
        void on(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface End {
        void on(String what, Connection connection) throws Busy;
    }

    /** Says to the loop that others were in the way and nothing was changed. */
    private static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient StoreException failure;

        Busy(StoreException failure) {
            super(null, null, false, false);
            this.failure = failure;
        }
    }

    /**
     * Reads one state of the database, with every write acknowledged before.
     *
     * @param what for the message of a failure, as in "the store could not find a profile"
     */
    <T> T read(String what, Work<T> work) {
        return run(what, readers, dialect::beginRead, work, this::endRead);
    }

    /**
     * Reads with one statement, which sees one state by itself: without a transaction around it, it is the only one that
     * travels. Of several statements each sees a state of its own.
     */
    <T> T look(String what, Work<T> statement) {
        return run(what, readers, dialect::beginLook, statement, (asked, connection) -> {});
    }

    /** Writes all or nothing; {@code what} as for {@link #read}. */
    <T> T write(String what, Work<T> work) {
        return run(what, writers, dialect::beginWrite, work, this::commit);
    }

    /** Writes all or nothing, each statement after all that was committed before it; {@code what} as for {@link #read}. */
    <T> T sweep(String what, Work<T> work) {
        return run(what, writers, dialect::beginSweep, work, this::commit);
    }

    /** Where what is found across organisations is. */
    Directory directory() {
        return dialect.directory();
    }

    /** What of a record can be kept. */
    StorableTexts texts(String of) {
        return new StorableTexts(dialect, of);
    }

    /** What tells this store from every other. */
    String identity() {
        if (identity.isEmpty()) {
            identity = look(
                    "read its identity",
                    sql -> sql.first("SELECT id FROM store_identity", row -> row.text("id"))
                            .orElseThrow(() -> new UnreadableRowException("id")));
        }
        return identity;
    }

    /** Leaves no copy of what was deleted beside the database, as far as the database can and nobody reads just now. */
    void forgetDeleted() {
        try {
            Connection connection = writers.borrow();
            try {
                dialect.forgetDeleted(connection);
            } finally {
                writers.giveBack(connection);
            }
        } catch (SQLException failure) {
            LOG.debug("copies of what was deleted stay until later ({})", code(failure));
        }
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private <T> T run(String what, Connections pool, Begin begin, Work<T> work, End end) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(what, pool, begin, work, end);
            } catch (Busy busy) {
                if (attempt >= dialect.attempts()) {
                    throw busy.failure;
                }
                LOG.debug("trying to {} again: others were in the way", what);
                dialect.pause(attempt);
            }
        }
    }

    private <T> T attempt(String what, Connections pool, Begin begin, Work<T> work, End end) throws Busy {
        Connection connection = borrow(what, pool);
        boolean reusable = false;
        try {
            T result = upToCommit(what, connection, begin, work);
            end.on(what, connection);
            reusable = true;
            return result;
        } catch (Busy | StackProfileException | IllegalArgumentException refusal) {
            reusable = isRolledBack(connection);
            throw refusal;
        } finally {
            if (reusable) {
                pool.giveBack(connection);
            } else {
                pool.discard(connection);
            }
        }
    }

    private Connection borrow(String what, Connections pool) throws Busy {
        try {
            return pool.borrow();
        } catch (ClosedPoolException closed) {
            throw new StoreException("the store is closed", "Open it again.");
        } catch (SQLException failure) {
            throw translated(what, failure);
        }
    }

    private <T> T upToCommit(String what, Connection connection, Begin begin, Work<T> work) throws Busy {
        try {
            begin.on(connection);
            return work.in(new Sql(connection, dialect));
        } catch (SQLException failure) {
            throw translated(what, failure);
        }
    }

    /** Nothing was written, so no answer to this end leaves nothing unknown. */
    private void endRead(String what, Connection connection) throws Busy {
        try {
            dialect.commit(connection);
        } catch (SQLException failure) {
            throw translated(what, failure);
        }
    }

    private void commit(String what, Connection connection) throws Busy {
        try {
            dialect.commit(connection);
        } catch (SQLException failure) {
            if (dialect.isUndone(failure)) {
                throw translated(what, failure);
            }
            LOG.warn("no answer to a commit ({})", code(failure));
            throw new OutcomeUnknownException("the store was asked to " + what + " and gave no answer");
        }
    }

    private StoreException translated(String what, SQLException failure) throws Busy {
        StoreException translated = dialect.translate(what, failure);
        if (dialect.isBusy(failure)) {
            throw new Busy(translated);
        }
        return translated;
    }

    private static String code(SQLException failure) {
        return "vendor code " + failure.getErrorCode() + ", SQLSTATE " + failure.getSQLState();
    }

    /** Whether the connection is outside any transaction again; one that never began has nothing to roll back. */
    private boolean isRolledBack(Connection connection) {
        try {
            dialect.rollback(connection);
            return true;
        } catch (SQLException failure) {
            LOG.debug("no rollback, the connection is closed ({})", code(failure));
            return false;
        }
    }
}
