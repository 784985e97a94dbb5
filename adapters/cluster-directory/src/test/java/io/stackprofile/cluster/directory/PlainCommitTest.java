package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainCommitTest {

    private static final String NAMESPACE = "kind: Namespace\n";

    @TempDir
    private Path folder;

    @Test
    void members_become_files_and_what_files_cannot_say_is_noted_beside_them() {
        Folders plain = new Folders(folder);
        plain.cluster()
                .commit(Commits.commit(
                        "shop",
                        Commits.manifest("namespace", NAMESPACE),
                        Commits.manifest("db/statefulset")
                                .namespace("shop")
                                .content("kind: StatefulSet\n")
                                .addParents(MemberRef.manifest("namespace"))
                                .build(),
                        Commits.ownAddon("redis", "20.1.0")
                                .values("replicas: 2\n")
                                .build()));
        assertThat(plain.everything())
                .isEqualTo(Map.of(
                        "shop/namespace.yaml",
                        NAMESPACE,
                        "shop/db/statefulset.yaml",
                        "kind: StatefulSet\n",
                        "shop/redis.values.yaml",
                        "# chart: redis 20.1.0 https://charts.northwind-freight.example\nreplicas: 2\n",
                        ".stackprofile/stacks/shop.yaml",
                        """
                        # Written by stackprofile: what the stack's files cannot say themselves.
                        members:
                          manifest/db/statefulset:
                            namespace: shop
                            parents:
                              - manifest/namespace
                        """));
    }

    @Test
    void a_stack_that_is_there_keeps_its_files_and_their_names() {
        Folders plain = Samples.copy("plain", folder);
        plain.file("shop/routes.yml", "kind: Route\n").file("shop/rules.json", "{}");
        Map<String, String> before = plain.everything();
        Addon redis = plain.cluster().read("shop").orElseThrow().spec().addons().get(0);
        assertThat(plain.cluster()
                        .commit(Commits.commit(
                                "shop",
                                Commits.manifest("routes", "kind: Other\n"),
                                Commits.manifest("rules", "{\"a\": 1}"),
                                redis.withText("replicas: 1\n"),
                                Commits.manifest("secret", before.get("shop/secret.yaml"))))
                        .members())
                .extracting(MemberOutcome::status)
                .containsExactly(Status.UPDATED, Status.UPDATED, Status.UPDATED, Status.UNCHANGED);
        before.put("shop/routes.yml", "kind: Other\n");
        before.put("shop/rules.json", "{\"a\": 1}");
        before.put("shop/redis.values.yaml", "replicas: 1\n");
        assertThat(plain.everything()).isEqualTo(before);
    }

    @Test
    void a_chart_line_changes_with_the_chart_only() {
        Folders plain =
                new Folders(folder).file("shop/redis.values.yaml", "# chart:  redis   20.1.0\r\nreplicas: 1\r\n");
        plain.cluster()
                .commit(Commits.commit(
                        "shop",
                        Commits.addon("redis", "20.1.0")
                                .values("replicas: 2\r\n")
                                .build()));
        assertThat(plain.text("shop/redis.values.yaml")).isEqualTo("# chart:  redis   20.1.0\r\nreplicas: 2\r\n");
        plain.cluster()
                .commit(Commits.commit(
                        "shop",
                        Commits.ownAddon("redis", "21.0.0")
                                .values("replicas: 2\r\n")
                                .build()));
        assertThat(plain.text("shop/redis.values.yaml"))
                .isEqualTo("# chart: redis 21.0.0 https://charts.northwind-freight.example\r\nreplicas: 2\r\n");
    }

    @Test
    void an_addon_reads_back_whatever_it_says() {
        Folders plain = new Folders(folder);
        Member[] addons = {
            Commits.ownAddon("without-values", "1.0.0").build(),
            Commits.ownAddon("empty-values", "1.0.0").values("").build(),
            Commits.addon("unspecified", "unspecified").values("a: 1\n").build(),
            Commits.addon("chart-in-values", "unspecified")
                    .values("# chart: other 1.0\na: 1\n")
                    .build(),
            Commits.ownAddon("both", "1.0.0")
                    .registryName("harbor")
                    .values("a: 1")
                    .build(),
            Commits.addon("harbor", "1.0.0")
                    .registryName("harbor")
                    .values("a: 1")
                    .build()
        };
        plain.cluster().commit(Commits.commit("shop", addons));
        assertThat(plain.cluster().read("shop").orElseThrow().spec().members()).containsExactlyInAnyOrder(addons);
    }

    @Test
    void an_edge_to_a_file_that_has_gone_is_reported() throws IOException {
        Folders plain = new Folders(folder);
        plain.cluster()
                .commit(Commits.commit(
                        "shop",
                        Commits.manifest("namespace", NAMESPACE),
                        Commits.manifest("config", "kind: ConfigMap\n", MemberRef.manifest("namespace"))));
        Files.delete(folder.resolve("shop/namespace.yaml"));
        StackSnapshot shop = plain.cluster().read("shop").orElseThrow();
        assertThat(shop.spec().members()).containsExactly(Commits.manifest("config", "kind: ConfigMap\n"));
        assertThat(shop.warnings()).extracting(Finding::code).containsExactly("stale-parent");
    }

    @Test
    void names_that_are_no_file_of_the_stack_are_refused_and_nothing_is_written() {
        Folders plain = Samples.copy("plain", folder);
        Map<String, String> before = plain.everything();
        assertRefused(plain, ErrorCode.PATH_ESCAPE, Commits.commit("shop", Commits.manifest("../../x", "a: 1\n")));
        for (String name : new String[] {".hidden", "README", "redis.values", "a//b", "a/../b", "a/.git/b"}) {
            assertRefused(plain, ErrorCode.INVALID_REQUEST, Commits.commit("shop", Commits.manifest(name, "a: 1\n")));
        }
        assertRefused(plain, ErrorCode.MALFORMED, Commits.commit("shop", Commits.manifest("a", "half: \uD83D")));
        assertRefused(plain, ErrorCode.INVALID_REQUEST, Commits.commit("Shop 2", Commits.manifest("a", "a: 1\n")));
        assertRefused(
                plain,
                ErrorCode.INVALID_REQUEST,
                Commits.commit(
                        "shop",
                        Commits.addon("two words", "1.0 beta").values("").build()));
        assertThat(plain.everything()).isEqualTo(before);
    }

    @Test
    void a_folder_that_is_one_stack_takes_no_other() {
        Folders shop = new Folders(folder.resolve("shop")).file("namespace.yaml", NAMESPACE);
        assertRefused(shop, ErrorCode.INVALID_REQUEST, Commits.commit("other", Commits.manifest("a", "a: 1\n")));
        shop.cluster().commit(Commits.commit("shop", Commits.manifest("db/a", "a: 1\n")));
        assertThat(shop.text("db/a.yaml")).isEqualTo("a: 1\n");
        assertThat(shop.cluster().stacks()).containsExactly("shop");
        StackCommit takeover =
                Commits.commit("shop", Commits.manifest("cluster", "apiVersion: v1\nkind: ImportCluster\nspec: {}\n"));
        assertRefused(shop, ErrorCode.INVALID_REQUEST, takeover);
    }

    private static void assertRefused(Folders folders, ErrorCode code, StackCommit commit) {
        InvalidContentException refused = catchThrowableOfType(
                InvalidContentException.class, () -> folders.cluster().commit(commit));
        assertThat(refused).as(commit.members().toString()).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
    }
}
