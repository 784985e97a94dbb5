package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.draft;
import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.StoreException;
import io.stackprofile.test.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresOpeningTest {

    private static final PostgresqlOptions AS_IT_IS =
            PostgresqlOptions.builder().applySchema(false).build();

    private static final String NAME = PostgresServer.shared().emptyDatabase().getDatabaseName();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final String schema = "s" + SCHEMAS.incrementAndGet();
    private final PGSimpleDataSource database = PostgresServer.shared().database(NAME);
    private final HikariDataSource pool = PostgresPools.pool(database);

    @BeforeEach
    void create() throws SQLException {
        database.setCurrentSchema(schema);
        execute("CREATE SCHEMA " + schema);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void several_that_open_an_empty_schema_at_once_make_one_store() throws Exception {
        int openers = 8;
        CyclicBarrier start = new CyclicBarrier(openers);
        ExecutorService threads = Executors.newFixedThreadPool(openers);
        try {
            List<Future<JdbcStore>> opening = new ArrayList<>();
            for (int i = 0; i < openers; i++) {
                opening.add(threads.submit(() -> {
                    start.await();
                    return JdbcStore.postgresql(pool, PostgresPools.at(PostgresqlOptions.Isolation.SERIALIZABLE));
                }));
            }
            opening.get(0).get().drafts().create(draft(1, "{}").build());
            for (Future<JdbcStore> each : opening) {
                assertThat(each.get().drafts().find("acme", draft(1, "").build().id()))
                        .isPresent();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(first("SELECT count(*) FROM schema_version")).isEqualTo("1");
    }

    @Test
    void a_store_opens_again_with_what_it_kept() {
        try (JdbcStore store = JdbcStore.postgresql(pool)) {
            store.drafts().create(draft(1, "{}").build());
        }
        try (JdbcStore store = JdbcStore.postgresql(pool, AS_IT_IS)) {
            assertThat(store.drafts().find("acme", draft(1, "").build().id()))
                    .contains(draft(1, "{}").build());
        }
    }

    @Test
    void a_schema_that_is_not_to_be_applied_is_asked_for() throws Exception {
        assertThatThrownBy(() -> JdbcStore.postgresql(pool, AS_IT_IS))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("the store has schema 0, and this library needs 1")
                .hasMessageContaining("schema " + schema)
                .hasMessageContaining("Apply V1__profiles_contents_drafts_instances.sql of the library's jar");
        assertThat(first("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"))
                .isEqualTo("0");
    }

    /** As migration tools apply them: the whole text at once, beside their own book. */
    @ParameterizedTest
    @ValueSource(strings = {"flyway_schema_history", "databasechangelog"})
    void scripts_that_a_tool_applied_make_a_store(String book) throws Exception {
        execute("CREATE TABLE " + book + " (id integer)");
        for (String script : Schema.POSTGRESQL.scripts()) {
            execute(Schema.POSTGRESQL.read(script));
        }
        try (JdbcStore store = JdbcStore.postgresql(pool, AS_IT_IS)) {
            assertThat(store.profiles()
                            .create("key", profile(1, "platform-baseline").build(), version(1, "{}"))
                            .name())
                    .isEqualTo("platform-baseline");
        }
    }

    @Test
    void another_applications_tables_are_refused_and_left_alone() throws Exception {
        execute("CREATE TABLE profile (id integer)");
        for (PostgresqlOptions options :
                List.of(AS_IT_IS, PostgresqlOptions.builder().build())) {
            assertThatThrownBy(() -> JdbcStore.postgresql(pool, options))
                    .isInstanceOf(InvalidContentException.class)
                    .hasMessageContaining("the schema has tables of another application")
                    .hasMessageContaining("CREATE SCHEMA stackprofile");
        }
        assertThat(first("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"))
                .isEqualTo("1");
    }

    @Test
    void a_schema_beside_another_applications_is_the_stores_own() throws Exception {
        execute("CREATE TABLE profile (id integer); CREATE SCHEMA own");
        database.setCurrentSchema("own");
        JdbcStore.postgresql(database).close();
        assertThat(first("SELECT count(*) FROM own.profile")).isEqualTo("0");
    }

    @Test
    void a_missing_schema_is_said_to_be_missing() {
        database.setCurrentSchema("nowhere");
        assertThatThrownBy(() -> JdbcStore.postgresql(database))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("the connection's schema does not exist");
    }

    @Test
    void a_later_librarys_schema_is_refused() throws Exception {
        JdbcStore.postgresql(pool).close();
        execute("INSERT INTO schema_version (version, script) VALUES (99, 'V99__later.sql')");
        assertThatThrownBy(() -> JdbcStore.postgresql(pool))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("the store has schema 99, and this library knows schemas up to 1");
    }

    @Test
    void a_database_of_another_encoding_is_refused() throws Exception {
        execute("CREATE DATABASE latin ENCODING 'SQL_ASCII' TEMPLATE template0 LOCALE 'C'");
        assertThatThrownBy(() -> JdbcStore.postgresql(PostgresServer.shared().database("latin")))
                .hasMessageContaining("does not keep text in UTF-8");
    }

    @Test
    void a_server_that_cannot_be_reached_is_said_to_be() {
        database.setPortNumbers(new int[] {1});
        assertThatThrownBy(() -> JdbcStore.postgresql(database))
                .isInstanceOf(StoreException.class)
                .hasMessage("the store could not open the database (SQLSTATE 08001). Check that the database runs and"
                        + " can be reached, and repeat the call.")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "on", "local", "remote_apply"})
    void a_commit_is_flushed_before_it_is_acknowledged_whatever_the_connection_says(String setting) throws Exception {
        database.setOptions("-c synchronous_commit=" + setting);
        WatchedSource source = new WatchedSource(database);
        List<String> seen = new ArrayList<>();
        try (JdbcStore store = JdbcStore.postgresql(source)) {
            source.before((statement, connection) -> {
                if (statement.equals(WatchedSource.COMMIT)) {
                    seen.add(first(connection, "SHOW synchronous_commit"));
                }
            });
            store.drafts().create(draft(1, "{}").build());
        }
        assertThat(seen).containsExactly(setting.equals("off") ? "on" : setting);
    }

    @Test
    void the_isolation_that_was_asked_for_is_the_transactions() {
        for (PostgresqlOptions.Isolation isolation : PostgresPools.isolations()) {
            WatchedSource source = new WatchedSource(database);
            List<String> seen = new ArrayList<>();
            try (JdbcStore store = JdbcStore.postgresql(source, PostgresPools.at(isolation))) {
                source.before((statement, connection) -> {
                    if (statement.equals(WatchedSource.COMMIT)) {
                        seen.add(first(connection, "SHOW transaction_isolation"));
                    }
                });
                store.drafts().delete("acme", draft(1, "{}").build().id());
                store.profiles().version("acme", Records.profileId(1), 1);
            }
            assertThat(seen).containsExactly(isolation.sql().toLowerCase(Locale.ROOT), "repeatable read");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String first(String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return first(connection, sql);
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
