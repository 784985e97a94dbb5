package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines are counted in cluster.yaml: what a test gives as spec begins at line 6. */
class RefusedContentTest {

    @TempDir
    private Path folder;

    private final Limits limits = Limits.builder().memberSize(1000).build();

    private Folders edge(String entries) {
        return Folders.gitOps(folder, "  stacks:\n    - name: edge\n" + entries.indent(6));
    }

    private void assertRefused(ErrorCode code, String where, String... words) {
        DirectoryCluster cluster = (DirectoryCluster) DirectoryClusters.builder()
                .add("edge", folder)
                .limits(limits)
                .build()
                .find("acme", "edge")
                .orElseThrow();
        InvalidContentException refused =
                catchThrowableOfType(InvalidContentException.class, () -> cluster.read("edge"));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.location().describe()).isEqualTo(where);
        List.of(words).forEach(word -> assertThat(refused.problem()).contains(word));
        assertThat(refused).hasNoCause();
    }

    @Test
    void yaml_that_is_none() {
        edge("manifests: [\n");
        assertRefused(ErrorCode.MALFORMED, "cluster.yaml, line 9:1", "cannot be read as YAML");
    }

    @Test
    void a_key_twice() {
        edge("description: one\ndescription: two\n");
        assertRefused(ErrorCode.DUPLICATE_KEY, "cluster.yaml, /spec/stacks/0, line 9:7");
    }

    @Test
    void a_key_twice_in_an_included_file() {
        edge("manifests:\n  - include: teams\n")
                .file("teams/tracking.yaml", "name: routes\nmanifest: a\nname: other\n");
        assertRefused(ErrorCode.DUPLICATE_KEY, "teams/tracking.yaml, line 3:1");
    }

    @Test
    void a_file_that_is_missing() {
        edge("manifests:\n  - name: routes\n    from_file: manifests/routes.yaml\n");
        assertRefused(
                ErrorCode.MISSING_FILE,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 10:11",
                "manifests/routes.yaml");
    }

    @Test
    void an_include_that_is_missing() {
        edge("manifests:\n  - include: teams\n");
        assertRefused(ErrorCode.MISSING_FILE, "cluster.yaml, line 9:11", "teams");
    }

    @Test
    void a_description_that_is_missing() {
        edge("description_from_file: docs/edge.md\n");
        assertRefused(ErrorCode.MISSING_FILE, "cluster.yaml, line 8:7", "docs/edge.md");
    }

    @Test
    void a_path_that_climbs_out() {
        edge("manifests:\n  - name: routes\n    from_file: manifests/../../routes.yaml\n");
        assertRefused(
                ErrorCode.PATH_ESCAPE,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 10:11",
                "leaves the cluster's folder");
    }

    @Test
    void a_path_from_the_root() {
        edge("manifests:\n  - name: routes\n    from_file: /etc/passwd\n");
        assertRefused(
                ErrorCode.PATH_ESCAPE,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 10:11",
                "/etc/passwd");
    }

    @Test
    void a_link_that_leads_out(@TempDir Path elsewhere) {
        new Folders(elsewhere).file("routes.yaml", "kind: Secret\n");
        edge("manifests:\n  - name: routes\n    from_file: manifests/routes.yaml\n")
                .link("manifests", elsewhere);
        assertRefused(
                ErrorCode.PATH_ESCAPE,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 10:11",
                "manifests/routes.yaml");
    }

    @Test
    void an_include_that_climbs_out() {
        edge("manifests:\n  - include: ..\n");
        assertRefused(ErrorCode.PATH_ESCAPE, "cluster.yaml, line 9:11");
    }

    @Test
    void a_link_that_leads_out_of_a_plain_folder(@TempDir Path elsewhere) {
        new Folders(elsewhere).file("routes.yaml", "kind: Secret\n");
        new Folders(folder).file("edge/a.yaml", "a: 1\n").link("edge/b.yaml", elsewhere.resolve("routes.yaml"));
        assertRefused(ErrorCode.PATH_ESCAPE, "edge/b.yaml");
    }

    @Test
    void a_parent_that_is_unknown() {
        edge("manifests:\n  - name: routes\n    manifest: a\n    parents:\n      - manifest: crds\n");
        assertRefused(
                ErrorCode.UNKNOWN_PARENT,
                "cluster.yaml, manifest/routes, line 12:15",
                "manifest/crds",
                "manifest/routes");
    }

    @Test
    void a_parent_that_is_neither_manifest_nor_addon() {
        edge("manifests:\n  - name: routes\n    manifest: a\n    parents: [{chart: proxy}]\n");
        assertRefused(
                ErrorCode.MALFORMED,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 11:21",
                "neither a manifest nor an addon");
    }

    @Test
    void members_that_depend_on_each_other() {
        edge("""
                manifests:
                  - {name: a, manifest: x, parents: [{manifest: b}]}
                  - {name: b, manifest: x, parents: [{manifest: c}]}
                  - {name: c, manifest: x, parents: [{manifest: b}]}
                """);
        assertRefused(
                ErrorCode.DEPENDENCY_CYCLE,
                "cluster.yaml, manifest/b, line 10:11",
                "manifest/b -> manifest/c -> manifest/b");
    }

    @Test
    void files_that_include_each_other() {
        edge("manifests:\n  - include: a.yaml\n")
                .file("a.yaml", "- include: b.yaml\n")
                .file("b.yaml", "# ours\n- include: a.yaml\n");
        assertRefused(ErrorCode.MALFORMED, "b.yaml, line 2:3", "loop: cluster.yaml -> a.yaml -> b.yaml -> a.yaml");
    }

    @Test
    void includes_that_multiply() {
        Folders edge = edge("manifests:\n  - include: level0.yaml\n");
        for (int i = 0; i < 30; i++) {
            String next = "- include: level" + (i + 1) + ".yaml\n";
            edge.file("level" + i + ".yaml", next + next);
        }
        edge.file("level30.yaml", "[]\n");
        assertRefused(ErrorCode.LIMIT_EXCEEDED, "level29.yaml, line 1:3", "5000");
    }

    @Test
    void a_member_that_is_too_large() {
        edge("manifests:\n  - name: routes\n    from_file: routes.yaml\n").file("routes.yaml", "# " + "x".repeat(1000));
        assertRefused(
                ErrorCode.LIMIT_EXCEEDED,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 10:11",
                "routes.yaml",
                "1000");
    }

    @Test
    void an_inline_member_that_is_too_large() {
        edge("manifests:\n  - name: routes\n    manifest: " + "x".repeat(1001) + "\n");
        assertRefused(
                ErrorCode.LIMIT_EXCEEDED,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 10:11",
                "1000");
    }

    @Test
    void a_file_too_large_to_be_read_is_not_read() throws IOException {
        edge("manifests:\n  - name: routes\n    from_file: routes.yaml\n").file("routes.yaml", "");
        try (var sparse =
                new java.io.RandomAccessFile(folder.resolve("routes.yaml").toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        assertRefused(
                ErrorCode.LIMIT_EXCEEDED, "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 10:11");
    }

    @Test
    void more_members_or_text_than_allowed() {
        new Folders(folder).file("edge/a.yaml", "a: 1\n").file("edge/b.yaml", "a: 1\n");
        for (Limits tight : List.of(
                Limits.builder().members(1).build(),
                Limits.builder().stackSize(9).build())) {
            InvalidContentException refused = catchThrowableOfType(
                    InvalidContentException.class,
                    () -> DirectoryClusters.builder()
                            .add("edge", folder)
                            .limits(tight)
                            .build()
                            .find("acme", "edge")
                            .orElseThrow()
                            .read("edge"));
            assertThat(refused.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
            assertThat(refused.location().describe()).isEqualTo("edge/b.yaml");
        }
    }

    @Test
    void a_file_of_another_encoding() {
        edge("manifests:\n  - name: routes\n    from_file: routes.yaml\n")
                .bytes("routes.yaml", "kind: Route\n# \u00dcbersicht\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(ErrorCode.MALFORMED, "routes.yaml, manifest/routes, line 2", "not UTF-8 at byte offset 14");
    }

    @Test
    void base64_that_is_none() {
        edge("manifests:\n  - name: routes\n    manifest_base64: kind-Route\n");
        assertRefused(
                ErrorCode.MALFORMED,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 10:11",
                "not base64");
    }

    @Test
    void base64_of_another_encoding() {
        String encoded = Base64.getEncoder().encodeToString("\u00dc".getBytes(StandardCharsets.ISO_8859_1));
        edge("manifests:\n  - name: routes\n    manifest_base64: " + encoded + "\n");
        assertRefused(
                ErrorCode.MALFORMED,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 10",
                "byte offset 0");
    }

    @Test
    void a_stack_twice() {
        Folders.gitOps(folder, "  stacks:\n    - name: edge\n    - name: core\n    - name: edge\n");
        assertRefused(ErrorCode.DUPLICATE_KEY, "cluster.yaml, line 9:7", "'edge'", "cluster.yaml, line 7:7");
    }

    @Test
    void two_folders_of_one_name() {
        new Folders(folder).file("edge/a.yaml", "a: 1\n").file("Edge/a.yaml", "a: 1\n");
        assertRefused(ErrorCode.DUPLICATE_KEY, "edge", "'edge'", "Edge");
    }

    @Test
    void a_member_twice() {
        edge("manifests:\n  - {name: routes, manifest: a}\n  - include: teams.yaml\n")
                .file("teams.yaml", "name: routes\nmanifest: b\n");
        assertRefused(ErrorCode.DUPLICATE_KEY, "teams.yaml, line 1:1", "manifest/routes", "cluster.yaml, line 9:12");
    }

    @Test
    void two_files_of_one_member() {
        new Folders(folder).file("edge/routes.yaml", "a: 1\n").file("edge/routes.json", "{}");
        assertRefused(ErrorCode.DUPLICATE_KEY, "edge/routes.yaml", "manifest/routes", "edge/routes.json");
    }

    @Test
    void an_entry_without_a_source() {
        edge("manifests:\n  - name: routes\n");
        assertRefused(
                ErrorCode.MALFORMED,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 9:11",
                "names no source");
    }

    @Test
    void an_entry_with_two_sources() {
        edge("manifests:\n  - name: routes\n    manifest: a\n    manifest_base64: YQ==\n");
        assertRefused(
                ErrorCode.MALFORMED,
                "cluster.yaml, manifest/routes, /spec/stacks/0/manifests/0, line 11:11",
                "two sources: manifest and manifest_base64");
    }

    @Test
    void an_addon_without_a_version() {
        edge("addons:\n  - name: proxy\n    chart_name: envoy\n");
        assertRefused(
                ErrorCode.MALFORMED,
                "cluster.yaml, addon/proxy, /spec/stacks/0/addons/0, line 9:11",
                "addon/proxy has no 'chart_version'");
    }

    @Test
    void a_list_that_is_none() {
        edge("manifests:\n  routes: a\n");
        assertRefused(ErrorCode.MALFORMED, "cluster.yaml, line 8:7", "'manifests' must be a list");
    }

    @Test
    void a_stack_that_is_broken_does_not_hide_another() {
        Folders.gitOps(folder, """
                  stacks:
                    - {name: edge, manifests: [{name: a, from_file: gone.yaml}]}
                    - {name: core, manifests: [{name: a, manifest: x}]}
                """);
        assertThat(DirectoryCluster.at(folder).stacks()).containsExactly("core", "edge");
        assertThat(DirectoryCluster.at(folder).read("core")).isPresent();
        assertRefused(ErrorCode.MISSING_FILE, "cluster.yaml, manifest/a, /spec/stacks/0/manifests/0, line 7:42");
    }

    @Test
    void a_folder_that_is_not_there() throws IOException {
        ClusterException refused = catchThrowableOfType(
                ClusterException.class,
                () -> DirectoryCluster.at(folder.resolve("gone")).stacks());
        assertThat(refused).hasMessageContaining("does not exist");
        Files.writeString(folder.resolve("file"), "");
        assertThat(DirectoryClusters.byPath().find("acme", "dir:" + folder.resolve("file")))
                .isEmpty();
        assertThat(DirectoryClusters.byPath().find("acme", "dir:" + folder)).isPresent();
        assertThat(DirectoryClusters.byPath().find("acme", "prod")).isEmpty();
        assertThat(DirectoryClusters.builder().add("prod", folder).build().find("acme", "dir:" + folder))
                .isEmpty();
    }
}
