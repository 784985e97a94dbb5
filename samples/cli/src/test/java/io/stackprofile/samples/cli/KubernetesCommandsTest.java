package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import io.stackprofile.test.kubernetes.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A cluster named by a context of a kubeconfig, from the shell. */
class KubernetesCommandsTest {

    private static final String CANARY = "Kx7-canary-Pq2-of-the-shop";

    @TempDir
    Path work = Path.of("");

    private final ApiServer server = ApiServer.start();
    private Shell shell = new Shell(Path.of("unused"));
    private String kubeconfig = "";

    @BeforeEach
    void aShopRuns() {
        shell = new Shell(work.resolve("profiles.db"));
        kubeconfig = " --kubeconfig " + server.kubeconfig(work, server.adminToken());
        for (String namespace : List.of("shop", "shop-two", "stackprofile-drafts")) {
            server.put("""
                    {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s"}}
                    """.formatted(namespace));
        }
        server.put("""
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "settings", "namespace": "shop", "labels": {"app.kubernetes.io/part-of": "shop"}},
                 "data": {"LOG_LEVEL": "info"}}
                """);
        server.put("""
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "unlabelled", "namespace": "shop"}, "data": {"A": "b"}}
                """);
        server.put("""
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "urls", "namespace": "shop", "labels": {"app.kubernetes.io/part-of": "shop"}},
                 "data": {"db": "postgres://shop:%s@db.shop.svc:5432/shop"}}
                """.formatted(CANARY));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Result run(String line) {
        return shell.run(List.of((line + kubeconfig).split(" ")));
    }

    private JsonNode json(String line) {
        return run(line + " -o json").done().json();
    }

    @Test
    void aStackIsCapturedDeployedAndHeldAgainstWhatRuns() throws Exception {
        JsonNode captured = json("capture --name shop --cluster kube:test --stack shop");
        assertThat(captured.path("spec").path("members")).hasSize(2);
        String secret = captured.path("parameters").path(0).path("name").asString();
        JsonNode draft =
                json("instantiate shop --cluster kube:test --stack shop-two --namespace shop=shop-two --secret "
                        + secret + "=file:" + Files.writeString(work.resolve("password"), "resolved-Vb3-Lm8"));
        assertThat(json("stack-drafts --cluster kube:test")).hasSize(1);
        assertThat(run("review " + draft.path("id").asString()).done().out()).contains("create");
        run("commit " + draft.path("id").asString()).done();
        assertThat(server.object("v1", "ConfigMap", "shop-two", "settings")).isPresent();

        server.edit(
                "somebody",
                "v1",
                "ConfigMap",
                "shop-two",
                "settings",
                object -> ((ObjectNode) object.get("data")).put("LOG_LEVEL", "debug"));
        Result drifted = run("drift " + draft.path("instantiation_id").asString());

        assertThat(drifted.code()).isEqualTo(ExitCodes.DRIFTED);
        assertThat(drifted.out()).contains("/data/LOG_LEVEL", "somebody");
        run("uninstall " + draft.path("instantiation_id").asString() + " --remove-foreign")
                .done();
        assertThat(server.object("v1", "ConfigMap", "shop-two", "settings")).isEmpty();
        Canaries canaries = Canaries.of(List.of(
                new String[] {"test", "urls", "password", CANARY},
                new String[] {"test", "urls", "password", "resolved-Vb3-Lm8"}));
        canaries.assertAbsentFrom("the transcript", shell.transcript());
        canaries.assertAbsentFromRows(work.resolve("profiles.db"));
    }

    @Test
    void aFieldThatSomebodyOwnsIsAConflictUntilItIsForced() throws IOException {
        JsonNode captured = json("capture --name shop --cluster kube:test --stack shop");
        String secret = captured.path("parameters").path(0).path("name").asString();
        JsonNode first =
                json("instantiate shop --cluster kube:test --stack shop-two --namespace shop=shop-two --secret "
                        + secret + "=file:" + Files.writeString(work.resolve("password"), "resolved-Vb3-Lm8"));
        run("commit " + first.path("id").asString()).done();
        server.edit(
                "somebody",
                "v1",
                "ConfigMap",
                "shop-two",
                "settings",
                object -> ((ObjectNode) object.get("data")).put("LOG_LEVEL", "debug"));
        String draft = json("draft create --profile shop").path("id").asString();
        run("draft edit " + draft + " --set manifest/configmap-shop-settings:/data/LOG_LEVEL=warn")
                .done();
        run("draft publish " + draft).done();
        String update = "update " + first.path("instantiation_id").asString();

        Result asked = run(update + " -o json");
        assertThat(asked.code()).isEqualTo(ExitCodes.CONFLICTS);
        String conflict = asked.json().path("conflicts").path(0).path("id").asString();
        List<String> settled = new ArrayList<>(List.of((update + kubeconfig + " -o json --theirs").split(" ")));
        settled.add(conflict);
        String second = shell.run(settled).done().json().path("id").asString();
        Result refused = run("commit " + second);
        assertThat(refused.code()).isEqualTo(ExitCodes.CONFLICTS);
        assertThat(refused.out()).contains("failed", "somebody", ".data.LOG_LEVEL");
        assertThat(refused.err()).contains("--force-conflicts");
        run("commit " + second + " --force-conflicts").done();
        assertThat(server.object("v1", "ConfigMap", "shop-two", "settings")
                        .orElseThrow()
                        .path("data")
                        .path("LOG_LEVEL")
                        .asString())
                .isEqualTo("warn");
    }

    @Test
    void aStackIsWhatIsInNamespacesWhenThatIsSaid() {
        JsonNode captured = json("capture --name shop --cluster kube:test --stack all --stack-namespaces all=shop");

        assertThat(captured.path("spec").path("members")).hasSize(3);
        assertThat(run("inspect --cluster kube:test --stack all --stack-namespaces all=")
                        .code())
                .isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void whatCannotBeReachedIsToldAndNoKubeconfigIsReadForFolders() throws IOException {
        assertThat(run("inspect --cluster kube:other --stack shop").code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(run("inspect --cluster kube: --stack shop").code()).isEqualTo(ExitCodes.USAGE);
        kubeconfig = " --kubeconfig " + work.resolve("none.yaml");
        Result unreadable = run("inspect --cluster kube:test --stack shop");
        assertThat(unreadable.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(unreadable.err()).contains("kubeconfig", "cannot be read");
        Files.createDirectories(work.resolve("prod/shop"));
        Files.writeString(work.resolve("prod/shop/a.yaml"), "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n");
        run("inspect --cluster dir:" + work.resolve("prod") + " --stack shop").done();
    }

    @Test
    void anExpiredTokenIsToldAndNotRepeated() {
        server.expire(server.adminToken());

        Result refused = run("inspect --cluster kube:test --stack shop");

        assertThat(refused.code()).isNotEqualTo(ExitCodes.DONE);
        assertThat(refused.err()).startsWith("error: ").doesNotContain(server.adminToken());
    }
}
