package io.stackprofile.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections of a data source that its owner sizes and closes. They are given back committing by themselves, as JDBC
 * makes them; a pool that lends them otherwise sets them so again.
 */
final class CallersConnections implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(CallersConnections.class);

    private final DataSource source;
    private volatile boolean closed;

    CallersConnections(DataSource source) {
        this.source = source;
    }

    /** An interrupt that came before is left for later: it says nothing of whether the database can be asked. */
    @Override
    public Connection borrow() throws SQLException {
        if (closed) {
            throw new ClosedPoolException();
        }
        boolean interrupted = Thread.interrupted();
        try {
            return source.getConnection();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void giveBack(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            LOG.debug("a connection is not as it came (SQLSTATE {})", failure.getSQLState());
        }
        close(connection);
    }

    /** Not every pool ends what is under way on a connection that it hands on. */
    @Override
    public void discard(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            LOG.debug("a connection is not as it came (SQLSTATE {})", failure.getSQLState());
        } finally {
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            LOG.debug("a connection did not close (SQLSTATE {})", failure.getSQLState());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
