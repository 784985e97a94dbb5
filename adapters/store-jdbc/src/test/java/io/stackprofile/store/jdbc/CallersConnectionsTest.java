package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stackprofile.test.postgres.PostgresServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A pool that hands a connection on as it was given back: Tomcat's does unless told otherwise. */
class CallersConnectionsTest {

    /** A pool of one connection, which closing gives back. */
    private static DataSource lending(Connection only) {
        Object lent = Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(only, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> lent);
    }

    @Test
    void a_connection_goes_back_outside_any_transaction_whatever_broke() throws Exception {
        try (Connection only = PostgresServer.shared().emptyDatabase().getConnection()) {
            WatchedSource source = new WatchedSource(lending(only));
            try (JdbcStore store = JdbcStore.postgresql(source)) {
                source.after((statement, connection) -> {
                    if (statement.startsWith("INSERT INTO draft")) {
                        throw new OutOfMemoryError("in the middle of a transaction");
                    }
                });
                assertThat(catchThrowable(
                                () -> store.drafts().create(draft(1, "{}").build())))
                        .isInstanceOf(OutOfMemoryError.class);
            }
            assertThat(only.getAutoCommit()).isTrue();
            try (Statement statement = only.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count(*) FROM draft")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }
}
