package io.stackprofile.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Lends connections, for one use at a time each. Thread-safe. */
interface Connections extends AutoCloseable {

    /** A connection for this caller alone; it must be given back or discarded. */
    Connection borrow() throws SQLException;

    /** Takes back a connection that is outside any transaction. */
    void giveBack(Connection connection);

    /** Takes back a connection of unknown state. */
    void discard(Connection connection);

    /** Lends no more. */
    @Override
    void close();
}
