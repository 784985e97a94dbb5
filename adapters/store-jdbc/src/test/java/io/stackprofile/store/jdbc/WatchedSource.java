package io.stackprofile.store.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose statements and commits are recorded, and can be made to fail before or after they happen. */
final class WatchedSource implements DataSource {

    /** What a commit is called among the statements. */
    static final String COMMIT = "COMMIT";

    private static final Set<String> EXECUTES = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

    private final DataSource real;
    private final List<String> executed = new CopyOnWriteArrayList<>();
    private volatile Fault before = (statement, connection) -> {};
    private volatile Fault after = (statement, connection) -> {};

    WatchedSource(DataSource real) {
        this.real = real;
    }

    /** What happens around a statement. */
    @FunctionalInterface
    interface Fault {
        void at(String statement, Connection connection) throws SQLException;
    }

    void before(Fault fault) {
        before = fault;
    }

    void after(Fault fault) {
        after = fault;
    }

    /** What was executed since the last call, in order. */
    List<String> executed() {
        List<String> all = List.copyOf(executed);
        executed.clear();
        return all;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(real.getConnection());
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                return around(COMMIT, connection, () -> method.invoke(connection, arguments));
            }
            Object result = method.invoke(connection, arguments);
            if (result instanceof PreparedStatement statement) {
                return watched(PreparedStatement.class, statement, connection, (String) arguments[0]);
            }
            return result instanceof Statement statement ? watched(Statement.class, statement, connection, "") : result;
        });
    }

    private <S extends Statement> S watched(Class<S> type, S statement, Connection connection, String prepared) {
        return proxy(type, (method, arguments) -> {
            if (!EXECUTES.contains(method.getName())) {
                return method.invoke(statement, arguments);
            }
            String sql = arguments == null || arguments.length == 0 ? prepared : (String) arguments[0];
            return around(sql, connection, () -> method.invoke(statement, arguments));
        });
    }

    private Object around(String sql, Connection connection, Call call) throws Exception {
        executed.add(sql);
        before.at(sql, connection);
        Object result = call.make();
        after.at(sql, connection);
        return result;
    }

    @FunctionalInterface
    private interface Call {
        Object make() throws Exception;
    }

    @FunctionalInterface
    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                WatchedSource.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return handler.handle(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return real.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
