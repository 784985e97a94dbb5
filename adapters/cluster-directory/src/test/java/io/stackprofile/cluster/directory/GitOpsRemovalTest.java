package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitOpsRemovalTest {

    private static final String SPEC = """
              stacks:
                # the dispatchers' own
                - name: dispatch
                  description: Lorries and drivers
                  variables: {domain: dispatch.example}
                  manifests:
                    - name: base  # first of all
                      from_file: base.yaml
                    # shared with twin
                    - name: shared
                      from_file: shared.yaml
                    - name: twin
                      from_file: shared.yaml
                    - {name: inline, manifest: "kind: ConfigMap"}
                    - include: more/worker.yaml
                    - include: teams
                    - include: list.yaml
                  addons:
                    - name: valkey
                      chart_name: valkey
                      chart_version: 0.7.4
                      repository_url: https://valkey.io/valkey-helm
                      configuration:
                        from_file: valkey.values.yaml
                - name: other
                  manifests: [{name: base, from_file: base.yaml}]
            """.indent(0);

    @TempDir
    private Path root;

    private Folders dispatch() {
        return Folders.gitOps(root, SPEC)
                .file("base.yaml", "kind: Namespace\n")
                .file("shared.yaml", "kind: ConfigMap\n")
                .file("valkey.values.yaml", "replicas: 1\n")
                .file("more/worker.yaml", "# the worker\nname: worker\nfrom_file: worker-text.yaml\n")
                .file("more/worker-text.yaml", "kind: Deployment\n")
                .file("teams/blue.yaml", "name: blue\nmanifest: 'kind: Role'\n")
                .file("teams/green.yaml", "name: green\nmanifest: 'kind: Role'\n")
                .file("list.yaml", "- name: one\n  manifest: 'kind: Job'\n- name: two\n  manifest: 'kind: Job'\n");
    }

    private static Member member(Folders folders, String ref) {
        return folders.cluster()
                .read("dispatch")
                .flatMap(snapshot -> snapshot.spec().find(MemberRef.parse(ref)))
                .orElseThrow();
    }

    private static List<Status> remove(Folders folders, String... refs) {
        StackCommit.Builder commit = Commits.builder("dispatch").removeForeign(true);
        for (String ref : refs) {
            commit.addRemovals(member(folders, ref));
        }
        return statuses(folders.cluster(), commit.build());
    }

    private static List<Status> statuses(ClusterAccess cluster, StackCommit commit) {
        return cluster.commit(commit).members().stream()
                .map(MemberOutcome::status)
                .toList();
    }

    @Test
    void an_entry_goes_with_its_file_and_nothing_else_changes() {
        Folders folders = dispatch();
        Map<String, String> before = folders.everything();

        assertThat(remove(folders, "addon/valkey", "manifest/inline")).containsOnly(Status.REMOVED);

        Map<String, String> after = folders.everything();
        before.put(
                "cluster.yaml",
                before.get("cluster.yaml")
                        .replace("        - {name: inline, manifest: \"kind: ConfigMap\"}\n", "")
                        .replaceAll("(?s)      addons:\n.*?(?=    - name: other)", "      addons: []\n"));
        before.remove("valkey.values.yaml");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_file_that_others_use_stays() {
        Folders folders = dispatch();

        assertThat(remove(folders, "manifest/base", "manifest/shared")).containsOnly(Status.REMOVED);
        assertThat(folders.everything()).containsKeys("base.yaml", "shared.yaml");
        assertThat(folders.text("cluster.yaml")).contains("# shared with twin", "name: twin");

        assertThat(remove(folders, "manifest/twin")).containsOnly(Status.REMOVED);
        assertThat(folders.everything()).containsKey("base.yaml").doesNotContainKey("shared.yaml");
    }

    @Test
    void files_stay_while_a_stack_cannot_be_read_that_may_use_them() {
        Folders folders = dispatch();
        folders.file(
                "cluster.yaml",
                folders.text("cluster.yaml")
                        + "    - name: torn\n      manifests:\n        - {name: lost, from_file: lost.yaml}\n"
                        + "        - {name: values, from_file: valkey.values.yaml}\n"
                        + "        - include: more/worker.yaml\n");

        assertThat(remove(folders, "addon/valkey")).containsOnly(Status.REMOVED);
        assertThat(folders.everything()).containsKey("valkey.values.yaml");

        Map<String, String> before = folders.everything();
        InvalidContentException refused =
                catchThrowableOfType(InvalidContentException.class, () -> remove(folders, "manifest/worker"));
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refused.problem()).contains("more/worker.yaml", "a stack that cannot be read");
        assertThat(folders.everything()).isEqualTo(before);

        folders.file("lost.yaml", "kind: ConfigMap\n");
        assertThat(folders.cluster().read("torn").orElseThrow().spec().members())
                .hasSize(3);
    }

    @Test
    void an_included_entry_goes_with_its_file_and_the_include() {
        Folders folders = dispatch();

        assertThat(remove(folders, "manifest/worker")).containsOnly(Status.REMOVED);

        assertThat(folders.text("cluster.yaml")).doesNotContain("more/").contains("- include: teams");
        assertThat(root.resolve("more")).doesNotExist();
    }

    @Test
    void a_folder_is_included_until_its_last_file_goes() {
        Folders folders = dispatch();

        assertThat(remove(folders, "manifest/blue")).containsOnly(Status.REMOVED);
        assertThat(folders.text("cluster.yaml")).contains("- include: teams");

        assertThat(remove(folders, "manifest/green")).containsOnly(Status.REMOVED);
        assertThat(folders.text("cluster.yaml")).doesNotContain("teams").contains("- include: list.yaml");
        assertThat(root.resolve("teams")).doesNotExist();
    }

    @Test
    void an_item_of_an_included_list_goes_alone() {
        Folders folders = dispatch();

        assertThat(remove(folders, "manifest/one")).containsOnly(Status.REMOVED);

        assertThat(folders.text("list.yaml")).isEqualTo("- name: two\n  manifest: 'kind: Job'\n");
    }

    @Test
    void members_come_and_go_in_one_commit() {
        Folders folders = dispatch();
        StackCommit commit = Commits.builder(
                        "dispatch", List.of(Commits.secret(Commits.manifest("fresh", "kind: Role\n"))))
                .removeForeign(true)
                .addRemovals(member(folders, "manifest/inline"), member(folders, "manifest/worker"))
                .build();

        assertThat(statuses(folders.cluster(), commit)).containsExactly(Status.CREATED, Status.REMOVED, Status.REMOVED);
        assertThat(folders.cluster().read("dispatch").orElseThrow().spec().members())
                .extracting(Member::name)
                .containsExactly("base", "shared", "twin", "blue", "green", "one", "two", "fresh", "valkey");
    }

    @Test
    void an_emptied_stack_stays_declared_with_its_variables() {
        Folders folders = dispatch();
        String[] all = folders.cluster().read("dispatch").orElseThrow().spec().members().stream()
                .map(member -> member.ref().toString())
                .toArray(String[]::new);

        assertThat(remove(folders, all)).containsOnly(Status.REMOVED);

        StackSnapshot left = folders.cluster().read("dispatch").orElseThrow();
        assertThat(left.spec().members()).isEmpty();
        assertThat(left.spec().description()).contains("Lorries and drivers");
        assertThat(left.variables()).containsEntry("domain", "dispatch.example");
        assertThat(folders.everything()).containsOnlyKeys("cluster.yaml", "base.yaml", "list.yaml");
        assertThat(folders.cluster().read("other")).isPresent();
    }

    @Test
    void a_list_that_another_stack_shares_is_not_touched() {
        Folders folders = Folders.gitOps(root, """
                  stacks:
                    - name: dispatch
                      manifests: &all
                        - {name: one, manifest: "kind: Job"}
                        - {name: two, manifest: "kind: Job"}
                    - name: other
                      manifests: *all
                """.indent(2).replaceFirst("^  ", ""));
        Map<String, String> before = folders.everything();

        InvalidContentException refused =
                catchThrowableOfType(InvalidContentException.class, () -> remove(folders, "manifest/one"));

        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refused.problem()).contains("the stack 'other'");
        assertThat(folders.everything()).isEqualTo(before);
    }

    @Test
    void what_an_instance_put_there_is_noted_and_told_from_what_others_changed() throws Exception {
        Folders folders = dispatch();
        Manifest secret = Commits.manifest(
                "registry", "kind: Secret\nstringData:\n  password: ${{ parameters.registry_password }}\n");
        Manifest settings = Commits.manifest("settings", Commits.configMap("settings", "info"));
        StackCommit commit = Commits.builder(
                        "dispatch", List.of(Commits.secret(secret, "/stringData/password"), Commits.secret(settings)))
                .mark(Commits.mark(1))
                .build();
        ClusterAccess cluster = folders.cluster();
        cluster.commit(commit);

        assertThat(cluster.read("dispatch").orElseThrow().marks())
                .isEqualTo(Map.of(secret.ref(), Commits.mark(1), settings.ref(), Commits.mark(1)));
        String file = "stacks/dispatch/manifests/settings.yaml";
        folders.file(file, folders.text(file).replace("info", "debug"));

        StackCommit removal = Commits.removal("dispatch", secret, settings);
        assertThat(cluster.preview(removal).report()).isEqualTo(cluster.commit(removal));
        assertThat(folders.text("cluster.yaml")).doesNotContain("registry").contains("name: settings");
        assertThat(Files.exists(root.resolve(file))).isTrue();
        assertThat(cluster.read("dispatch").orElseThrow().marks()).containsOnlyKeys(settings.ref());
    }
}
