package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainReadTest {

    @TempDir
    private Path folder;

    @Test
    void each_subfolder_is_a_stack_of_its_files() {
        DirectoryCluster plain = DirectoryCluster.at(Samples.stacks("plain"));
        assertThat(plain.stacks()).containsExactly("shop");
        StackSnapshot shop = plain.read("shop").orElseThrow();
        assertThat(shop.spec().members())
                .extracting(member -> member.ref().toString())
                .containsExactly(
                        "manifest/db/statefulset",
                        "manifest/deployment",
                        "manifest/ingress",
                        "manifest/namespace",
                        "addon/redis",
                        "manifest/secret");
        shop.files()
                .forEach((ref, file) -> assertThat(shop.spec()
                                .find(ref)
                                .flatMap(Member::text)
                                .orElseThrow()
                                .getBytes(StandardCharsets.UTF_8))
                        .isEqualTo(Samples.read(Samples.stacks("plain").resolve(file))));
        assertThat(shop.spec().members()).allMatch(member -> member.parents().isEmpty());
    }

    @Test
    void a_folder_that_holds_manifests_is_itself_the_one_stack() {
        DirectoryCluster shop = DirectoryCluster.at(Samples.stacks("plain/shop"));
        assertThat(shop.stacks()).containsExactly("shop");
        assertThat(shop.read("shop").orElseThrow().spec().members())
                .hasSize(6)
                .extracting(Member::name)
                .contains("db/statefulset");
    }

    @Test
    void a_values_file_without_a_chart_line_is_used_and_reported() {
        StackSnapshot shop =
                DirectoryCluster.at(Samples.stacks("plain")).read("shop").orElseThrow();
        Addon redis = shop.spec().addons().get(0);
        assertThat(redis.chartName()).isEqualTo("redis");
        assertThat(redis.chartVersion()).isEqualTo("unspecified");
        assertThat(shop.warnings())
                .singleElement()
                .returns(Severity.WARNING, Finding::severity)
                .returns("chart-unspecified", Finding::code)
                .extracting(finding -> finding.location().describe())
                .isEqualTo("shop/redis.values.yaml, addon/redis");
    }

    @Test
    void a_chart_line_says_chart_version_and_repository_and_is_not_part_of_the_values() {
        new Folders(folder)
                .file(
                        "cache/redis.values.yaml",
                        "# chart: valkey 2.1.0 https://charts.example/stable\n# ours\nreplicas: 3\n")
                .file("cache/proxy.values.yml", "# chart: envoy 1.33.1 northwind-harbor\r\nport: 80\r\n")
                .file("cache/bare.values.yaml", "# chart: bare 1.0.0");
        StackSnapshot cache = DirectoryCluster.at(folder).read("cache").orElseThrow();
        assertThat(cache.spec().addons())
                .containsExactly(
                        Addon.builder()
                                .name("bare")
                                .chartName("bare")
                                .chartVersion("1.0.0")
                                .build(),
                        Addon.builder()
                                .name("proxy")
                                .chartName("envoy")
                                .chartVersion("1.33.1")
                                .registryName("northwind-harbor")
                                .values("port: 80\r\n")
                                .build(),
                        Addon.builder()
                                .name("redis")
                                .chartName("valkey")
                                .chartVersion("2.1.0")
                                .repositoryUrl("https://charts.example/stable")
                                .values("# ours\nreplicas: 3\n")
                                .build());
        assertThat(cache.warnings()).isEmpty();
    }

    @Test
    void what_is_no_manifest_is_left_out() {
        new Folders(folder)
                .file("Web Shop/deployment.json", "{\"kind\": \"Deployment\"}")
                .file("Web Shop/README.yaml", "about: this folder\n")
                .file("Web Shop/.hidden.yaml", "kind: Hidden\n")
                .file("Web Shop/.git/config.yaml", "kind: Hidden\n")
                .file("Web Shop/notes.txt", "remember\n")
                .file(".stackprofile/drafts/x/members/manifests/a.yaml", "kind: Draft\n")
                .file("LICENSE", "MIT\n");
        DirectoryCluster cluster = DirectoryCluster.at(folder);
        assertThat(cluster.stacks()).containsExactly("web-shop");
        StackSnapshot shop = cluster.read("web-shop").orElseThrow();
        assertThat(shop.spec().members()).extracting(Member::ref).containsExactly(MemberRef.manifest("deployment"));
        assertThat(shop.warnings())
                .singleElement()
                .returns(Severity.INFO, Finding::severity)
                .returns("ignored-file", Finding::code)
                .extracting(finding -> finding.location().file().orElseThrow())
                .isEqualTo("Web Shop/notes.txt");
    }

    @Test
    void a_cluster_file_of_another_kind_is_a_manifest() {
        new Folders(folder).file("cluster.yaml", "kind: Cluster\napiVersion: cluster.x-k8s.io/v1beta1\n");
        String name = DirectoryCluster.at(folder).stacks().get(0);
        assertThat(DirectoryCluster.at(folder).read(name).orElseThrow().spec().members())
                .extracting(Member::name)
                .containsExactly("cluster");
    }

    @Test
    void a_folder_of_real_manifests_reads_to_the_byte() throws IOException, InterruptedException {
        Path archive = Samples.corpus("stacks-M.tar.gz");
        int exit = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString())
                .start()
                .waitFor();
        assertThat(exit).isZero();
        DirectoryCluster cluster = DirectoryCluster.at(folder);
        assertThat(cluster.stacks())
                .as("the index beside the folder is no stack")
                .containsExactly("m");
        StackSnapshot stack = cluster.read("m").orElseThrow();
        List<Path> files = Samples.files(folder.resolve("M"));
        assertThat(stack.spec().members()).hasSize(202).hasSize(files.size());
        for (Path file : files) {
            String name = file.getFileName().toString();
            MemberRef ref = MemberRef.manifest(name.substring(0, name.length() - ".yaml".length()));
            assertThat(stack.spec()
                            .find(ref)
                            .flatMap(Member::text)
                            .orElseThrow()
                            .getBytes(StandardCharsets.UTF_8))
                    .as(name)
                    .isEqualTo(Samples.read(file));
        }
        assertThat(stack.warnings()).isEmpty();
        assertThat(DirectoryCluster.at(folder.resolve("M"))
                        .read("m")
                        .orElseThrow()
                        .fingerprint())
                .isEqualTo(stack.fingerprint());
    }
}
