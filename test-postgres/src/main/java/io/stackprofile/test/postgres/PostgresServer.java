package io.stackprofile.test.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server with settings of production: an acknowledged commit is on the disk. Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final AtomicInteger databases = new AtomicInteger();
    private volatile EmbeddedPostgres server;

    private PostgresServer(Path folder) {
        this.folder = folder;
        this.server = launch(folder, 0);
    }

    /** The server of this process, for everyone; it ends with the process. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final PostgresServer SERVER = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }

    /** A server of the caller's own. */
    public static PostgresServer start() {
        try {
            return new PostgresServer(Files.createTempDirectory("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a server's data", e);
        }
    }

    /** A new, empty database. */
    public PGSimpleDataSource emptyDatabase() {
        String name = "d" + databases.incrementAndGet();
        try (Connection connection = database("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database was made", e);
        }
        return database(name);
    }

    /** A database there is. */
    public PGSimpleDataSource database(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {server.getPort()});
        source.setDatabaseName(name);
        source.setUser("postgres");
        return source;
    }

    /** Kills the server and every process of it at once, as SIGKILL does; nothing is told, nothing is flushed. */
    public void kill() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each ->
                each.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
    }

    /** Starts the server again on its data, on the same port, and waits until it has recovered and answers. */
    public void restart() {
        int port = server.getPort();
        stop();
        server = launch(folder, port);
    }

    /** Stops the server and removes its data. */
    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a server's data was not removed", e);
        }
    }

    /** On a folder with data it continues with them, else it makes them; port 0 is any that is free. */
    private static EmbeddedPostgres launch(Path folder, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** Does nothing to a server that was killed. */
    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private ProcessHandle postmaster() {
        Path file = folder.resolve("data").resolve("postmaster.pid");
        try (Stream<String> lines = Files.lines(file)) {
            long id = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(id).orElseThrow(() -> new IllegalStateException("the server is not running"));
        } catch (IOException e) {
            throw new UncheckedIOException("the server is not running", e);
        }
    }
}
