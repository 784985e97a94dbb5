package io.stackprofile.cluster.directory;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Manifest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalCanaryTest {

    private static final String BY_HAND = "Wz8+qK3/tR6#nD1x";
    private static final List<String> CANARIES = List.of(Commits.PLAINTEXT, BY_HAND);
    private static final Manifest REGISTRY = Commits.manifest(
            "registry", "kind: Secret\nstringData:\n  password: ${{ parameters.registry_password }}\n");

    @TempDir
    private Path root;

    private static StackCommit.Builder commit() {
        return Commits.builder("dispatch").mark(Commits.mark(1));
    }

    private static void putThere(ClusterAccess cluster) {
        cluster.commit(commit().addMembers(Commits.secret(REGISTRY, "/stringData/password"))
                .build());
    }

    private static void assertSilent(Object... outputs) {
        for (Object output : outputs) {
            assertAbsent("a removal", String.valueOf(output), CANARIES);
        }
    }

    private void noWordOfSecrets(Folders folders, String file) {
        ClusterAccess cluster = folders.cluster();
        putThere(cluster);
        String written = folders.text(file);
        folders.file(file, written.replaceFirst("password: .*", "password: '" + BY_HAND + "'"));
        StackCommit removal = commit().addRemovals(REGISTRY).build();

        CommitPreview preview = cluster.preview(removal);
        CommitReport kept = cluster.commit(removal);

        assertThat(kept.members()).extracting(MemberOutcome::status).containsExactly(Status.KEPT);
        assertSilent(preview, kept, removal, cluster, cluster.read("dispatch").orElseThrow());
        folders.file(file, "a: '" + BY_HAND + "'\na: [\n");
        assertSilent(cluster.commit(removal), cluster.preview(removal));
        folders.file(file, written);
        assertThat(cluster.commit(removal).members())
                .extracting(MemberOutcome::status)
                .containsExactly(Status.REMOVED);
        folders.everything().values().forEach(text -> assertAbsent("a file", text, CANARIES));
    }

    @Test
    void a_repository_says_nothing_of_a_secret_whose_member_goes() {
        noWordOfSecrets(Folders.gitOps(root, "  stacks: []\n"), "stacks/dispatch/manifests/registry.yaml");
    }

    @Test
    void a_plain_folder_says_nothing_of_a_secret_whose_member_goes() {
        noWordOfSecrets(new Folders(root), "dispatch/registry.yaml");
    }

    @Test
    void a_refused_removal_says_nothing_either() {
        Folders folders = new Folders(root)
                .file("dispatch/real.yaml", "password: '" + BY_HAND + "'\n")
                .link("dispatch/registry.yaml", root.resolve("dispatch/real.yaml"));
        StackCommit removal = commit().addRemovals(REGISTRY).removeForeign(true).build();

        assertAbsent(
                catchThrowableOfType(
                        StackProfileException.class, () -> folders.cluster().commit(removal)),
                CANARIES);
    }
}
