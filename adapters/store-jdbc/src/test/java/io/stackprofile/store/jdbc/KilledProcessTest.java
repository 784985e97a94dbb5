package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {

    private static final int ENOUGH = 25;

    @TempDir
    private Path folder;

    @Test
    void every_acknowledged_write_outlives_a_killed_process_and_none_is_half_there() throws Exception {
        Path file = folder.resolve("profiles.db");
        int acknowledged = writeAndKill(file, n -> {});
        assertThat(acknowledged).isGreaterThanOrEqualTo(ENOUGH);
        try (JdbcStore store = JdbcStore.sqlite(file)) {
            requireEverything(store, acknowledged);
        }
    }

    @Test
    void a_process_killed_in_the_middle_does_not_disturb_another_that_writes_the_same_file() throws Exception {
        Path file = folder.resolve("profiles.db");
        try (JdbcStore survivor = JdbcStore.sqlite(file)) {
            int acknowledged = writeAndKill(
                    file,
                    n -> survivor.drafts().create(Records.draft(n, "draft " + n).build()));
            survivor.drafts().create(Records.draft(0, "afterwards").build());
            requireEverything(survivor, acknowledged);
            for (int n = 0; n <= acknowledged; n++) {
                DraftRecord own =
                        Records.draft(n, n == 0 ? "afterwards" : "draft " + n).build();
                assertThat(survivor.drafts().find("acme", own.id())).contains(own);
            }
        }
    }

    private static void requireEverything(JdbcStore store, int acknowledged) {
        for (int n = 1; n <= acknowledged; n++) {
            InstantiationRecord instance =
                    Records.instance(n, 1, InstantiationStatus.DEPLOYED).build();
            assertThat(store.instantiations().find("acme", instance.id())).contains(instance);
        }
        long profiles = store.catalogue()
                .count(ProfileFilter.builder().organisation("acme").build());
        assertThat(profiles).isBetween((long) acknowledged, acknowledged + 1L);
        for (int n = 1; n <= profiles; n++) {
            requireWhole(store, n);
        }
        long instances = store.instantiations().instanceCount(Records.profileId(1));
        assertThat(instances).isBetween((long) acknowledged, profiles);
        assertThat(store.instantiations().outdatedCount("acme", Records.profileId(1), 2))
                .isEqualTo(instances);
    }

    private static void requireWhole(JdbcStore store, int n) {
        String text = WritesUntilKilled.text(n);
        assertThat(store.profiles().find("acme", ProfileKey.of("stack-" + n)))
                .contains(Records.profile(n, "stack-" + n).build());
        assertThat(store.profiles().version("acme", Records.profileId(n), 1))
                .contains(Records.version(1, "document " + n, text));
        assertThat(store.contents().getAll("acme", List.of(Records.digest(text))))
                .containsValue(text);
        assertThat(store.profiles()
                        .create("key-" + n, Records.profile(n, "other").build(), Records.version(1, "other")))
                .isEqualTo(Records.profile(n, "stack-" + n).build());
    }

    /** How many writes were acknowledged when the process was gone; tells {@code each} of every one. */
    private static int writeAndKill(Path file, IntConsumer each) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritesUntilKilled.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            String last = "0";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                each.accept(Integer.parseInt(line));
                if (Integer.parseInt(line) == ENOUGH) {
                    process.toHandle().destroyForcibly(); // Process.destroyForcibly would close the pipe
                }
            }
            return Integer.parseInt(last);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
