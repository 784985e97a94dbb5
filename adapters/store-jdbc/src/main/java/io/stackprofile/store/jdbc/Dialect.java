package io.stackprofile.store.jdbc;

import io.stackprofile.error.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** What databases do each in their own way. */
interface Dialect {

    /** Begins a transaction that sees one state throughout and only reads. */
    void beginRead(Connection connection) throws SQLException;

    /** Makes ready for statements that are transactions of their own. */
    void beginLook(Connection connection) throws SQLException;

    /** Begins a transaction whose conditional statements find what was committed last, or fail as busy. */
    void beginWrite(Connection connection) throws SQLException;

    /**
     * Begins a writing transaction whose every statement finds what was committed before it, however others are kept
     * apart: what waited for a lock looks again behind it.
     */
    void beginSweep(Connection connection) throws SQLException;

    /** Makes the transaction's writes durable. */
    void commit(Connection connection) throws SQLException;

    /** Ends the transaction and undoes its writes. */
    void rollback(Connection connection) throws SQLException;

    /** Removes copies of what was deleted that the database keeps beside its tables; outside any transaction. */
    void forgetDeleted(Connection connection) throws SQLException;

    /** How often a transaction is begun before others being in the way is told. */
    int attempts();

    /** Waits, after an attempt that others were in the way of; the first is 1. */
    void pause(int attempt);

    /** Whether others were in the way: nothing was changed, and the same again may succeed. */
    boolean isBusy(SQLException failure);

    /** Whether a commit that failed so changed nothing for certain. */
    boolean isUndone(SQLException failedCommit);

    /** The failure in words that carry no data: the database's own messages may quote values. */
    StoreException translate(String what, SQLException failure);

    /** A statement in the database's words; the words that differ stand in braces. */
    String spell(String statement);

    /** Binds a text, so that it is read back as it is. */
    void bind(PreparedStatement statement, int index, String text) throws SQLException;

    /** Binds an id, so that it is read back as it is and ordered as ids are. */
    void bind(PreparedStatement statement, int index, UUID id) throws SQLException;

    /** Binds nothing, to a column of any type. */
    void bindNull(PreparedStatement statement, int index) throws SQLException;

    /** Whether every Java string can be kept; else none with a NUL character or an unpaired surrogate. */
    boolean keepsEveryText();

    /** Where contents and their references are. */
    ContentTables contents();

    /** Where what is found across organisations is. */
    Directory directory();
}
