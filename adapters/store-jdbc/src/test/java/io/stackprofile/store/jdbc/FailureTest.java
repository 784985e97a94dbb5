package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.NOON;
import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.draft;
import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class FailureTest {

    private static final String CANARY = "canary-9f27c4d1";

    @TempDir
    private Path folder;

    /** Commits or not, and loses the answer once. */
    private static void loseAnswer(WatchedSource source, boolean commits) {
        AtomicBoolean armed = new AtomicBoolean(true);
        WatchedSource.Fault loss = (statement, connection) -> {
            if (statement.equals(WatchedSource.COMMIT) && armed.getAndSet(false)) {
                throw new SQLException("connection reset while writing " + CANARY);
            }
        };
        if (commits) {
            source.after(loss);
        } else {
            source.before(loss);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_lost_answer_to_a_commit_is_an_unknown_outcome_and_the_repeat_settles_it(boolean commits) throws Exception {
        Path file = folder.resolve("profiles.db");
        JdbcStore.sqlite(file).close();
        SQLiteDataSource real = new SQLiteDataSource();
        real.setUrl("jdbc:sqlite:" + file);
        WatchedSource source = new WatchedSource(real);
        ConnectionPool connections = new ConnectionPool(source, 1);
        ProfileRecord wanted = profile(1, "platform-baseline").build();
        try (JdbcStore store = new JdbcStore(new Transactions(new SqliteDialect(), connections, connections))) {
            loseAnswer(source, commits);
            StackProfileException unknown = catchThrowableOfType(
                    StackProfileException.class, () -> store.profiles().create("key", wanted, version(1, "{}")));
            assertThat(unknown.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(traceOf(unknown)).doesNotContain(CANARY);
            assertThat(store.profiles().create("key", wanted, version(1, "{}"))).isEqualTo(wanted);
            assertThat(store.profiles().versions("acme", wanted.id())).hasSize(1);
        }
    }

    /** Every table fails in turn, with the document in the database's own message. */
    @ParameterizedTest
    @ValueSource(strings = {"profile", "profile_version", "profile_request", "content_ref", "profile_tag"})
    void a_failure_anywhere_leaves_no_trace_and_tells_nothing_of_what_was_written(String table) throws Exception {
        Path file = folder.resolve("profiles.db");
        try (JdbcStore store = JdbcStore.sqlite(file)) {
            String column = table.equals("profile_version") ? "NEW.document" : "'" + CANARY + "'";
            execute(
                    file,
                    "CREATE TRIGGER refuse BEFORE INSERT ON " + table + " BEGIN SELECT CASE WHEN 1 THEN RAISE(ABORT, '"
                            + CANARY + "') END WHERE " + column + " <> ''; END");
            ProfileRecord wanted =
                    profile(1, CANARY).description(CANARY).addTags(CANARY).build();
            Throwable failure =
                    catchThrowable(() -> store.profiles().create(CANARY, wanted, version(1, CANARY, CANARY)));
            assertThat(failure).isInstanceOf(StackProfileException.class);
            assertThat(((StackProfileException) failure).code()).isEqualTo(ErrorCode.STORE_FAILED);
            assertThat(traceOf(failure)).contains("SQLITE_CONSTRAINT").doesNotContain(CANARY);
            execute(file, "DROP TRIGGER refuse");
            assertThat(store.profiles().find("acme", ProfileKey.of(CANARY))).isEmpty();
            assertThat(store.profiles().create(CANARY, wanted, version(1, CANARY, CANARY)))
                    .isEqualTo(wanted);
        }
    }

    @Test
    void a_row_that_cannot_be_read_is_not_quoted() throws Exception {
        Path file = folder.resolve("profiles.db");
        try (JdbcStore store = JdbcStore.sqlite(file)) {
            store.profiles().create("key", profile(1, "platform-baseline").build(), version(1, "{}"));
            store.contents().putAll("acme", Map.of(digest(CANARY), CANARY), NOON);
            store.drafts().create(draft(1, CANARY).build());
            execute(file, "UPDATE profile SET visibility = '" + CANARY + "'");
            execute(file, "UPDATE content_text SET deflated = CAST('" + CANARY + "' AS BLOB)");
            execute(file, "UPDATE draft SET profile_id = '" + CANARY + "'");
            for (Throwable failure : List.of(
                    catchThrowable(() -> store.profiles().find("acme", ProfileKey.of("platform-baseline"))),
                    catchThrowable(() -> store.contents().getAll("acme", List.of(digest(CANARY)))),
                    catchThrowable(() ->
                            store.drafts().find("acme", draft(1, "").build().id())))) {
                assertThat(failure)
                        .hasMessageContaining("holds what this library never wrote")
                        .hasMessageContaining("Restore the file from a copy.");
                assertThat(traceOf(failure)).doesNotContain(CANARY);
            }
        }
    }

    @Test
    void a_conflict_does_not_quote_what_was_written() {
        try (JdbcStore store = JdbcStore.sqlite(folder.resolve("profiles.db"))) {
            store.drafts().create(draft(1, CANARY).build());
            Throwable exists =
                    catchThrowable(() -> store.drafts().create(draft(1, CANARY).build()));
            Throwable stale = catchThrowable(() -> store.drafts()
                    .update(4, draft(1, 5, "acme", CANARY).name(CANARY).build()));
            assertThat(traceOf(exists) + traceOf(stale))
                    .contains("exists already", "is at 1, not 4")
                    .doesNotContain(CANARY);
        }
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Everything a log would show: message, causes, suppressed. */
    private static String traceOf(Throwable failure) {
        StringWriter out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out));
        return out.toString();
    }
}
