package io.stackprofile.samples.store;

import static io.stackprofile.samples.store.SampleRecords.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.testkit.TextDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletedTextsTest {

    private static final String CANARY = "canary-0f3d-überall";

    @TempDir
    private Path temporary;

    @Test
    void deleted_texts_are_off_the_disk_once_the_journal_is_compacted() throws IOException {
        Digest content = TextDigest.of(CANARY);
        try (FolderStore store = FolderStore.open(temporary)) {
            store.contents().putAll("acme", Map.of(content, CANARY), NOON);
            store.profiles()
                    .create(
                            "k1",
                            SampleRecords.profile(1, "acme", "plain", 1, 1),
                            SampleRecords.version(1, CANARY, content));
            store.suggestions().create(SampleRecords.suggestion(1, 1, 1, CANARY));
            store.drafts().create(SampleRecords.draft(1, "acme", 1, CANARY));
            assertThat(occurrences()).isEqualTo(4);
            store.profiles().delete(1, SampleRecords.profile(1, "acme", "plain", 2, 1));
            store.drafts().delete("acme", new DraftId(SampleRecords.id(1)));
            store.contents().sweep("acme", NOON.plusSeconds(1));
            store.compact();
            assertThat(occurrences()).isZero();
            assertThat(Sight.of(store)).containsEntry("acme contents", Map.of());
        }
    }

    @Test
    void no_text_of_a_user_is_a_file_s_name() throws IOException {
        try (FolderStore store = FolderStore.open(temporary)) {
            for (String organisation : new String[] {"../" + CANARY, "a/b", "con", "", "\u0001", "e\u0301", "\u00e9"}) {
                String text = "of " + organisation;
                store.contents().putAll(organisation, Map.of(TextDigest.of(text), text), NOON);
                assertThat(store.contents()
                                .getAll(organisation, List.of(TextDigest.of(text)))
                                .values())
                        .containsExactly(text);
            }
        }
        try (Stream<Path> files = Files.walk(temporary)) {
            assertThat(files.map(file -> temporary.relativize(file).toString()))
                    .allMatch(name -> name.matches("[a-z0-9/-]*"));
        }
    }

    private int occurrences() throws IOException {
        String needle = new String(CANARY.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        int found = 0;
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found +=
                        Files.readString(file, StandardCharsets.ISO_8859_1).split(Pattern.quote(needle), -1).length - 1;
            }
        }
        return found;
    }
}
