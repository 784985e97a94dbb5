package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.StackDraftId;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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
        assertThat(plain.everything().entrySet())
                .anySatisfy(file -> assertThat(file.getKey()).endsWith("/draft.document"))
                .anySatisfy(file -> {
                    assertThat(file.getKey()).endsWith("/members/addons/redis.values.yaml");
                    assertThat(file.getValue()).isEqualTo("a: 1\n");
                });
        assertThat(plain.everything()).hasSize(6);
        assertThat(plain.cluster().findDraft(Commits.DRAFT)).contains(draft("{\"a\":\r\n1}"));
        assertThat(plain.cluster().stacks()).isEmpty();
    }

    @Test
    void a_save_that_was_cut_off_leaves_the_earlier_draft_and_is_swept_by_the_next() throws IOException {
        Folders plain = new Folders(folder);
        plain.cluster().saveDraft(draft("first"));
        Path place = folder.resolve(".stackprofile/drafts/" + Commits.DRAFT);
        String cut = "0199d3f0-2c41-4b64-9f3e-6a1d5c8b7e90";
        plain.file(".stackprofile/drafts/" + Commits.DRAFT + "/" + cut + "/draft.document", "half");
        assertThat(plain.cluster().findDraft(Commits.DRAFT)).contains(draft("first"));
        plain.cluster().saveDraft(draft("second"));
        assertThat(plain.cluster().findDraft(Commits.DRAFT)).contains(draft("second"));
        assertThat(place).isDirectoryNotContaining(file -> file.endsWith(cut));
        try (Stream<Path> kept = Files.list(place)) {
            assertThat(kept).hasSize(2);
        }
        plain.cluster().deleteDraft(Commits.DRAFT);
        assertThat(plain.cluster().findDraft(Commits.DRAFT)).isEmpty();
        assertThat(place).doesNotExist();
    }

    @Test
    void a_draft_that_lost_a_file_is_said_to_be_unreadable() throws IOException {
        Folders plain = new Folders(folder);
        plain.cluster().saveDraft(draft("first"));
        Path place = folder.resolve(".stackprofile/drafts/" + Commits.DRAFT);
        try (Stream<Path> files = Files.walk(place)) {
            Files.delete(files.filter(file -> file.endsWith("redis.values.yaml"))
                    .findFirst()
                    .orElseThrow());
        }
        ClusterException refused = catchThrowableOfType(
                ClusterException.class, () -> plain.cluster().findDraft(Commits.DRAFT));
        assertThat(refused.code()).isEqualTo(ErrorCode.CLUSTER_FAILED);
        assertThat(refused).hasMessageContaining(Commits.DRAFT.toString());
    }

    @Test
    void a_reader_beside_a_writer_sees_whole_drafts() throws InterruptedException {
        DirectoryCluster cluster = new Folders(folder).cluster();
        cluster.saveDraft(draft("0"));
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 1; i < 300; i++) {
                    cluster.saveDraft(draft(String.valueOf(i)));
                }
            } finally {
                done.set(true);
            }
        });
        writer.start();
        try {
            while (!done.get()) {
                DraftDocument found = cluster.findDraft(Commits.DRAFT).orElseThrow();
                assertThat(found.spec()).isEqualTo(SPEC);
            }
        } finally {
            writer.join();
        }
        assertThat(cluster.findDraft(Commits.DRAFT)).contains(draft("299"));
        assertThat(cluster.findDraft(StackDraftId.of("0199d3f0-2c41-7b64-9f3e-000000000000")))
                .isEmpty();
    }
}
