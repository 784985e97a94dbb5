package io.stackprofile.samples.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.SuggestionStore;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records what the store asks of its disk, and in which order, before a write returns. */
class ForcedBeforeAcknowledgedTest {

    private static final Path ROOT = Path.of("/disk");
    private static final String JOURNAL = "store/journal-00000001";
    private static final List<String> ONE_FORCED_FRAME = List.of("write " + JOURNAL, "force " + JOURNAL);
    private static final Set<String> READS = Set.of(
            "read",
            "find",
            "findByDraft",
            "version",
            "versions",
            "page",
            "received",
            "sent",
            "getAll",
            "outdatedCount",
            "instanceCount");

    private final SimulatedDisk disk = new SimulatedDisk(ROOT);
    private final FolderStore store = FolderStore.open(disk, ROOT.resolve("store"), 1 << 20, Runnable::run);

    @Test
    void every_method_that_writes_is_in_the_script() {
        Set<String> writing = new TreeSet<>();
        Stream.of(
                        ProfileStore.class,
                        ContentStore.class,
                        DraftStore.class,
                        SuggestionStore.class,
                        InstantiationStore.class,
                        StoreArchive.class)
                .flatMap(role -> Stream.of(role.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic() && !READS.contains(method.getName()))
                .forEach(method -> writing.add(name(method)));
        assertThat(Script.writes().keySet()).containsAll(writing);
        assertThat(writing).hasSize(17);
    }

    @Test
    void a_new_store_has_its_name_forced_before_its_first_write() {
        assertThat(disk.takeSteps())
                .containsExactly(
                        "make store",
                        "force ",
                        "write " + JOURNAL + ".new",
                        "force " + JOURNAL + ".new",
                        "rename to " + JOURNAL,
                        "force store",
                        "force " + JOURNAL);
    }

    @Test
    void every_write_of_records_is_one_frame_forced_before_it_returns() {
        Script.writes().forEach((name, write) -> {
            disk.takeSteps();
            write.accept(store);
            if (!name.contains("putAll")
                    && !name.contains("sweep")
                    && !name.contains("put a")
                    && !name.contains("restore")) {
                assertThat(disk.takeSteps()).as(name).isEqualTo(ONE_FORCED_FRAME);
            }
        });
    }

    @Test
    void a_content_is_forced_and_its_names_too_before_the_journal_says_it_is_there() {
        disk.takeSteps();
        store.contents().putAll("acme", Map.of(Script.digest(0), Script.TEXTS.get(0)), SampleRecords.NOON);
        assertThat(disk.takeSteps())
                .containsExactly(
                        "make store/contents",
                        "force store",
                        "make store/contents/HASH",
                        "force store/contents",
                        "make store/contents/HASH/12",
                        "force store/contents/HASH",
                        "write store/contents/HASH/12/HASH.1.new",
                        "force store/contents/HASH/12/HASH.1.new",
                        "rename to store/contents/HASH/12/HASH",
                        "force store/contents/HASH/12",
                        "write " + JOURNAL,
                        "force " + JOURNAL);
    }

    @Test
    void a_copy_s_texts_are_forced_before_one_frame_has_all_its_items() {
        disk.takeSteps();
        RestoredItems.write(store);
        assertThat(disk.takeSteps())
                .containsExactly(
                        "make store/contents",
                        "force store",
                        "make store/contents/HASH",
                        "force store/contents",
                        "make store/contents/HASH/12",
                        "force store/contents/HASH",
                        "write store/contents/HASH/12/HASH.1.new",
                        "force store/contents/HASH/12/HASH.1.new",
                        "rename to store/contents/HASH/12/HASH",
                        "force store/contents/HASH/12",
                        "write " + JOURNAL,
                        "force " + JOURNAL);
    }

    @Test
    void a_sweep_removes_files_when_the_journal_says_they_are_gone() {
        store.contents().putAll("acme", Map.of(Script.digest(0), Script.TEXTS.get(0)), SampleRecords.NOON);
        disk.takeSteps();
        assertThat(store.contents().sweep("acme", SampleRecords.NOON.plusSeconds(1)))
                .isEqualTo(1);
        assertThat(disk.takeSteps())
                .containsExactly("write " + JOURNAL, "force " + JOURNAL, "delete store/contents/HASH/12/HASH");
    }

    @Test
    void a_compacted_journal_is_whole_and_forced_before_it_has_its_name_and_the_earlier_one_goes_last() {
        Script.writes().values().forEach(write -> write.accept(store));
        disk.takeSteps();
        store.compact();
        assertThat(disk.takeSteps())
                .containsExactly(
                        "write store/journal-00000002.new",
                        "write store/journal-00000002.new",
                        "write store/journal-00000002.new",
                        "force store/journal-00000002.new",
                        "rename to store/journal-00000002",
                        "force store",
                        "force store/journal-00000002",
                        "delete " + JOURNAL);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
