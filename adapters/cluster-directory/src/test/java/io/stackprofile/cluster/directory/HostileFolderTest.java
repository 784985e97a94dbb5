package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberKind;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that were made to mislead, or that are merely unusual. */
class HostileFolderTest {

    private static final String DRAFT = ".stackprofile/drafts/" + Commits.DRAFT;
    private static final String SAVE = "0199d3f0-2c41-4b64-9f3e-6a1d5c8b7e90";

    @TempDir
    Path folder;

    private static InvalidContentException refusal(ThrowingCallable call) {
        InvalidContentException refused = catchThrowableOfType(InvalidContentException.class, call);
        assertThat(refused).as("refused").isNotNull();
        return refused;
    }

    private Folders draft(String file) {
        return new Folders(folder.resolve("repository"))
                .file(DRAFT + "/" + SAVE + "/draft.document", "{}")
                .file(DRAFT + "/draft.yaml", """
                        draft: %s
                        save: %s
                        stack: shop
                        members:
                          - member: manifest/web
                            file: %s
                        """.formatted(Commits.DRAFT, SAVE, file));
    }

    @Test
    void a_draft_names_no_file_outside_its_own_folder() {
        new Folders(folder).file("id_rsa", "k8Jx2");
        for (String file : List.of(
                "../../../../../id_rsa",
                "../../../../cluster.yaml",
                "../draft.yaml",
                folder.resolve("id_rsa") + "",
                ".")) {
            Folders repository = draft(file).file("cluster.yaml", "kind: Cluster\n");
            InvalidContentException refused = refusal(() -> repository.cluster().findDraft(Commits.DRAFT));
            assertThat(refused.code()).as(file).isEqualTo(ErrorCode.PATH_ESCAPE);
        }
    }

    @Test
    void a_draft_is_not_read_through_links(@TempDir Path elsewhere) {
        new Folders(elsewhere).file("draft.yaml", "stack: shop\nmembers: []\n").file("draft.document", "k8Jx2");
        Folders linkedFolder = new Folders(folder.resolve("a")).link(DRAFT, elsewhere);
        Folders linkedFile = draft("members/manifests/web.yaml")
                .link(DRAFT + "/" + SAVE + "/members/manifests/web.yaml", elsewhere.resolve("draft.document"));
        for (Folders folders : List.of(linkedFolder, linkedFile)) {
            assertThat(refusal(() -> folders.cluster().findDraft(Commits.DRAFT)).code())
                    .isEqualTo(ErrorCode.PATH_ESCAPE);
        }
        assertThat(refusal(() -> linkedFolder.cluster().deleteDraft(Commits.DRAFT))
                        .code())
                .isEqualTo(ErrorCode.PATH_ESCAPE);
        assertThat(elsewhere).isDirectoryContaining(file -> file.endsWith("draft.yaml"));
    }

    @Test
    void a_file_that_another_stack_names_by_a_link_is_left_to_it() {
        Folders folders = Folders.gitOps(folder, """
                  stacks:
                    - name: shop
                      manifests: [{name: limits, from_file: manifests/limits.yaml}]
                    - name: search
                      manifests: [{name: limits, from_file: common/limits.yaml}]
                """)
                .file("manifests/limits.yaml", Commits.configMap("limits", "info"))
                .link("common", Path.of("manifests"));
        folders.cluster().commit(Commits.commit("shop", limits("debug")));
        assertThat(manifests(folders, "shop")).containsExactly(limits("debug"));
        assertThat(manifests(folders, "search")).containsExactly(limits("info"));
    }

    @Test
    void a_change_that_reaches_another_stack_by_a_link_is_seen_before_it_is_written() {
        Folders folders = Folders.gitOps(folder, """
                  stacks:
                    - include: stacks/shop.yaml
                    - name: search
                      manifests: [{include: common.yaml}]
                """)
                .file("stacks/shop.yaml", "name: shop\nmanifests:\n  - include: limits.yaml\n")
                .file("stacks/limits.yaml", "name: limits\nmanifest: 'level: info'\n")
                .link("common.yaml", Path.of("stacks/limits.yaml"));
        Map<String, String> before = folders.everything();
        Manifest changed = Commits.manifest("limits", "level: debug");
        InvalidContentException refused = refusal(() -> folders.cluster().commit(Commits.commit("shop", changed)));
        assertThat(refused.problem()).contains("the stack 'search'");
        assertThat(folders.everything()).isEqualTo(before);
    }

    private static Manifest limits(String level) {
        return Commits.manifest("limits", Commits.configMap("limits", level));
    }

    private static List<Member> manifests(Folders folders, String stack) {
        return folders.cluster().read(stack).orElseThrow().spec().members();
    }

    @Test
    void a_text_in_the_place_of_a_path_is_not_quoted() {
        String lines = "|\n            kind: Secret\n            stringData: {password: k8Jx2}\n";
        for (String text : List.of(lines, "k8Jx2".repeat(60), "'" + "k8Jx2/".repeat(900) + "'")) {
            Folders folders = Folders.gitOps(
                    folder,
                    "  stacks:\n    - name: shop\n      manifests:\n        - name: login\n          from_file: " + text
                            + "\n");
            InvalidContentException refused = refusal(() -> folders.cluster().read("shop"));
            assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED);
            assertThat(refused.location().describe())
                    .isEqualTo("cluster.yaml, manifest/login, /spec/stacks/0/manifests/0, line 10:11");
            assertThat(refused.toString()).doesNotContain("k8Jx2");
        }
    }

    @Test
    void entries_that_all_name_one_large_file_are_refused_before_they_fill_the_memory() {
        StringBuilder entries = new StringBuilder("  stacks:\n    - name: shop\n      manifests:\n");
        for (int i = 0; i < 1000; i++) {
            entries.append("        - {name: m").append(i).append(", from_file: large.yaml}\n");
        }
        Folders.gitOps(folder, entries.toString()).file("large.yaml", "# " + "x".repeat(998));
        DirectoryCluster cluster = new DirectoryCluster(
                "edge",
                folder,
                Limits.builder().stackSize(100_000).build(),
                Optional.empty(),
                FolderWriter.Move.ATOMIC);
        InvalidContentException refused = refusal(() -> cluster.read("shop"));
        assertThat(refused.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        // The entry that is too much, not the last one.
        assertThat(refused.location().line()).contains(9 + 100);
    }

    @Test
    void includes_that_lead_on_and_on_are_refused() {
        Folders folders = Folders.gitOps(folder, "  stacks:\n    - include: parts/0.yaml\n");
        for (int i = 0; i < 3000; i++) {
            folders.file("parts/" + i + ".yaml", "include: " + (i + 1) + ".yaml\n");
        }
        folders.file("parts/3000.yaml", "name: shop\nmanifests: []\n");
        InvalidContentException refused = refusal(() -> folders.cluster().stacks());
        assertThat(refused.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertThat(refused.problem()).contains("deeper than the limit of 200");
    }

    @Test
    void edges_of_several_commits_to_a_plain_folder_form_no_cycle() {
        Folders folders = new Folders(folder).file("shop/api.yaml", "a: 1\n").file("shop/web.yaml", "a: 1\n");
        MemberRef api = new MemberRef(MemberKind.MANIFEST, "api");
        MemberRef web = new MemberRef(MemberKind.MANIFEST, "web");
        folders.cluster().commit(Commits.commit("shop", Commits.manifest("api", "a: 1\n", web)));
        Map<String, String> before = folders.everything();
        InvalidContentException refused =
                refusal(() -> folders.cluster().commit(Commits.commit("shop", Commits.manifest("web", "a: 1\n", api))));
        assertThat(refused.code()).isEqualTo(ErrorCode.DEPENDENCY_CYCLE);
        assertThat(refused.location().file()).contains(".stackprofile/stacks/shop.yaml");
        assertThat(folders.everything()).isEqualTo(before);
    }

    @Test
    void a_file_where_a_path_expects_a_folder_does_not_hide_the_path_from_the_clusters_folder() {
        Folders folders = Folders.gitOps(folder, "  stacks:\n    - include: batch/stack.yaml\n")
                .file("batch/stack.yaml", "name: batch\nmanifests:\n  - name: jobs\n    from_file: jobs/nightly.yaml\n")
                .file("batch/jobs", "a file\n")
                .file("jobs/nightly.yaml", "a: 1\n");
        assertThat(manifests(folders, "batch")).isEqualTo(List.of(Commits.manifest("jobs", "a: 1\n")));
    }

    @Test
    void a_backslash_in_a_files_name_is_part_of_it() {
        Folders folders = new Folders(folder).file("shop/dev-disk\\x2d.yaml", "a: 1\n");
        Manifest disk = Commits.manifest("dev-disk\\x2d", "a: 2\n");
        folders.cluster().commit(Commits.commit("shop", disk));
        assertThat(folders.everything()).isEqualTo(Map.of("shop/dev-disk\\x2d.yaml", "a: 2\n"));
        assertThat(manifests(folders, "shop")).isEqualTo(List.of(disk));
    }

    @Test
    void a_link_in_a_files_place_is_refused_by_the_preview_and_before_a_secret_is_handed_on() {
        new Folders(folder)
                .file("clusters/edge.yaml", "apiVersion: v1\nkind: ImportCluster\nspec: {stacks: []}\n")
                .link("cluster.yaml", Path.of("clusters/edge.yaml"));
        DirectoryCluster cluster = new DirectoryCluster(
                "edge",
                folder,
                Limits.defaults(),
                Optional.of((organisation, name, stack, secret, value) -> {
                    throw new AssertionError("a secret was handed on");
                }),
                FolderWriter.Move.ATOMIC);
        CommitMember login = Commits.secret(Commits.manifest("login", "key: ${{ parameters.key }}\n"), "/key");
        var commit = Commits.commit("shop", List.of(login));
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(() -> cluster.preview(commit), () -> cluster.commit(commit))) {
            InvalidContentException refused = refusal(call);
            assertThat(refused.code()).isEqualTo(ErrorCode.PATH_ESCAPE);
            assertThat(refused.problem()).startsWith("cluster.yaml is a link");
        }
        assertThat(cluster.read("shop").map(found -> found.spec())).isEqualTo(Optional.<StackSpec>empty());
    }
}
