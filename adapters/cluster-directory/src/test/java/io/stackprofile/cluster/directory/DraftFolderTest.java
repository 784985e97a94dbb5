package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.StackDraftId;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFolderTest {

    @TempDir
    private Path folder;

    private static final StackSpec SPEC = StackSpec.of(
            Optional.of("Räume\nund \"Zitate\""),
            List.of(
                    Commits.manifest("db/statefulset", "kind: StatefulSet\r\n"),
                    Commits.manifest("DB/statefulset", ""),
                    Commits.manifest("../../escape", "\uFEFFkind: A", MemberRef.addon("redis")),
                    Commits.ownAddon("redis", "1.10")
                            .namespace("shop")
                            .values("a: 1\n")
                            .build(),
                    Commits.addon("no-values", "yes").registryName("0644").build()));

    private static DraftDocument draft(String document) {
        return DraftDocument.builder()
                .id(Commits.DRAFT)
                .stack("shop")
                .spec(SPEC)
                .document(document)
                .build();
    }

    @Test
    void a_draft_is_a_folder_that_people_can_read() {
        Folders plain = new Folders(folder);
        plain.cluster().saveDraft(draft("{\"a\":\r\n1}"));
        String place = ".stackprofile/drafts/" + Commits.DRAFT + "/";
        assertThat(plain.text(place + "draft.document")).isEqualTo("{\"a\":\r\n1}");
        assertThat(plain.text(place + "members/addons/redis.values.yaml")).isEqualTo("a: 1\n");
        assertThat(plain.everything()).hasSize(6);
        assertThat(plain.cluster().findDraft(Commits.DRAFT)).contains(draft("{\"a\":\r\n1}"));
        assertThat(plain.cluster().stacks()).isEmpty();
    }

    @Test
    void a_draft_that_was_being_replaced_is_still_found() throws IOException {
        Folders plain = new Folders(folder);
        plain.cluster().saveDraft(draft("first"));
        Path drafts = folder.resolve(".stackprofile/drafts");
        Files.move(drafts.resolve(Commits.DRAFT.toString()), drafts.resolve(Commits.DRAFT + ".replaced"));
        assertThat(plain.cluster().findDraft(Commits.DRAFT)).contains(draft("first"));
        plain.cluster().saveDraft(draft("second"));
        assertThat(plain.cluster().findDraft(Commits.DRAFT)).contains(draft("second"));
        assertThat(drafts).isDirectoryNotContaining(file -> file.toString().endsWith(".replaced"));
        plain.cluster().deleteDraft(Commits.DRAFT);
        assertThat(plain.cluster().findDraft(Commits.DRAFT)).isEmpty();
        assertThat(drafts).isEmptyDirectory();
    }

    @Test
    void a_reader_beside_a_writer_sees_whole_drafts() throws InterruptedException {
        DirectoryCluster cluster = new Folders(folder).cluster();
        cluster.saveDraft(draft("0"));
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 1; i < 60; i++) {
                    cluster.saveDraft(draft(String.valueOf(i)));
                }
            } finally {
                done.set(true);
            }
        });
        writer.start();
        while (!done.get()) {
            DraftDocument found = cluster.findDraft(Commits.DRAFT).orElseThrow();
            assertThat(found.spec()).isEqualTo(SPEC);
        }
        writer.join();
        assertThat(cluster.findDraft(Commits.DRAFT)).contains(draft("59"));
        assertThat(cluster.findDraft(StackDraftId.of("0199d3f0-2c41-7b64-9f3e-000000000000")))
                .isEmpty();
    }
}
