package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who uses one database needs no driver of the other. */
class DriversTest {

    @TempDir
    private Path folder;

    /** The library as an application sees it that lacks what is named so. */
    private static Class<?> without(String... jars) throws Exception {
        List<URL> rest = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (List.of(jars).stream()
                    .noneMatch(jar -> new File(entry).getName().startsWith(jar))) {
                rest.add(new File(entry).toURI().toURL());
            }
        }
        ClassLoader application = new URLClassLoader(rest.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        return application.loadClass(JdbcStore.class.getName());
    }

    @Test
    void a_postgresql_store_needs_no_sqlite() throws Exception {
        try (HikariDataSource pool = PostgresPools.empty();
                AutoCloseable store = (AutoCloseable) without("sqlite-jdbc", "HikariCP", "postgresql")
                        .getMethod("postgresql", DataSource.class)
                        .invoke(null, pool)) {
            assertThat(store).isNotNull();
        }
    }

    @Test
    void a_sqlite_store_needs_no_postgresql_and_no_pool() throws Exception {
        try (AutoCloseable store = (AutoCloseable) without("HikariCP", "postgresql")
                .getMethod("sqlite", Path.class)
                .invoke(null, folder.resolve("profiles.db"))) {
            assertThat(store).isNotNull();
        }
    }

    @Test
    void a_missing_driver_of_sqlite_is_named() throws Exception {
        Class<?> library = without("sqlite-jdbc");
        InvocationTargetException failure = catchThrowableOfType(
                InvocationTargetException.class,
                () -> library.getMethod("sqlite", Path.class).invoke(null, folder.resolve("profiles.db")));
        assertThat(failure.getCause())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "SQLite's driver is missing. Add org.xerial:sqlite-jdbc to the application's dependencies.");
    }
}
