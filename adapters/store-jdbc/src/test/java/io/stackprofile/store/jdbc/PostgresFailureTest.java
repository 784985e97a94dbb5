package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.NOON;
import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresFailureTest {

    private static final String CANARY = "canary-9f27c4d1";

    private final DataSource database = PostgresPools.emptied();
    private final WatchedSource source = new WatchedSource(database);
    private final ProfileRecord wanted = profile(1, CANARY)
            .description(CANARY)
            .category("platform")
            .addSharedWith("globex")
            .build();

    private ProfileRecord create(JdbcStore store) {
        return store.profiles().create("key", wanted, version(1, CANARY, CANARY));
    }

    private static StackProfileException failure(Runnable call) {
        StackProfileException failure = catchThrowableOfType(StackProfileException.class, call::run);
        assertThat(traceOf(failure)).doesNotContain(CANARY, "Caused by", "postgresql.util");
        return failure;
    }

    @Test
    void a_connection_that_breaks_before_the_commit_leaves_no_trace() {
        try (JdbcStore store = JdbcStore.postgresql(source)) {
            source.executed();
            create(store);
            int statements = source.executed().size() - 1;
            assertThat(statements).isGreaterThan(8);
            for (int broken = 1; broken <= statements; broken++) {
                emptied();
                breakAt(broken);
                StackProfileException failure = failure(() -> create(store));
                assertThat(failure.code()).isEqualTo(ErrorCode.STORE_FAILED);
                assertThat(failure).hasMessageContaining("Check that the database runs and can be reached");
                source.before((statement, connection) -> {});
                assertThat(store.profiles().find("acme", ProfileKey.of(wanted.id())))
                        .as("broken at statement " + broken)
                        .isEmpty();
                assertThat(create(store)).isEqualTo(wanted);
            }
        }
    }

    private void breakAt(int number) {
        AtomicInteger count = new AtomicInteger();
        source.before((statement, connection) -> {
            if (count.incrementAndGet() == number) {
                terminate(connection);
            }
        });
    }

    /** Ends the connection's server process, as an administrator or a restart does. */
    private void terminate(Connection broken) throws SQLException {
        int process = broken.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        execute("SELECT pg_terminate_backend(" + process + ", 10000)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_connection_that_breaks_at_the_commit_is_an_unknown_outcome_and_the_repeat_settles_it(boolean commits) {
        try (JdbcStore store = JdbcStore.postgresql(source)) {
            AtomicInteger left = new AtomicInteger(1);
            WatchedSource.Fault loss = (statement, connection) -> {
                if (statement.equals(WatchedSource.COMMIT) && left.getAndDecrement() == 1) {
                    if (commits) {
                        throw new SQLException("reset while writing " + CANARY, "08006");
                    }
                    terminate(connection);
                }
            };
            if (commits) {
                source.after(loss);
            } else {
                source.before(loss);
            }
            assertThat(failure(() -> create(store)).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(create(store)).isEqualTo(wanted);
            assertThat(store.profiles().versions("acme", wanted.id())).hasSize(1);
        }
    }

    @Test
    void a_read_whose_end_gets_no_answer_failed_for_certain() {
        try (JdbcStore store = JdbcStore.postgresql(source)) {
            create(store);
            source.before((statement, connection) -> {
                if (statement.equals(WatchedSource.COMMIT)) {
                    throw new SQLException("reset while reading " + CANARY, "08006");
                }
            });
            assertThat(failure(() -> store.profiles().version("acme", wanted.id(), 1))
                            .code())
                    .isEqualTo(ErrorCode.STORE_FAILED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505"})
    void a_transaction_that_others_were_in_the_way_of_is_run_again_as_often_as_was_asked(String state) {
        PostgresqlOptions twice = PostgresqlOptions.builder().retries(2).build();
        for (String where : List.of("INSERT INTO version_content", WatchedSource.COMMIT)) {
            try (JdbcStore store = JdbcStore.postgresql(source, twice)) {
                emptied();
                failTimes(where, state, 2);
                assertThat(create(store)).isEqualTo(wanted);
                emptied();
                failTimes(where, state, 3);
                assertThat(failure(() -> create(store)))
                        .hasMessage("the store could not create a profile (SQLSTATE " + state
                                + "). Others changed the same records at the same time; repeat the call.");
                source.before((statement, connection) -> {});
                assertThat(store.profiles().find("acme", ProfileKey.of(wanted.id())))
                        .isEmpty();
            }
        }
    }

    private void failTimes(String where, String state, int times) {
        AtomicInteger left = new AtomicInteger(times);
        source.before((statement, connection) -> {
            if (statement.startsWith(where) && left.getAndDecrement() > 0) {
                throw new SQLException("could not serialise " + CANARY, state);
            }
        });
    }

    /** Every table fails in turn, with what was written in the database's own message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile",
                "profile_version",
                "profile_request",
                "profile_history",
                "version_content",
                "version_piece",
                "profile_tag",
                "profile_share",
                "public_profile",
                "public_profile_tag",
                "profile_owner"
            })
    void a_failure_anywhere_leaves_no_trace_and_tells_nothing_of_what_was_written(String table) {
        ProfileRecord open = profile(2, "acme", CANARY, "alice")
                .addTags(CANARY)
                .visibility(Visibility.PUBLIC)
                .addSharedWith("globex")
                .build();
        try (JdbcStore store = JdbcStore.postgresql(database)) {
            execute("ALTER TABLE " + table + " ADD CONSTRAINT refuse CHECK (false) NOT VALID");
            StackProfileException failure =
                    failure(() -> store.profiles().create(CANARY, open, version(1, CANARY, CANARY)));
            assertThat(failure.code()).isEqualTo(ErrorCode.STORE_FAILED);
            assertThat(failure).hasMessageContaining("(SQLSTATE 23514). Check the database's own log");
            execute("ALTER TABLE " + table + " DROP CONSTRAINT refuse");
            assertThat(store.profiles().find("acme", ProfileKey.of(CANARY))).isEmpty();
            assertThat(store.profiles().create(CANARY, open, version(1, CANARY, CANARY)))
                    .isEqualTo(open);
        } finally {
            execute("ALTER TABLE " + table + " DROP CONSTRAINT IF EXISTS refuse");
        }
    }

    @Test
    void a_row_that_cannot_be_read_is_not_quoted() {
        try (JdbcStore store = JdbcStore.postgresql(database)) {
            create(store);
            store.contents().putAll("acme", Map.of(digest(CANARY), CANARY), NOON);
            execute("UPDATE profile SET visibility = '" + CANARY + "'");
            execute("UPDATE content_text SET deflated = '" + CANARY + "'");
            for (Throwable failure : List.of(
                    failure(() -> store.profiles().find("acme", ProfileKey.of(wanted.id()))),
                    failure(() -> store.contents().getAll("acme", List.of(digest(CANARY)))))) {
                assertThat(failure)
                        .hasMessageContaining("holds what this library never wrote")
                        .hasMessageContaining("Restore the database from a copy.");
            }
        }
    }

    @Test
    void a_race_lost_every_time_is_told_as_the_databases_own_are() {
        PostgresDialect dialect =
                new PostgresDialect(PostgresqlOptions.builder().build());
        LostRaceException lost = new LostRaceException();
        assertThat(dialect.isBusy(lost)).isTrue();
        assertThat(dialect.translate("rename a profile", lost))
                .hasMessage("the store could not rename a profile. Others changed the same records at the same time;"
                        + " repeat the call.");
    }

    @Test
    void a_database_that_only_reads_is_said_to_be_one() {
        try (JdbcStore store = JdbcStore.postgresql(source)) {
            source.before((statement, connection) -> {
                if (statement.startsWith("INSERT")) {
                    throw new SQLException("cannot execute INSERT in a read-only transaction", "25006");
                }
            });
            assertThat(failure(() -> create(store))).hasMessageContaining("connect to the primary");
        }
    }

    @Test
    void a_closed_store_says_so_and_leaves_the_data_source_open() throws Exception {
        JdbcStore store = JdbcStore.postgresql(database);
        store.close();
        assertThat(catchThrowable(() -> create(store))).hasMessage("the store is closed. Open it again.");
        try (Connection connection = database.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    /** Without rows, as at the start. */
    private void emptied() {
        execute(
                "DELETE FROM profile; DELETE FROM profile_owner; DELETE FROM profile_request; DELETE FROM version_content;"
                        + " DELETE FROM version_piece; DELETE FROM profile_history; DELETE FROM profile_share");
    }

    private void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything a log would show: message, causes, suppressed. */
    static String traceOf(Throwable failure) {
        StringWriter out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out));
        return out.toString();
    }
}
