package io.stackprofile.samples.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

    @TempDir
    private Path temporary;

    @Test
    void a_missing_or_an_empty_folder_becomes_a_store_that_is_there_when_it_is_opened_again() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        for (Path folder : new Path[] {empty, temporary.resolve("missing")}) {
            try (FolderStore store = FolderStore.open(folder)) {
                Script.writes().values().forEach(write -> write.accept(store));
            }
            try (FolderStore again = FolderStore.open(folder)) {
                Map<String, Object> seen = Sight.of(again);
                again.compact();
                assertThat(Sight.of(again)).isEqualTo(seen);
                assertThat(seen).containsEntry("acme count", 2L);
            }
        }
    }

    @Test
    void a_folder_of_other_files_is_refused_and_left_as_it_was() throws IOException {
        Files.writeString(temporary.resolve("notes.txt"), "canary-8a1f");
        assertRefused(temporary, InvalidContentException.class, "other files than a store's");
    }

    @Test
    void a_file_is_refused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "canary-8a1f");
        assertThatThrownBy(() -> FolderStore.open(file)).isInstanceOf(StoreException.class);
        assertThat(file).hasContent("canary-8a1f");
    }

    @Test
    void a_folder_in_a_missing_one_is_refused() {
        assertThatThrownBy(() -> FolderStore.open(temporary.resolve("missing/store")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not exist. Create it first");
    }

    @Test
    void contents_without_a_journal_are_refused_rather_than_forgotten() throws IOException {
        Path folder = written();
        Files.delete(folder.resolve("journal-00000001"));
        assertRefused(folder, StoreException.class, "has contents and no journal");
    }

    @Test
    void a_later_version_s_journal_is_refused() throws IOException {
        Path folder = written();
        Path journal = folder.resolve("journal-00000001");
        byte[] bytes = Files.readAllBytes(journal);
        String line = new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("store 0002 ", "store 0003 ");
        Files.write(journal, line.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(folder, InvalidContentException.class, "written by a later version");
    }

    @Test
    void a_second_store_is_refused_and_the_first_goes_on() throws IOException {
        Path folder = temporary.resolve("store");
        try (FolderStore first = FolderStore.open(folder)) {
            assertThatThrownBy(() -> FolderStore.open(folder.resolve("../store")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is open already, in this process or another")
                    .hasMessageContaining("Close that store first");
            first.drafts().create(SampleRecords.draft(1, "acme", 1, "{}"));
            assertThat(openInAnotherProcess(folder)).contains("is open already, in this process or another");
        }
        assertThat(openInAnotherProcess(folder)).isEqualTo("opened");
    }

    @Test
    void a_closed_store_says_so_and_may_be_closed_again() {
        FolderStore store = FolderStore.open(temporary.resolve("store"));
        store.close();
        store.close();
        assertThatThrownBy(() -> store.drafts().create(SampleRecords.draft(1, "acme", 1, "{}")))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("is closed. Open it again.");
        assertThatThrownBy(() -> Sight.of(store)).isInstanceOf(StoreException.class);
    }

    /** A process that opens a folder, says what came of it, and ends without closing it. */
    static final class Opener {

        private Opener() {}

        public static void main(String[] arguments) {
            try {
                FolderStore.open(Path.of(arguments[0]));
                System.out.println("opened");
            } catch (StoreException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    private static String openInAnotherProcess(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opener.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            return String.valueOf(lines.readLine());
        }
    }

    private Path written() {
        Path folder = temporary.resolve("store");
        try (FolderStore store = FolderStore.open(folder)) {
            Script.writes().values().forEach(write -> write.accept(store));
        }
        return folder;
    }

    private static void assertRefused(Path folder, Class<? extends Exception> type, String why) throws IOException {
        Map<Path, String> before = files(folder);
        assertThatThrownBy(() -> FolderStore.open(folder))
                .isInstanceOf(type)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(why)
                .hasMessageContaining("nothing was changed")
                .hasMessageNotContaining("canary");
        assertThat(files(folder)).isEqualTo(before);
    }

    private static Map<Path, String> files(Path folder) throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
