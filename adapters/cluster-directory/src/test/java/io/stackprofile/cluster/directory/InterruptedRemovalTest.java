package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedRemovalTest {

    private static final Manifest BASE = Commits.manifest("base", "kind: Namespace\n");
    private static final Manifest WORKER = Commits.manifest("worker", "kind: Deployment\n", BASE.ref());
    private static final Addon VALKEY =
            Commits.ownAddon("valkey", "0.7.4").values("replicas: 1\n").build();

    @TempDir
    private Path folder;

    /** A power cut: the first {@code count} moves happen, then nothing more. */
    private static DirectoryCluster cutAfter(int count, Path place, AtomicInteger moved) {
        return new DirectoryCluster("staging", place, Limits.defaults(), Optional.empty(), (from, to) -> {
            if (moved.get() == count) {
                throw new IOException("cut");
            }
            moved.incrementAndGet();
            FolderWriter.Move.ATOMIC.move(from, to);
        });
    }

    private static StackCommit update() {
        return Commits.builder(
                        "dispatch",
                        Commits.marked("dispatch", BASE.withText("kind: Namespace # 2\n"))
                                .members())
                .mark(Commits.mark(1))
                .addRemovals(VALKEY, WORKER)
                .build();
    }

    /** Stops an update with removals at each of its moves, and repeats it. */
    private int stopEverywhere(Function<Path, Folders> made) {
        for (int count = 0; ; count++) {
            Folders place = made.apply(folder.resolve(String.valueOf(count)));
            place.cluster().commit(Commits.marked("dispatch", BASE, WORKER, VALKEY));
            AtomicInteger moved = new AtomicInteger();
            DirectoryCluster cut = cutAfter(count, place.root, moved);
            Optional<StackProfileException> stopped =
                    Optional.ofNullable(catchThrowableOfType(StackProfileException.class, () -> cut.commit(update())));
            if (stopped.isPresent()) {
                assertThat(stopped.get().code())
                        .isEqualTo(count == 0 ? ErrorCode.CLUSTER_FAILED : ErrorCode.OUTCOME_UNKNOWN);
                assertThat(place.cluster().read("dispatch")).isPresent();
                assertThat(place.cluster().commit(update()).members())
                        .extracting(MemberOutcome::status)
                        .contains(Status.REMOVED)
                        .doesNotContain(Status.KEPT);
            }
            Folders whole = made.apply(folder.resolve("whole" + count));
            whole.cluster().commit(Commits.marked("dispatch", BASE, WORKER, VALKEY));
            whole.cluster().commit(update());
            assertThat(place.everything()).isEqualTo(whole.everything());
            if (stopped.isEmpty()) {
                return count;
            }
        }
    }

    @Test
    void wherever_a_removal_from_a_repository_stops_it_reads_and_a_repeat_completes_it() {
        // The text, cluster.yaml, two files, the notes.
        assertThat(stopEverywhere(place -> Folders.gitOps(place, "  stacks: []\n")))
                .isEqualTo(5);
    }

    @Test
    void wherever_a_removal_from_plain_folders_stops_they_read_and_a_repeat_completes_it() {
        // The text, two files, the notes.
        assertThat(stopEverywhere(place -> new Folders(place).file("README.md", "# Edge\n")))
                .isEqualTo(4);
    }
}
