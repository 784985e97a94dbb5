package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitOpsCommitTest {

    @TempDir
    private Path folder;

    private static final String NAMESPACES = Commits.configMap("namespaces", "info");

    private static StackSpec platform() {
        return StackSpec.of(
                Optional.of("The base: every team builds on it"),
                List.of(
                        Commits.manifest("namespaces", NAMESPACES),
                        Commits.ownAddon("cert-manager", "1.10")
                                .namespace("cert-manager")
                                .values("crds:\n  enabled: true # never lose them\n")
                                .addParents(MemberRef.manifest("namespaces"))
                                .build(),
                        Commits.manifest("Dispatch/worker")
                                .namespace("dispatch")
                                .content("kind: Deployment\r\n")
                                .addParents(MemberRef.manifest("namespaces"))
                                .addParents(MemberRef.addon("cert-manager"))
                                .build(),
                        Addon.builder()
                                .name("external-dns")
                                .chartName("external-dns")
                                .chartVersion("1.16.1")
                                .registryName("northwind-harbor")
                                .build()));
    }

    private static List<Status> statuses(DirectoryCluster cluster, StackCommit commit) {
        return cluster.commit(commit).members().stream()
                .map(MemberOutcome::status)
                .toList();
    }

    @Test
    void a_new_stack_is_added_at_the_end_and_nothing_else_changes() {
        Folders staging = Samples.copy("staging", folder);
        Map<String, String> before = staging.everything();

        assertThat(statuses(staging.cluster(), Commits.commit("platform", platform())))
                .containsOnly(Status.CREATED);

        Map<String, String> after = staging.everything();
        assertThat(after.remove("cluster.yaml")).isEqualTo(before.remove("cluster.yaml") + """
                    - name: platform
                      description: "The base: every team builds on it"
                      manifests:
                        - name: namespaces
                          parents: []
                          from_file: stacks/platform/manifests/namespaces.yaml
                        - name: Dispatch/worker
                          namespace: dispatch
                          parents:
                            - manifest: namespaces
                            - addon: cert-manager
                          from_file: stacks/platform/manifests/dispatch-worker-c8ecae6c3d.yaml
                      addons:
                        - name: cert-manager
                          chart_name: cert-manager
                          chart_version: "1.10"
                          repository_url: https://charts.northwind-freight.example
                          namespace: cert-manager
                          parents:
                            - manifest: namespaces
                          configuration:
                            from_file: stacks/platform/addons/cert-manager.values.yaml
                        - name: external-dns
                          chart_name: external-dns
                          chart_version: "1.16.1"
                          registry_name: northwind-harbor
                          parents: []
                """);
        before.put("stacks/platform/manifests/namespaces.yaml", NAMESPACES);
        before.put("stacks/platform/manifests/dispatch-worker-c8ecae6c3d.yaml", "kind: Deployment\r\n");
        before.put("stacks/platform/addons/cert-manager.values.yaml", "crds:\n  enabled: true # never lose them\n");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void committing_the_same_again_leaves_every_byte() {
        Folders staging = Samples.copy("staging", folder);
        staging.cluster().commit(Commits.commit("platform", platform()));
        Map<String, String> once = staging.everything();
        assertThat(statuses(staging.cluster(), Commits.commit("platform", platform())))
                .containsOnly(Status.UNCHANGED);
        assertThat(staging.everything()).isEqualTo(once);
    }

    @Test
    void changes_to_a_large_stack_touch_the_lines_they_must() {
        Folders prod = Samples.copy("prod", folder);
        Map<String, String> before = prod.everything();
        StackSpec platform = prod.cluster().read("platform").orElseThrow().spec();
        Addon nginx = platform.addons().get(1);
        Member notes = platform.find(MemberRef.manifest("platform-notes")).orElseThrow();
        Member sftp = platform.find(MemberRef.manifest("partner-sftp")).orElseThrow();
        Member worker = platform.find(MemberRef.manifest("dispatch-worker")).orElseThrow();

        List<Status> statuses = statuses(
                prod.cluster(),
                Commits.commit(
                        "platform",
                        Commits.addon("ingress-nginx", "4.13.2")
                                .repositoryUrl(nginx.repositoryUrl())
                                .namespace(nginx.namespace())
                                .values(nginx.values().orElseThrow() + "# reviewed\n")
                                .addAllParents(nginx.parents())
                                .build(),
                        notes.withText(notes.text().orElseThrow().replace("fifteen", "ten")),
                        sftp.withText("kind: Secret\n"),
                        worker.withParents(List.of(MemberRef.manifest("storage"))),
                        platform.find(MemberRef.manifest("namespaces")).orElseThrow()));

        assertThat(statuses)
                .containsExactly(Status.UPDATED, Status.UPDATED, Status.UPDATED, Status.UPDATED, Status.UNCHANGED);
        before.computeIfPresent(
                "cluster.yaml",
                (path, text) -> text.replace("4.12.1", "\"4.13.2\"")
                        .replace("within fifteen minutes", "within ten minutes")
                        .replaceFirst(
                                "manifest_base64: \\S+",
                                "manifest_base64: " + Base64.getEncoder().encodeToString("kind: Secret\n".getBytes())));
        before.computeIfPresent("addons/ingress-nginx/values.yaml", (path, text) -> text + "# reviewed\n");
        before.computeIfPresent(
                "manifests/apps/dispatch.yaml",
                (path, text) -> text.replace(
                        "    - manifest: dispatch-db\n    - manifest: storage\n    - manifest: registry-credentials\n"
                                + "    - manifest: partner-sftp\n",
                        "    - manifest: storage\n"));
        assertThat(prod.everything()).isEqualTo(before);
    }

    @Test
    void members_are_added_to_an_existing_stack_and_its_others_stay() {
        Folders staging = Samples.copy("staging", folder);
        String before = staging.text("cluster.yaml");
        StackSpec tools = staging.cluster().read("tools").orElseThrow().spec();
        staging.cluster()
                .commit(Commits.commit(
                        "tools",
                        Commits.manifest("level", NAMESPACES, MemberRef.manifest("mail-catcher")),
                        Commits.ownAddon("redis", "20.1.0").build()));
        assertThat(staging.text("cluster.yaml")).isEqualTo(before + """
                        - name: level
                          parents:
                            - manifest: mail-catcher
                          from_file: stacks/tools/manifests/level.yaml
                      addons:
                        - name: redis
                          chart_name: redis
                          chart_version: "20.1.0"
                          repository_url: https://charts.northwind-freight.example
                          parents: []
                """);
        assertThat(staging.cluster().read("tools").orElseThrow().spec().members())
                .startsWith(tools.members().toArray(Member[]::new))
                .hasSize(3);
    }

    @Test
    void windows_line_ends_and_comments_stay() {
        String spec = "  stacks:\r\n    # ours\r\n    - name: edge\r\n      manifests:\r\n"
                + "        - name: routes   # by hand\r\n          manifest: |\r\n            kind: Route\r\n"
                + "          namespace: edge\r\n";
        Folders edge = Folders.gitOps(folder, spec);
        edge.file("cluster.yaml", edge.text("cluster.yaml").replaceAll("(?<!\r)\n", "\r\n"));
        String before = edge.text("cluster.yaml");
        edge.cluster()
                .commit(Commits.commit(
                        "edge",
                        Commits.manifest("routes")
                                .namespace("core")
                                .content("kind: Route\nport: 80\n")
                                .build(),
                        Commits.manifest("level", NAMESPACES)));
        assertThat(edge.text("cluster.yaml"))
                .isEqualTo(before.replace(
                                        "            kind: Route\r\n",
                                        "            kind: Route\r\n            port: 80\r\n")
                                .replace("namespace: edge", "namespace: core")
                        + "        - name: level\r\n          parents: []\r\n"
                        + "          from_file: stacks/edge/manifests/level.yaml\r\n");
    }

    @Test
    void an_addon_may_gain_and_lose_its_values() {
        Folders edge = Folders.gitOps(folder, """
                  stacks:
                    - name: edge
                      addons:
                        - {name: proxy, chart_name: proxy, chart_version: 1.0.0, repository_url: "https://charts.northwind-freight.example"}
                        - name: cache
                          chart_name: cache
                          chart_version: 1.0.0
                          registry_url: oci://old.example
                          namespace: edge
                          configuration:
                            values: "size: 3"
                """);
        edge.cluster()
                .commit(Commits.commit(
                        "edge",
                        Commits.ownAddon("proxy", "1.0.0").values("port: 80\n").build(),
                        Commits.addon("cache", "2.0.0")
                                .repositoryUrl("oci://new.example")
                                .build()));
        StackSpec spec = edge.cluster().read("edge").orElseThrow().spec();
        assertThat(spec.addons())
                .containsExactly(
                        Commits.ownAddon("proxy", "1.0.0").values("port: 80\n").build(),
                        Commits.addon("cache", "2.0.0")
                                .repositoryUrl("oci://new.example")
                                .build());
        assertThat(edge.text("cluster.yaml"))
                .contains("registry_url: oci://new.example\n")
                .doesNotContain("repository_url: oci");
    }

    @Test
    void a_file_that_two_members_share_is_left_to_the_other() {
        Folders shared = Folders.gitOps(folder, """
                  stacks:
                    - name: edge
                      manifests: [{name: routes, from_file: routes.yaml}]
                    - name: core
                      manifests: [{name: routes, from_file: routes.yaml}]
                """).file("routes.yaml", "kind: Route\n");
        shared.cluster().commit(Commits.commit("edge", Commits.manifest("routes", "kind: Other\n")));
        assertThat(shared.text("routes.yaml")).isEqualTo("kind: Route\n");
        assertThat(shared.text("stacks/edge/manifests/routes.yaml")).isEqualTo("kind: Other\n");
        assertThat(shared.cluster().read("edge").orElseThrow().files().values())
                .containsExactly("stacks/edge/manifests/routes.yaml");
    }

    @Test
    void a_file_that_is_not_ours_is_not_overwritten() {
        Folders staging = Samples.copy("staging", folder).file("stacks/edge/manifests/routes.yaml", "kind: Mine\n");
        staging.cluster().commit(Commits.commit("edge", Commits.manifest("routes", "kind: Route\n")));
        assertThat(staging.text("stacks/edge/manifests/routes.yaml")).isEqualTo("kind: Mine\n");
        assertThat(staging.text("stacks/edge/manifests/routes-2.yaml")).isEqualTo("kind: Route\n");
    }

    @Test
    void a_stack_from_an_included_file_is_edited_there() {
        Folders edge = Folders.gitOps(folder, "  stacks:\n    - include: teams/edge\n")
                .file(
                        "teams/edge/stack.yaml",
                        "# ours\nname: edge\nmanifests:\n- name: routes\n  from_file: routes.txt\n")
                .file("teams/edge/routes.txt", "kind: Route\n");
        String before = edge.text("cluster.yaml");
        edge.cluster()
                .commit(Commits.commit(
                        "edge", Commits.manifest("routes", "kind: Other\n"), Commits.manifest("level", NAMESPACES)));
        assertThat(edge.text("cluster.yaml")).isEqualTo(before);
        assertThat(edge.text("teams/edge/routes.txt")).isEqualTo("kind: Other\n");
        assertThat(edge.text("teams/edge/stack.yaml"))
                .isEqualTo("# ours\nname: edge\nmanifests:\n- name: routes\n  from_file: routes.txt\n"
                        + "- name: level\n  parents: []\n  from_file: \"../../stacks/edge/manifests/level.yaml\"\n");
    }

    @Test
    void a_file_without_stacks_gets_its_first() {
        for (String spec : List.of("  git_repository: {}\n", "  stacks: []\n", "  stacks:\n", "  stacks: # none\n")) {
            Folders fresh = Folders.gitOps(folder, spec);
            fresh.cluster().commit(Commits.commit("edge", Commits.manifest("a", "a: 1\n")));
            assertThat(fresh.cluster().read("edge").orElseThrow().spec().members())
                    .containsExactly(Commits.manifest("a", "a: 1\n"));
        }
        Folders bare = new Folders(folder).file("cluster.yaml", "apiVersion: v1\nkind: ImportCluster\n");
        bare.cluster().commit(Commits.commit("edge", Commits.manifest("a", "a: 1\n")));
        assertThat(bare.cluster().stacks()).containsExactly("edge");
    }
}
