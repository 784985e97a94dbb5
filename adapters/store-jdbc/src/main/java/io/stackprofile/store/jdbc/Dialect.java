package io.stackprofile.store.jdbc;

import io.stackprofile.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;

/** What databases do each in their own way. */
interface Dialect {

    /** Begins a transaction that sees one state throughout and only reads. */
    void beginRead(Connection connection) throws SQLException;

    /** Begins a transaction that nobody else writes beside. */
    void beginWrite(Connection connection) throws SQLException;

    /** Makes the transaction's writes durable. */
    void commit(Connection connection) throws SQLException;

    /** Ends the transaction and undoes its writes. */
    void rollback(Connection connection) throws SQLException;

    /** Removes copies of what was deleted that the database keeps beside its tables; outside any transaction. */
    void forgetDeleted(Connection connection) throws SQLException;

    /** Whether others were in the way: nothing was changed, and the same again may succeed. */
    boolean isBusy(SQLException failure);

    /** The failure in words that carry no data: the database's own messages may quote values. */
    StoreException translate(String what, SQLException failure);
}
