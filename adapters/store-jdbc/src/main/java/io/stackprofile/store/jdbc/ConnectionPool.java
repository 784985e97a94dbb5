package io.stackprofile.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Open connections for one use at a time each, served in the order of asking. Thread-safe. */
final class ConnectionPool implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

    private final DataSource source;
    private final int size;
    private final Semaphore permits;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    ConnectionPool(DataSource source, int size) {
        this.source = source;
        this.size = size;
        this.permits = new Semaphore(size, true);
    }

    @Override
    public Connection borrow() throws SQLException {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw new ClosedPoolException();
            }
            @Nullable Connection connection = idle.pollFirst();
            return connection == null ? source.getConnection() : connection;
        } catch (SQLException | RuntimeException | Error failure) {
            permits.release();
            throw failure;
        }
    }

    @Override
    public void giveBack(Connection connection) {
        idle.addFirst(connection);
        permits.release();
    }

    @Override
    public void discard(Connection connection) {
        closeQuietly(connection);
        permits.release();
    }

    /** Waits for what is under way, then closes every connection. */
    @Override
    public void close() {
        closed = true;
        permits.acquireUninterruptibly(size);
        try {
            for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
                closeQuietly(connection);
            }
        } finally {
            permits.release(size);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            LOG.debug("a connection did not close (vendor code {})", failure.getErrorCode());
        }
    }
}
