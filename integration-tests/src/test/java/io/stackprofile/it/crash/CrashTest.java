package io.stackprofile.it.crash;

import io.stackprofile.it.StoreKind;
import io.stackprofile.test.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
        System.out.println(Rounds.of(kind, folder, SEED).run(ROUNDS));
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheServerIsKilled() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            System.out.println(Rounds.killing(server, SEED).run(ROUNDS));
        }
    }
}
