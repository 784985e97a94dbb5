package io.stackprofile.samples.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.InMemoryStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cuts the power at every step of a script over all roles, and looks at what is there after every {@link Loss}. */
class PowerLossTest {

    private static final Path ROOT = Path.of("/disk");
    private static final Path FOLDER = ROOT.resolve("store");
    private static final int COMPACTED_AFTER = 17;
    private static final long NEVER_BY_ITSELF = 1 << 20;

    private final List<String> names = List.copyOf(Script.writes().keySet());
    private final List<Consumer<StackProfileStore>> writes =
            List.copyOf(Script.writes().values());
    private final List<Map<String, Object>> expected = sights();
    private final Set<Map<Path, ByteBuffer>> looked = new HashSet<>();
    private long cuts;

    @ParameterizedTest
    @ValueSource(longs = {0, NEVER_BY_ITSELF})
    void whatever_step_the_power_fails_at_acknowledged_writes_are_there_and_none_is_half(long slack) {
        assertThat(firstLoss(slack, () -> new SimulatedDisk(ROOT))).isEmpty();
        assertThat(cuts).isGreaterThan(100);
    }

    /** So that the test above is known to see what it looks for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "store/journal-00000001",
                "store/journal-00000001.new",
                "store/journal-00000002.new",
                "store/contents/HASH/12/HASH\\.\\d+\\.new",
                "store",
                "store/contents",
                "store/contents/HASH",
                "store/contents/HASH/12"
            })
    void a_store_that_forgets_to_force_a_file_or_a_folder_is_found_out(String forgotten) {
        assertThat(firstLoss(NEVER_BY_ITSELF, () -> new SimulatedDisk(ROOT, forgotten)))
                .isPresent();
    }

    /** What a crash did that it must not, at the first step where it did. */
    private Optional<String> firstLoss(long slack, Supplier<SimulatedDisk> disks) {
        for (cuts = 1; ; cuts++) {
            SimulatedDisk disk = disks.get();
            disk.cutBefore(cuts);
            int acknowledged = run(disk, slack);
            if (!disk.isOff()) {
                assertThat(acknowledged).isEqualTo(writes.size());
                return Optional.empty();
            }
            Optional<String> problem = problem(disk, acknowledged, slack);
            if (problem.isPresent()) {
                return problem;
            }
        }
    }

    private Optional<String> problem(SimulatedDisk cut, int acknowledged, long slack) {
        looked.clear();
        for (Loss loss : Loss.values()) {
            if (!looked.add(cut.afterLosing(loss).files()) && loss != Loss.ALL) {
                continue;
            }
            try {
                goOn(cut.afterLosing(loss), acknowledged, slack);
                interruptRecovery(cut.afterLosing(loss), acknowledged, slack);
            } catch (StackProfileException | AssertionError problem) {
                String during = acknowledged < names.size() ? names.get(acknowledged) : "the end";
                return Optional.of("power cut before step " + cuts + " (" + during + "), with the loss of " + loss
                        + ": " + problem.getMessage());
            }
        }
        return Optional.empty();
    }

    /** How many writes of the script are acknowledged before the first that is not. */
    private int run(SimulatedDisk disk, long slack) {
        int acknowledged = 0;
        try {
            FolderStore store = open(disk, slack);
            for (Consumer<StackProfileStore> write : writes) {
                write.accept(store);
                acknowledged++;
                if (acknowledged == COMPACTED_AFTER) {
                    store.compact();
                }
            }
        } catch (StackProfileException noPower) {
            return acknowledged;
        }
        return acknowledged;
    }

    /** Opens what is left, repeats requests, goes on with the script, and cuts the power once more. */
    private void goOn(SimulatedDisk left, int acknowledged, long slack) {
        try (FolderStore store = open(left, slack)) {
            Map<String, Object> seen = Sight.of(store);
            int at = seen.equals(expected.get(acknowledged)) ? acknowledged : acknowledged + 1;
            assertThat(isExpected(seen, acknowledged))
                    .as("all there, none half")
                    .isTrue();
            for (int i = 0; i < at; i++) {
                if (Script.KEYED.contains(names.get(i))) {
                    writes.get(i).accept(store);
                }
            }
            assertThat(Sight.of(store)).as("after repeats").isEqualTo(seen);
            for (int next = at; next < writes.size(); next++) {
                writes.get(next).accept(store);
                if (next == at) {
                    assertKept(left, next + 1, slack);
                }
            }
        }
        assertKept(left, writes.size(), slack);
    }

    /** Whatever is not forced goes; so many writes stay. */
    private void assertKept(SimulatedDisk disk, int written, long slack) {
        try (FolderStore store = open(disk.afterLosing(Loss.ALL), slack)) {
            assertThat(Sight.of(store)).as("after going on").isEqualTo(expected.get(written));
        }
    }

    /** Opening is cut as well, at every step. */
    private void interruptRecovery(SimulatedDisk left, int acknowledged, long slack) {
        for (int step = 1; isInterrupted(left.afterLosing(Loss.NOTHING), step, acknowledged, slack); step++) {
            assertThat(step).isLessThan(100);
        }
    }

    private boolean isInterrupted(SimulatedDisk left, int step, int acknowledged, long slack) {
        left.cutBefore(step);
        try {
            open(left, slack).close();
            return false;
        } catch (StackProfileException noPower) {
            assertThat(left.isOff()).as("opens unless the power fails").isTrue();
        }
        for (Loss loss : List.of(Loss.NOTHING, Loss.ALL)) {
            try (FolderStore store = open(left.afterLosing(loss), slack)) {
                assertThat(isExpected(Sight.of(store), acknowledged))
                        .as("after recovery was cut")
                        .isTrue();
            }
        }
        return true;
    }

    private boolean isExpected(Map<String, Object> seen, int acknowledged) {
        return seen.equals(expected.get(acknowledged))
                || seen.equals(expected.get(Math.min(acknowledged + 1, writes.size())));
    }

    private static FolderStore open(SimulatedDisk disk, long slack) {
        return FolderStore.open(disk, FOLDER, slack, Runnable::run);
    }

    /** What a store shows before the first write and after each, by the testkit's store in memory. */
    private List<Map<String, Object>> sights() {
        List<Map<String, Object>> sights = new ArrayList<>();
        InMemoryStore model = new InMemoryStore();
        sights.add(Sight.of(model));
        for (Consumer<StackProfileStore> write : writes) {
            write.accept(model);
            sights.add(Sight.of(model));
        }
        return sights;
    }
}
