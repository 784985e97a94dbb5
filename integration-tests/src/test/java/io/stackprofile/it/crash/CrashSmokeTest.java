package io.stackprofile.it.crash;

import io.stackprofile.it.StoreKind;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two rounds of {@link CrashTest}, so that every build knows that it would run. */
class CrashSmokeTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled(StoreKind kind) throws Exception {
        Rounds.of(kind, folder, 1).run(2, 300);
    }
}
