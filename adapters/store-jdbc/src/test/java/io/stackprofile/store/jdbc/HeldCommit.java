package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;

/** Two stores over one database, the first held before its commit until the second waits for its locks. */
final class HeldCommit implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource database;
    private final PostgresqlOptions first;
    private final PostgresqlOptions second;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicBoolean armed = new AtomicBoolean();

    HeldCommit(DataSource database, PostgresqlOptions.Isolation isolation) {
        this(database, isolation, isolation);
    }

    HeldCommit(DataSource database, PostgresqlOptions.Isolation first, PostgresqlOptions.Isolation second) {
        this.database = database;
        this.first = PostgresPools.at(first);
        this.second = PostgresPools.at(second);
    }

    /** What the two calls gave. */
    record Both<A, B>(A first, B second) {}

    /**
     * Runs {@code held} up to the commit of its {@code transactions}-th write, then {@code waiting} until it waits, then
     * both to their ends.
     */
    <A, B> Both<A, B> run(int transactions, Function<JdbcStore, A> held, Function<JdbcStore, B> waiting)
            throws Exception {
        WatchedSource source = new WatchedSource(database);
        try (JdbcStore one = JdbcStore.postgresql(source, first);
                JdbcStore two = JdbcStore.postgresql(database, second)) {
            CountDownLatch commits = new CountDownLatch(transactions);
            source.before((statement, connection) -> {
                if (statement.equals(WatchedSource.COMMIT)) {
                    commits.countDown();
                    if (commits.getCount() == 0 && armed.compareAndSet(false, true)) {
                        reached.countDown();
                        await(released);
                    }
                }
            });
            Future<A> a = threads.submit((Callable<A>) () -> held.apply(one));
            while (!reached.await(10, TimeUnit.MILLISECONDS)) {
                assertThat(a).as("the first call comes to its commit").isNotDone();
            }
            Future<B> b = threads.submit((Callable<B>) () -> waiting.apply(two));
            awaitWaiting(b);
            released.countDown();
            return new Both<>(
                    a.get(PATIENCE.toSeconds(), TimeUnit.SECONDS), b.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the database until the second waits for a lock of the first. */
    private void awaitWaiting(Future<?> second) throws SQLException {
        Instant end = Instant.now().plus(PATIENCE);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean waits = false;
            while (!waits) {
                assertThat(second).as("the second call waits").isNotDone();
                assertThat(Instant.now()).isBefore(end);
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
                    row.next();
                    waits = row.getInt(1) > 0;
                }
            }
        }
    }

    @Override
    public void close() {
        released.countDown();
        threads.shutdownNow();
    }
}
