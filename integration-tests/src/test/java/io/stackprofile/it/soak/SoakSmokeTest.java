package io.stackprofile.it.soak;

import io.stackprofile.it.StoreKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some seconds of {@link SoakTest}, so that every build knows that it would run. */
class SoakSmokeTest {

    @TempDir
    private Path folder;

    @Test
    void everythingHoldsOnSqliteForSomeSeconds() throws Exception {
        new Soak("SQLite", StoreKind.SQLITE.open(folder), () -> SoakTest.size(folder)).run(Duration.ofSeconds(1), 2);
    }

    @Test
    void everythingHoldsOnPostgresForSomeSeconds() throws Exception {
        SoakTest.onPostgres("serializable").run(Duration.ofSeconds(1), 2);
    }
}
