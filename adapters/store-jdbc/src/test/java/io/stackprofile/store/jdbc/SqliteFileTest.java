package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

    /** {@code synchronous} 2 is FULL. */
    private static final String DURABLE = "journal_mode=wal synchronous=2 foreign_keys=1";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("profiles.db");
    }

    @Test
    void a_missing_folder_is_named() {
        Path file = folder.resolve("missing/profiles.db");
        assertThatThrownBy(() -> JdbcStore.sqlite(file))
                .isInstanceOf(StoreException.class)
                .hasMessage("the folder " + file.getParent() + " does not exist. Create it first.");
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void a_folder_is_not_a_file() {
        assertThatThrownBy(() -> JdbcStore.sqlite(folder)).isInstanceOf(StoreException.class);
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_as_it_is() throws Exception {
        Files.writeString(file(), "replicaCount: 2\n".repeat(100));
        assertThatThrownBy(() -> JdbcStore.sqlite(file()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not a SQLite database")
                .hasMessageNotContaining("replicaCount")
                .hasNoCause();
        assertThat(file()).hasContent("replicaCount: 2\n".repeat(100));
        assertThat(folder).isDirectoryNotContaining("glob:**-*");
    }

    @Test
    void a_damaged_database_is_refused() throws Exception {
        Files.writeString(file(), "SQLite format 3\0" + "damaged".repeat(1000));
        assertThatThrownBy(() -> JdbcStore.sqlite(file()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("SQLITE_NOTADB")
                .hasNoCause();
    }

    @Test
    void another_applications_database_is_refused_and_left_as_it_is() throws Exception {
        execute("CREATE TABLE invoice (id INTEGER PRIMARY KEY)");
        byte[] before = Files.readAllBytes(file());
        InvalidContentException refusal = refusal();
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
        assertThat(refusal.problem()).isEqualTo("the file is another application's database");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void a_newer_schema_is_refused_and_left_as_it_is() throws Exception {
        JdbcStore.sqlite(file()).close();
        execute("INSERT INTO schema_version (version, script) VALUES (7, 'V7__later.sql')");
        byte[] before = Files.readAllBytes(file());
        InvalidContentException refusal = refusal();
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
        assertThat(refusal.problem())
                .isEqualTo("the store has schema 7, and this library knows schemas up to " + Schema.SQLITE.latest());
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void an_empty_file_becomes_a_store() throws Exception {
        Files.createFile(file());
        JdbcStore.sqlite(file()).close();
        assertThat(number("SELECT count(*) FROM schema_version")).isEqualTo(Schema.SQLITE.latest());
    }

    @Test
    void a_path_with_marks_that_mean_something_in_urls_is_a_path() {
        Path odd = folder.resolve("100% of prod?journal_mode=off#1 ü.db");
        try (JdbcStore store = JdbcStore.sqlite(odd)) {
            store.drafts().create(draft(1, "{}").build());
        }
        assertThat(folder.toFile().list()).containsExactly("100% of prod?journal_mode=off#1 ü.db");
    }

    @Test
    void every_connection_writes_ahead_and_forces_each_commit() throws Exception {
        try (Transactions transactions = SqliteFile.open(file())) {
            assertThat(transactions.read("read", SqliteFileTest::settings)).isEqualTo(DURABLE);
            assertThat(transactions.write("write", SqliteFileTest::settings)).isEqualTo(DURABLE);
        }
    }

    /** Readers are opened as they are needed: one more while another reads. */
    @Test
    void so_does_every_reader_that_is_opened_beside_others() throws Exception {
        try (Transactions transactions = SqliteFile.open(file())) {
            assertThat(readers(transactions, 8)).isEqualTo(Collections.nCopies(8, DURABLE));
        }
    }

    private static List<String> readers(Transactions transactions, int depth) {
        return transactions.read("read", sql -> {
            List<String> all = new ArrayList<>(List.of(settings(sql)));
            if (depth > 1) {
                all.addAll(readers(transactions, depth - 1));
            }
            return all;
        });
    }

    @Test
    void so_does_a_connection_that_took_the_place_of_a_discarded_one() throws Exception {
        try (Transactions transactions = SqliteFile.open(file())) {
            String marked = transactions.write("write", sql -> mark(sql) + cacheSize(sql));
            assertThat(transactions.write("write", SqliteFileTest::cacheSize)).isEqualTo(marked);
            assertThatThrownBy(() -> transactions.write("write", SqliteFileTest::breakOff))
                    .isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> transactions.read("read", SqliteFileTest::breakOff))
                    .isInstanceOf(StoreException.class);

            String writer = transactions.write("write", SqliteFileTest::cacheSize);
            String reader = transactions.read("read", SqliteFileTest::cacheSize);
            assertThat(List.of(writer, reader)).doesNotContain(marked);
            String afterwards = transactions.write("write", SqliteFileTest::settings);
            assertThat(afterwards).isEqualTo(DURABLE);
            afterwards = transactions.read("read", SqliteFileTest::settings);
            assertThat(afterwards).isEqualTo(DURABLE);
        }
    }

    /** Marks the connection by a setting that is its own. */
    private static String mark(Sql sql) throws SQLException {
        sql.update("PRAGMA cache_size = 123");
        return "";
    }

    private static String cacheSize(Sql sql) throws SQLException {
        return sql.first("PRAGMA cache_size", row -> row.text("cache_size")).orElse("nothing");
    }

    /** Ends the transaction under the work's feet, so that the connection is of unknown state and is not used again. */
    private static String breakOff(Sql sql) throws SQLException {
        mark(sql);
        sql.update("ROLLBACK");
        throw new SQLException("broken off");
    }

    private static String settings(Sql sql) throws SQLException {
        StringBuilder settings = new StringBuilder();
        for (String setting : List.of("journal_mode", "synchronous", "foreign_keys")) {
            settings.append(setting).append('=');
            settings.append(
                    sql.first("PRAGMA " + setting, row -> row.text(setting)).orElse("nothing"));
            settings.append(' ');
        }
        return settings.toString().strip();
    }

    @Test
    void a_write_behind_a_lock_that_stays_fails_in_bounded_time_and_readers_go_on() throws Exception {
        try (JdbcStore store = new JdbcStore(SqliteFile.open(file(), Duration.ofMillis(20)));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> store.drafts().create(draft(1, "{}").build()))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("the store could not create a draft (SQLITE_BUSY)."
                            + " Another process held the file for too long; repeat the call.");
            assertThat(store.drafts().find("acme", draft(1, "{}").build().id())).isEmpty();
            statement.execute("ROLLBACK");
            store.drafts().create(draft(1, "{}").build());
            assertThat(store.drafts().find("acme", draft(1, "{}").build().id()))
                    .contains(draft(1, "{}").build());
        }
    }

    private InvalidContentException refusal() {
        return catchThrowableOfType(InvalidContentException.class, () -> JdbcStore.sqlite(file()));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }
}
