package io.stackprofile.it.soak;

import io.stackprofile.it.Postgres;
import io.stackprofile.it.StoreKind;
import io.stackprofile.test.postgres.PostgresServer;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten minutes of mixed work of sixteen threads on each database, checked every minute;
 * {@code -Dstackprofile.soak.minutes} says how many.
 */
@Tag("soak")
class SoakTest {

    private static final int MINUTES = Integer.getInteger("stackprofile.soak.minutes", 10);
    private static final Duration STRETCH = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void everythingHoldsOnSqlite() throws Exception {
        System.out.println(new Soak("SQLite", StoreKind.SQLITE.open(folder), () -> size(folder)).run(STRETCH, MINUTES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "serializable"})
    void everythingHoldsOnPostgres(String isolation) throws Exception {
        System.out.println(onPostgres(isolation).run(STRETCH, MINUTES));
    }

    static Soak onPostgres(String isolation) {
        String place = Postgres.isolated(Postgres.place(PostgresServer.shared()), isolation);
        return new Soak("PostgreSQL, " + isolation, Postgres.open(place), () -> Postgres.bytes(place));
    }

    static long size(Path folder) {
        return Stream.of(folder.toFile().listFiles()).mapToLong(File::length).sum();
    }
}
