package io.stackprofile.samples.cli;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.store.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a store is: a SQLite file, or a PostgreSQL database by its URL, which is never shown because of its password. */
final class StorePlace {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final Optional<Path> file;
    private final PGSimpleDataSource database;

    private StorePlace(Optional<Path> file, PGSimpleDataSource database) {
        this.file = file;
        this.database = database;
    }

    /** Understands a file's path, or a URL whose user and password may stand in PGUSER and PGPASSWORD instead. */
    static StorePlace of(String text, Map<String, String> environment) {
        if (text.startsWith(POSTGRESQL)) {
            return new StorePlace(Optional.empty(), database(text, environment));
        }
        if (text.startsWith("jdbc:") || text.startsWith("postgresql:") || text.startsWith("postgres:")) {
            throw new TypeConversionException(
                    "a store is a file, or a database as jdbc:postgresql://HOST:PORT/DATABASE?currentSchema=SCHEMA");
        }
        try {
            return new StorePlace(Optional.of(Path.of(text)), new PGSimpleDataSource());
        } catch (InvalidPathException unusable) {
            throw new TypeConversionException("the file's path has characters that no path has");
        }
    }

    StackProfileStore open() {
        return file.isPresent() ? JdbcStore.sqlite(file.get()) : JdbcStore.postgresql(database);
    }

    /** Opens a store to read from, which must be there: a file is not made. */
    StackProfileStore openExisting() {
        if (file.isPresent() && !Files.exists(file.get())) {
            throw new UsageException("there is no store in " + file.get(), "Name the store to copy with --store.");
        }
        return open();
    }

    /** Whether both are surely the same store. */
    boolean isSameAs(StorePlace other) {
        if (file.isPresent() && other.file.isPresent()) {
            return resolved(file.get()).equals(resolved(other.file.get()));
        }
        return file.isEmpty() && other.file.isEmpty() && database.getURL().equals(other.database.getURL());
    }

    private static Path resolved(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException missing) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static PGSimpleDataSource database(String url, Map<String, String> environment) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setURL(url);
        } catch (IllegalArgumentException quotesTheUrl) {
            throw new TypeConversionException(
                    "the database's URL cannot be read; write jdbc:postgresql://HOST:PORT/DATABASE?currentSchema=SCHEMA");
        }
        if (source.getUser() == null) {
            source.setUser(environment.get("PGUSER"));
        }
        if (source.getPassword() == null) {
            source.setPassword(environment.get("PGPASSWORD"));
        }
        return source;
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<StorePlace> {

        @Override
        public StorePlace convert(String text) {
            return of(text, System.getenv());
        }
    }
}
