package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.MemberRef;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitOpsRefusedCommitTest {

    @TempDir
    private Path folder;

    private static final String NAMESPACES = Commits.configMap("namespaces", "info");

    @Test
    void an_edit_that_would_reach_another_stack_is_refused_and_nothing_is_written() {
        Folders shared = Folders.gitOps(folder, """
                  stacks:
                    - name: edge
                      manifests: &all
                        - name: routes
                          manifest: |
                            kind: Route
                    - name: core
                      manifests: *all
                """);
        Map<String, String> before = shared.everything();
        assertRefused(shared, Commits.commit("edge", Commits.manifest("routes", "kind: Other\n")), "'core'");
        assertRefused(shared, Commits.commit("core", Commits.manifest("level", NAMESPACES)), "manifest/routes");
        assertThat(shared.everything()).isEqualTo(before);
    }

    @Test
    void edges_that_do_not_hold_are_refused_and_nothing_is_written() {
        Folders staging = Samples.copy("staging", folder);
        Map<String, String> before = staging.everything();
        StackCommit unknown = Commits.commit("edge", Commits.manifest("a", "a: 1\n", MemberRef.manifest("b")));
        StackCommit cycle = Commits.commit(
                "edge",
                Commits.manifest("a", "a: 1\n", MemberRef.manifest("b")),
                Commits.manifest("b", "a: 1\n", MemberRef.manifest("a")));
        StackCommit twice = Commits.commit("edge", Commits.manifest("a", "a: 1\n"), Commits.manifest("a", "a: 2\n"));
        assertThat(refusal(staging, unknown).code()).isEqualTo(ErrorCode.UNKNOWN_PARENT);
        assertThat(refusal(staging, cycle).code()).isEqualTo(ErrorCode.DEPENDENCY_CYCLE);
        assertThat(refusal(staging, twice).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(staging.everything()).isEqualTo(before);
    }

    @Test
    void a_link_is_not_written_through(@TempDir Path elsewhere) {
        Folders out = new Folders(elsewhere).file("keep.txt", "");
        Folders staging = Samples.copy("staging", folder).link("stacks", elsewhere);
        assertThat(refusal(staging, Commits.commit("edge", Commits.manifest("a", "a: 1\n")))
                        .code())
                .isEqualTo(ErrorCode.PATH_ESCAPE);
        Folders inside = Folders.gitOps(folder.resolve("b"), """
                  stacks:
                    - name: edge
                      manifests: [{name: a, from_file: a.yaml}]
                """).file("target.yaml", "a: 1\n");
        inside.link("a.yaml", folder.resolve("b/target.yaml"));
        assertThat(refusal(inside, Commits.commit("edge", Commits.manifest("a", "a: 2\n")))
                        .code())
                .isEqualTo(ErrorCode.PATH_ESCAPE);
        assertThat(inside.text("target.yaml")).isEqualTo("a: 1\n");
        assertThat(out.everything()).containsOnlyKeys("keep.txt");
    }

    @Test
    void a_target_that_moved_is_refused_and_nothing_is_written() {
        Folders staging = Samples.copy("staging", folder);
        String reviewed = staging.cluster().fingerprint("tools");
        staging.file("manifests/tools/mail-catcher.yaml", "kind: Changed\n");
        Map<String, String> before = staging.everything();
        StackCommit commit = Commits.builder("tools")
                .addMember(Commits.secret(Commits.manifest("a", "a: 1\n")))
                .expectedFingerprint(reviewed)
                .build();
        ConflictException moved = catchThrowableOfType(
                ConflictException.class, () -> staging.cluster().commit(commit));
        assertThat(moved.code()).isEqualTo(ErrorCode.TARGET_MOVED);
        assertThat(staging.everything()).isEqualTo(before);
    }

    private static void assertRefused(Folders folders, StackCommit commit, String word) {
        StackProfileException refused = refusal(folders, commit);
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refused.problem()).contains(word);
    }

    private static StackProfileException refusal(Folders folders, StackCommit commit) {
        InvalidContentException refused = catchThrowableOfType(
                InvalidContentException.class, () -> folders.cluster().commit(commit));
        assertThat(refused).as("refused").isNotNull();
        return refused;
    }
}
