package io.stackprofile.store.jdbc;

import io.stackprofile.error.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL. What a transaction needs is set for it alone, so that connections go back as they came. */
final class PostgresDialect implements Dialect {

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    private final String beginWrite;
    private final String beginSweep;
    private final int attempts;
    private final ContentTables contents = new PostgresContents();
    private final Directory directory = new PostgresDirectory();

    PostgresDialect(PostgresqlOptions options) {
        this.beginWrite = begin(options.isolation());
        this.beginSweep = begin(PostgresqlOptions.Isolation.READ_COMMITTED);
        this.attempts = 1 + options.retries();
    }

    private static String begin(PostgresqlOptions.Isolation isolation) {
        // A commit that is not flushed when it is acknowledged may be lost; weaker only where the owner of the
        // connection asked for more than off.
        return "SET TRANSACTION ISOLATION LEVEL " + isolation.sql() + " READ WRITE;"
                + " SELECT set_config('synchronous_commit', 'on', true)"
                + " WHERE current_setting('synchronous_commit') = 'off'";
    }

    @Override
    public void beginRead(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    @Override
    public void beginLook(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public void beginWrite(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, beginWrite);
    }

    /**
     * Never SERIALIZABLE: there it would see no reference made since it began, and of a reference made at READ COMMITTED
     * by another application the database would not warn it either.
     */
    @Override
    public void beginSweep(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, beginSweep);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    /** Vacuum and the log's own rotation remove them, which is not for a connection of ours to ask for. */
    @Override
    public void forgetDeleted(Connection connection) {}

    @Override
    public int attempts() {
        return attempts;
    }

    /**
     * Twice as long each time, and anywhere up to that, so that two who met do not meet again. An interrupt that came before
     * is left for later: without a pause, every attempt would be spent at once.
     */
    @Override
    public void pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempt, 20));
        boolean interrupted = Thread.interrupted();
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isBusy(SQLException failure) {
        return PostgresFailure.of(failure) == PostgresFailure.RACE;
    }

    @Override
    public boolean isUndone(SQLException failedCommit) {
        return PostgresFailure.isUndone(failedCommit);
    }

    @Override
    public StoreException translate(String what, SQLException failure) {
        return PostgresFailure.translate(what, failure);
    }

    @Override
    public String spell(String statement) {
        return statement.indexOf('{') < 0
                ? statement
                : statement
                        .replace("{digests}", "string_agg(encode(r.digest, 'hex'), '')")
                        .replace("{among}", "= ANY (ARRAY(")
                        .replace("{/among}", "))")
                        .replace("{earlier document}", "NULL::text")
                        .replace("{text of content}", "t.organisation = c.organisation AND t.digest = c.digest");
    }

    /** What it cannot keep it cannot have either: writes were refused before, by name; this is what a caller looks for. */
    @Override
    public void bind(PreparedStatement statement, int index, String text) throws SQLException {
        new StorableTexts(this, "the request").require("text", text);
        statement.setString(index, text);
    }

    @Override
    public void bind(PreparedStatement statement, int index, UUID id) throws SQLException {
        statement.setObject(index, id);
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        statement.setNull(index, Types.NULL);
    }

    @Override
    public boolean keepsEveryText() {
        return false;
    }

    @Override
    public ContentTables contents() {
        return contents;
    }

    @Override
    public Directory directory() {
        return directory;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
