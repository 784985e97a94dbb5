package io.stackprofile.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresServerTest {

    @Test
    void a_commit_is_on_the_disk_when_it_is_acknowledged() throws Exception {
        DataSource database = PostgresServer.shared().emptyDatabase();
        assertThat(text(database, "SHOW fsync")).isEqualTo("on");
        assertThat(text(database, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(text(database, "SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void a_killed_server_comes_back_with_what_was_committed() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            PGSimpleDataSource database = server.emptyDatabase();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 'here' AS word");
                server.kill();
                assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
            }
            server.restart();
            assertThat(text(database, "SELECT word FROM kept")).isEqualTo("here");
        }
    }

    private static String text(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
