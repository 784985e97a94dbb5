package io.stackprofile.samples.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.DraftId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.error.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What callers are told when the disk fails, and what a text that is none does. */
class FailingDiskTest {

    private static final Path ROOT = Path.of("/disk");
    private static final String CANARY = "canary-77e2-secret";

    private final SimulatedDisk disk = new SimulatedDisk(ROOT);
    private final FolderStore store = open(disk);

    @Test
    void a_write_whose_force_failed_is_unknown_and_the_store_stops_until_it_is_opened_again() {
        store.drafts().create(SampleRecords.draft(1, "acme", 1, "{}"));
        Map<String, Object> before = Sight.of(store);
        disk.cutBefore(2);
        assertThatThrownBy(() -> store.drafts().create(SampleRecords.draft(2, "acme", 1, CANARY)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("/disk/store")
                .hasMessageNotContaining("canary")
                .hasNoCause();
        assertThatThrownBy(() -> Sight.of(store))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("close the store and open it again");
        store.close();
        try (FolderStore lost = open(disk.afterLosing(Loss.ALL));
                FolderStore kept = open(disk.afterLosing(Loss.NOTHING))) {
            assertThat(Sight.of(lost)).isEqualTo(before);
            assertThat(Sight.of(kept)).isNotEqualTo(before);
        }
    }

    @Test
    void nobody_is_shown_what_the_disk_may_still_lose() throws Exception {
        AtomicReference<Object> shown = new AtomicReference<>();
        try (LosingDisk losing = new LosingDisk()) {
            FolderStore open = FolderStore.open(losing, ROOT.resolve("store"), 1 << 20, Runnable::run);
            DraftId id = new DraftId(SampleRecords.id(1));
            Thread reader = new Thread(() -> {
                try {
                    shown.set(open.drafts().find("acme", id));
                } catch (StoreException refused) {
                    shown.set(refused.code());
                }
            });
            losing.loseOnceItWaits(reader);
            assertThatThrownBy(() -> open.drafts().create(SampleRecords.draft(1, "acme", 1, "{}")))
                    .isInstanceOf(OutcomeUnknownException.class);
            reader.join();
        }
        assertThat(shown).hasValue(ErrorCode.STORE_FAILED);
    }

    /** Fails to force when a reader, started meanwhile, waits or has its answer. */
    private static final class LosingDisk extends ForwardingDisk {

        private Optional<Thread> reader = Optional.empty();

        LosingDisk() {
            super(new SimulatedDisk(ROOT));
        }

        void loseOnceItWaits(Thread reader) {
            this.reader = Optional.of(reader);
        }

        @Override
        public void forceFile(Path file) throws IOException {
            if (reader.isEmpty()) {
                super.forceFile(file);
                return;
            }
            Thread reads = reader.get();
            reads.start();
            while (reads.isAlive() && reads.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            throw new IOException("the disk is gone");
        }
    }

    @Test
    void a_content_that_cannot_be_written_fails_and_the_store_goes_on() {
        disk.cutBefore(1);
        assertThatThrownBy(() -> store.contents().putAll("acme", Map.of(Script.digest(0), CANARY), SampleRecords.NOON))
                .isInstanceOf(StoreException.class)
                .hasMessageNotContaining("canary")
                .hasNoCause();
        assertThat(Sight.of(store)).containsEntry("acme contents", Map.of());
    }

    @Test
    void half_a_character_is_refused_and_leaves_nothing() {
        Map<String, Object> before = Sight.of(store);
        String half = CANARY + "\uD83D";
        assertThatThrownBy(() -> store.drafts().create(SampleRecords.draft(1, "acme", 1, half)))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> store.profiles()
                        .create("k", SampleRecords.profile(1, "acme", half, 1, 1), SampleRecords.version(1, "{}")))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageNotContaining("canary")
                .hasNoCause();
        assertThatThrownBy(() -> store.contents().putAll("acme", Map.of(Script.digest(0), half), SampleRecords.NOON))
                .isInstanceOf(InvalidContentException.class);
        assertThat(Sight.of(store)).isEqualTo(before);
    }

    @Test
    void a_write_costs_the_same_however_much_there_is() throws Exception {
        Path journal = ROOT.resolve("store/journal-00000001");
        long first = bytesOf(1, journal);
        for (int n = 2; n < 400; n++) {
            bytesOf(n, journal);
        }
        disk.takeSteps();
        assertThat(bytesOf(400, journal)).isLessThan(first + 10);
        assertThat(disk.takeSteps()).hasSize(2);
    }

    private long bytesOf(int n, Path journal) throws Exception {
        long before = disk.size(journal);
        store.drafts().create(SampleRecords.draft(n, "acme", 1, "{}"));
        return disk.size(journal) - before;
    }

    private static FolderStore open(SimulatedDisk disk) {
        return FolderStore.open(disk, ROOT.resolve("store"), 1 << 20, Runnable::run);
    }
}
