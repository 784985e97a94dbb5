package io.stackprofile.samples.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Digest;
import io.stackprofile.error.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read back is what was written, or an error; what a power cut tore off the end is cut. */
class DamageTest {

    private static final Path ROOT = Path.of("/disk");
    private static final Path FOLDER = ROOT.resolve("store");
    private static final Path JOURNAL = FOLDER.resolve("journal-00000001");
    private static final Path COMPACTED = FOLDER.resolve("journal-00000002");
    private static final String CANARY = "canary-51c0-secret";

    private final SimulatedDisk disk = new SimulatedDisk(ROOT);
    private final List<Map<String, Object>> sights = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();

    /** Three drafts; what was to be seen after each, and where the journal ended. */
    private void write() throws IOException {
        try (FolderStore store = open()) {
            for (int n = 0; n <= 3; n++) {
                if (n > 0) {
                    store.drafts().create(SampleRecords.draft(n, "acme", 1, CANARY + n));
                }
                sights.add(Sight.of(store));
                ends.add(disk.size(JOURNAL));
            }
        }
    }

    @Test
    void a_journal_cut_anywhere_in_its_last_frame_is_what_it_was_before_that_frame() throws IOException {
        write();
        for (long length = ends.get(2); length < ends.get(3); length++) {
            disk.truncate(JOURNAL, length);
            assertLeft(2);
        }
    }

    @Test
    void what_follows_the_last_frame_and_is_none_is_cut() throws IOException {
        write();
        byte[] zeros = new byte[5000];
        byte[] ones = new byte[100_000];
        Arrays.fill(ones, (byte) 0xFF);
        for (byte[] noise : List.of(zeros, ones)) {
            disk.write(JOURNAL, ends.get(3), noise);
            assertLeft(3);
        }
    }

    private void assertLeft(int drafts) throws IOException {
        try (FolderStore store = open()) {
            assertThat(Sight.of(store)).isEqualTo(sights.get(drafts));
        }
        assertThat(disk.size(JOURNAL)).isEqualTo(ends.get(drafts));
    }

    @Test
    void a_byte_changed_before_other_frames_is_refused_and_nothing_is_changed() throws IOException {
        write();
        byte[] whole = disk.read(JOURNAL, 0, ends.get(3).intValue());
        for (int at = ends.get(0).intValue(); at < ends.get(2); at++) {
            disk.write(JOURNAL, at, new byte[] {(byte) (whole[at] ^ 0x20)});
            Map<Path, ByteBuffer> before = disk.files();
            long frame = at < ends.get(1) ? ends.get(0) : ends.get(1);
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(JOURNAL + " is damaged at byte " + frame)
                    .hasMessageContaining("restore the folder from a backup")
                    .hasMessageNotContaining("canary")
                    .hasNoCause();
            assertThat(disk.files()).isEqualTo(before);
            disk.write(JOURNAL, at, new byte[] {whole[at]});
        }
        assertLeft(3);
    }

    /** As a block of the disk that was written before may stand behind the end after a power cut. */
    @Test
    void a_frame_that_stands_once_more_behind_the_end_is_cut_and_not_applied() throws IOException {
        write();
        for (int last = 1; last <= 3; last++) {
            byte[] whole = disk.read(JOURNAL, 0, ends.get(last).intValue());
            int begin = ends.get(last - 1).intValue();
            disk.write(JOURNAL, ends.get(3), Arrays.copyOfRange(whole, begin, whole.length));
            assertLeft(3);
        }
    }

    /** All of a small store is one frame after that; it was forced whole, so it can be damaged and never torn. */
    @Test
    void a_byte_changed_anywhere_in_a_compacted_journal_is_refused_and_nothing_is_changed() throws IOException {
        write();
        try (FolderStore store = open()) {
            store.compact();
        }
        byte[] whole = disk.read(COMPACTED, 0, Math.toIntExact(disk.size(COMPACTED)));
        int end = whole.length - Frame.HEADER;
        for (int at = JournalFile.start(); at < end; at++) {
            disk.write(COMPACTED, at, new byte[] {(byte) (whole[at] ^ 0x20)});
            Map<Path, ByteBuffer> before = disk.files();
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is damaged at byte");
            assertThat(disk.files()).isEqualTo(before);
            disk.write(COMPACTED, at, new byte[] {whole[at]});
        }
        try (FolderStore store = open()) {
            assertThat(Sight.of(store)).isEqualTo(sights.get(3));
        }
    }

    /** What compaction left behind is needed until what it made was read whole. */
    @Test
    void an_earlier_journal_is_kept_while_the_one_after_it_cannot_be_read() throws IOException {
        write();
        byte[] earlier = disk.read(JOURNAL, 0, ends.get(3).intValue());
        try (FolderStore store = open()) {
            store.compact();
        }
        disk.write(JOURNAL, 0, earlier);
        disk.write(COMPACTED, ends.get(0) + Frame.HEADER + 1, new byte[] {'#'});
        Map<Path, ByteBuffer> before = disk.files();
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class);
        assertThat(disk.files()).isEqualTo(before);
    }

    @Test
    void a_content_whose_file_is_gone_or_cut_is_there_again_once_it_is_put_again() throws IOException {
        Digest digest = Script.digest(0);
        Path file = new ContentFiles(disk, FOLDER.resolve("contents"), Runnable::run).file("acme", digest.text());
        try (FolderStore store = open()) {
            Map<Digest, String> text = Map.of(digest, CANARY);
            store.contents().putAll("acme", text, SampleRecords.NOON);
            disk.truncate(file, 3);
            store.contents().putAll("acme", text, SampleRecords.NOON);
            assertThat(store.contents().getAll("acme", List.of(digest))).isEqualTo(text);
            disk.delete(file);
            store.contents().putAll("acme", text, SampleRecords.NOON);
            assertThat(store.contents().getAll("acme", List.of(digest))).isEqualTo(text);
        }
    }

    @Test
    void a_content_s_file_that_is_another_or_gone_is_an_error() throws IOException {
        Digest digest = Script.digest(0);
        Path file = new ContentFiles(disk, FOLDER.resolve("contents"), Runnable::run).file("acme", digest.text());
        try (FolderStore store = open()) {
            store.contents().putAll("acme", Map.of(digest, CANARY), SampleRecords.NOON);
            assertThat(store.contents().getAll("acme", List.of(digest))).containsValue(CANARY);
            disk.write(file, 3, new byte[] {'X'});
            assertUnreadable(store, digest);
            disk.truncate(file, 3);
            assertUnreadable(store, digest);
            disk.delete(file);
            assertUnreadable(store, digest);
        }
    }

    private static void assertUnreadable(FolderStore store, Digest digest) {
        assertThatThrownBy(() -> store.contents().getAll("acme", List.of(digest)))
                .isInstanceOf(StoreException.class)
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    private FolderStore open() {
        return FolderStore.open(disk, FOLDER, 1 << 20, Runnable::run);
    }
}
