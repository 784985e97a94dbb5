package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedWriteTest {

    @TempDir
    private Path folder;

    /** A power cut: the first {@code count} renames happen, then nothing more. */
    private DirectoryCluster cutAfter(int count) {
        List<Path> moved = new ArrayList<>();
        return new DirectoryCluster("staging", folder, Limits.defaults(), Optional.empty(), (from, to) -> {
            if (moved.size() == count) {
                throw new IOException("cut");
            }
            moved.add(to);
            FolderWriter.Move.ATOMIC.move(from, to);
        });
    }

    private static StackCommit commit() {
        return Commits.commit(
                "platform",
                Commits.manifest("namespaces", "kind: Namespace\n"),
                Commits.manifest("config", "kind: ConfigMap\n", MemberRef.manifest("namespaces")),
                Commits.ownAddon("redis", "20.1.0").values("replicas: 2\n").build());
    }

    @Test
    void wherever_a_commit_stops_the_folder_reads_and_a_repeat_completes_it() {
        for (int count = 0; count < 4; count++) {
            Path place = folder.resolve(String.valueOf(count));
            Folders staging = Samples.copy("staging", place);
            DirectoryCluster cluster = at(place, count);

            StackProfileException cut =
                    catchThrowableOfType(StackProfileException.class, () -> cluster.commit(commit()));

            assertThat(cut.code()).isEqualTo(count == 0 ? ErrorCode.CLUSTER_FAILED : ErrorCode.OUTCOME_UNKNOWN);
            assertThat(staging.text("cluster.yaml")).isEqualTo(original());
            assertThat(staging.cluster().stacks()).containsExactly("tools");
            assertThat(staging.cluster().read("tools")).isPresent();

            staging.cluster().commit(commit());
            Folders whole = Samples.copy("staging", folder.resolve("whole" + count));
            whole.cluster().commit(commit());
            assertThat(staging.everything()).isEqualTo(whole.everything());
        }
    }

    private DirectoryCluster at(Path place, int count) {
        int[] moved = {0};
        return new DirectoryCluster("staging", place, Limits.defaults(), Optional.empty(), (from, to) -> {
            if (moved[0]++ >= count) {
                throw new IOException("cut");
            }
            FolderWriter.Move.ATOMIC.move(from, to);
        });
    }

    private static String original() {
        return new String(Samples.read(Samples.stacks("staging").resolve("cluster.yaml")), StandardCharsets.UTF_8);
    }

    @Test
    void an_update_that_stops_half_way_is_completed_by_a_repeat() {
        Folders prod = Samples.copy("prod", folder);
        StackSpec platform = prod.cluster().read("platform").orElseThrow().spec();
        List<Member> changed = new ArrayList<>();
        for (Member member : platform.members()) {
            changed.add(member.withText(member.text().orElse("") + "# reviewed\n"));
        }
        StackCommit update = Commits.commit("platform", StackSpec.of(platform.description(), changed));
        catchThrowableOfType(StackProfileException.class, () -> cutAfter(7).commit(update));

        assertThat(prod.cluster().read("platform").orElseThrow().spec().members())
                .hasSize(22);
        prod.cluster().commit(update);

        assertThat(prod.cluster().read("platform").orElseThrow().spec().members())
                .isEqualTo(changed);
        assertThat(prod.cluster().commit(update).members())
                .extracting(MemberOutcome::status)
                .containsOnly(MemberOutcome.Status.UNCHANGED);
        assertNothingStaged();
    }

    private void assertNothingStaged() {
        assertThat(Samples.files(folder)).noneMatch(file -> file.toString().contains("staging/"));
    }

    @Test
    void what_a_killed_writer_left_behind_is_swept_and_never_read() {
        Folders staging = Samples.copy("staging", folder)
                .file(".stackprofile/staging/0199/0", "kind: Half")
                .file(".stackprofile/drafts/" + Commits.DRAFT + "/0199d3f0-2c41-4b64-9f3e-6a1d5c8b7e90/x", "");
        assertThat(staging.cluster().stacks()).containsExactly("tools");
        assertThat(staging.cluster().findDraft(Commits.DRAFT)).isEmpty();
        staging.cluster().commit(commit());
        assertNothingStaged();
    }

    @Test
    void a_state_folder_that_is_a_link_is_not_written_to(@TempDir Path elsewhere) {
        Folders staging = Samples.copy("staging", folder).link(".stackprofile", elsewhere);
        StackProfileException refused = catchThrowableOfType(
                StackProfileException.class, () -> staging.cluster().commit(commit()));
        assertThat(refused.code()).isEqualTo(ErrorCode.PATH_ESCAPE);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_written_is_said_and_reading_still_works() {
        Folders staging = Samples.copy("staging", folder).file(".stackprofile", "a file in the way");
        ClusterException refused = catchThrowableOfType(
                ClusterException.class, () -> staging.cluster().commit(commit()));
        assertThat(refused.code()).isEqualTo(ErrorCode.CLUSTER_FAILED);
        assertThat(staging.cluster().findDraft(Commits.DRAFT)).isEmpty();
    }

    @Test
    void a_folder_that_is_not_there_or_not_to_be_written_is_told_apart_by_codes() {
        Folders staging = Samples.copy("staging", folder);
        DirectoryCluster denied =
                new DirectoryCluster("staging", folder, Limits.defaults(), Optional.empty(), (from, to) -> {
                    throw new AccessDeniedException(to.toString());
                });
        ClusterException forbidden = catchThrowableOfType(ClusterException.class, () -> denied.commit(commit()));
        assertThat(forbidden.code()).isEqualTo(ErrorCode.CLUSTER_FORBIDDEN);
        assertThat(staging.cluster().stacks()).containsExactly("tools");

        DirectoryCluster missing = DirectoryCluster.at(folder.resolve("not-there"));
        ClusterException unreachable = catchThrowableOfType(ClusterException.class, missing::stacks);
        assertThat(unreachable.code()).isEqualTo(ErrorCode.CLUSTER_UNREACHABLE);
    }

    @Test
    void writers_of_one_folder_take_turns() throws Exception {
        Folders staging = Samples.copy("staging", folder);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                StackCommit commit = Commits.commit("shared", Commits.manifest("m" + i, "kind: ConfigMap\n"));
                // A cluster of its own each, as two engines in one process would have.
                running.add(pool.submit(() -> staging.cluster().commit(commit)));
            }
            for (Future<?> future : running) {
                future.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(staging.cluster().read("shared").orElseThrow().spec().members())
                .hasSize(12);
    }
}
