package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainRemovalTest {

    private static final Manifest BASE = Commits.manifest("base", "kind: Namespace\n");
    private static final Manifest WORKER = Commits.manifest("apps/worker", "kind: Deployment\n", BASE.ref());
    private static final Addon VALKEY =
            Commits.ownAddon("valkey", "0.7.4").values("replicas: 1\n").build();

    @TempDir
    private Path root;

    private Folders dispatch() {
        Folders folders = new Folders(root);
        folders.cluster().commit(Commits.marked("dispatch", BASE, WORKER, VALKEY));
        return folders;
    }

    private static List<Status> statuses(Folders folders, StackCommit commit) {
        return folders.cluster().commit(commit).members().stream()
                .map(MemberOutcome::status)
                .toList();
    }

    @Test
    void a_member_goes_with_its_file_its_folder_and_its_notes() {
        Folders folders = dispatch();

        assertThat(statuses(folders, Commits.removal("dispatch", WORKER))).containsExactly(Status.REMOVED);

        assertThat(folders.everything().keySet())
                .containsExactly(
                        ".stackprofile/stacks/dispatch.yaml", "dispatch/base.yaml", "dispatch/valkey.values.yaml");
        assertThat(root.resolve("dispatch/apps")).doesNotExist();
        assertThat(folders.text(".stackprofile/stacks/dispatch.yaml")).doesNotContain("worker");
    }

    @Test
    void an_emptied_stack_is_gone_with_its_folder_and_notes() {
        Folders folders = dispatch();

        assertThat(statuses(folders, Commits.removal("dispatch", VALKEY, WORKER, BASE)))
                .containsOnly(Status.REMOVED);

        assertThat(folders.everything()).isEmpty();
        assertThat(folders.cluster().stacks()).isEmpty();
        assertThat(statuses(folders, Commits.removal("dispatch", VALKEY, WORKER, BASE)))
                .containsOnly(Status.REMOVED);
    }

    @Test
    void files_that_are_no_members_keep_their_folder() {
        Folders folders = dispatch().file("dispatch/README.md", "# Dispatch\n");

        folders.cluster().commit(Commits.removal("dispatch", VALKEY, WORKER, BASE));

        assertThat(folders.everything()).isEqualTo(Map.of("dispatch/README.md", "# Dispatch\n"));
        assertThat(folders.cluster().read("dispatch").orElseThrow().spec().members())
                .isEmpty();
    }

    @Test
    void what_others_changed_is_kept_though_an_instance_reports_the_text_it_has() {
        Folders folders = dispatch().file("dispatch/apps/worker.yaml", "kind: Deployment # two lorries\n");

        StackCommit removal = Commits.removal("dispatch", WORKER, BASE);
        assertThat(folders.cluster().preview(removal).report())
                .isEqualTo(folders.cluster().commit(removal));
        assertThat(statuses(folders, removal)).containsExactly(Status.KEPT, Status.KEPT);
        assertThat(folders.cluster().commit(removal).members().get(1).message())
                .contains("manifest/apps/worker, which needs it, stays");
    }

    @Test
    void members_that_were_there_before_marks_are_kept() {
        Folders folders = new Folders(root).file("dispatch/base.yaml", "kind: Namespace\n");

        assertThat(folders.cluster().read("dispatch").orElseThrow().marks()).isEmpty();
        assertThat(statuses(folders, Commits.removal("dispatch", BASE))).containsExactly(Status.KEPT);
        StackCommit unmarked = Commits.builder("dispatch").addRemovals(BASE).build();
        assertThat(statuses(folders, unmarked)).containsExactly(Status.REMOVED);
    }

    @Test
    void a_damaged_note_is_refused_without_being_quoted() {
        Folders folders = dispatch();
        String notes = ".stackprofile/stacks/dispatch.yaml";
        folders.file(notes, folders.text(notes).replaceFirst("instance: .*", "instance: \"k8Jx2-vLq-9-Zr\""));

        InvalidContentException refused = catchThrowableOfType(
                InvalidContentException.class, () -> folders.cluster().read("dispatch"));

        assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED);
        assertThat(refused.location().file()).contains(notes);
        assertThat(refused).hasMessageNotContaining("k8Jx2").hasNoCause();
    }

    @Test
    void a_file_behind_a_link_is_not_deleted(@TempDir Path elsewhere) {
        Folders outside = new Folders(elsewhere).file("base.yaml", "kind: Namespace\n");
        Folders folders = new Folders(root)
                .file("dispatch/real.yaml", "kind: Namespace\n")
                .link("dispatch/base.yaml", root.resolve("dispatch/real.yaml"));
        StackCommit removal = Commits.builder("dispatch").addRemovals(BASE).build();

        InvalidContentException refused = catchThrowableOfType(
                InvalidContentException.class, () -> folders.cluster().commit(removal));

        assertThat(refused.code()).isEqualTo(ErrorCode.PATH_ESCAPE);
        assertThat(folders.everything()).containsKeys("dispatch/base.yaml", "dispatch/real.yaml");
        assertThat(outside.everything()).hasSize(1);
    }
}
