package io.stackprofile.it.crash;

import io.stackprofile.it.StoreKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fifty processes killed over each store. {@code -Dstackprofile.crash.rounds} says how many, and
 * {@code -Dstackprofile.crash.seed} repeats a run's choices, though never its moments.
 */
@Tag("crash")
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("stackprofile.crash.rounds", 50);
    private static final long SEED = Long.getLong("stackprofile.crash.seed", System.currentTimeMillis() % 1_000_000);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled(StoreKind kind) throws Exception {
        System.out.println(new Rounds(kind, folder, SEED, Rounds.Outage.NONE).run(ROUNDS));
    }
}
