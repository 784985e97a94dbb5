package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A version that splits a parameter, and an instance that follows it from the shell. */
class UpdateCommandTest {

    @TempDir
    Path work = Path.of("");

    private Shell shell = new Shell(Path.of("unused"));

    private Result run(String line) {
        return shell.run(Stream.of(line.split(" ")).toList());
    }

    private JsonNode json(String line) {
        return run(line + " -o json").done().json();
    }

    /** Adds a draft with a config map of this text, its parameters given as the shell takes them. */
    private String draft(String from, String text, String... edits) throws IOException {
        Path manifest = Files.writeString(work.resolve("settings.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data:
                  at: "%s"
                """.formatted(text));
        String id = json("draft create " + from).path("id").asString();
        run("draft edit " + id + " " + String.join(" ", edits) + " --put-manifest settings=" + manifest)
                .done();
        return id;
    }

    @Test
    void anInstanceFollowsAVersionThatSplitsAParameter() throws IOException {
        shell = new Shell(work.resolve("profiles.db"));
        Files.createDirectories(work.resolve("staging"));
        run("draft publish " + draft("--name shop", "${{ parameters.endpoint }}", "--put-parameter endpoint:string"))
                .done();
        JsonNode first = json(
                "instantiate shop --cluster dir:" + work.resolve("staging") + " --param endpoint=db.acme.dev:5432");
        run("commit " + first.path("id").asString()).done();
        String instance = first.path("instantiation_id").asString();
        Path migration = Files.writeString(work.resolve("migration.yaml"), """
                apiVersion: stackprofile.io/v1
                kind: BindingMigration
                spec:
                  steps:
                    - split: {from: endpoint, to: [host, port], pattern: "([^:]+):([0-9]+)"}
                """);
        String second = draft(
                "--profile shop",
                "${{ parameters.host }} ${{ parameters.port }} ${{ parameters.region }}",
                "--remove-parameter endpoint",
                "--put-parameter host:string",
                "--put-parameter port:number",
                "--put-parameter region:string");
        Path wrong = Files.writeString(
                work.resolve("wrong.yaml"), Files.readString(migration).replace("endpoint", "endpiont"));

        Result misspelt = run("draft publish " + second + " --migration " + wrong);
        assertThat(misspelt.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(misspelt.err()).contains("/migration/steps/0", "Did you mean endpoint?");
        JsonNode published = json("draft publish " + second + " --migration " + migration);
        assertThat(published.path("migration").path("steps").path(0).toString())
                .isEqualTo("{\"step\":\"split\",\"from\":[\"endpoint\"],\"to\":[\"host\",\"port\"],"
                        + "\"pattern\":\"([^:]+):([0-9]+)\"}");
        assertThat(run("version show shop 2").done().out()).contains("STEP", "split", "host, port");

        Result asking = run("update " + instance + " --dry-run");
        assertThat(asking.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(asking.out())
                .contains("carried from endpoint; split to host in v2", "missing-binding", "The update has to ask.");
        assertThat(run("update " + instance).err()).contains("parameter region is required");
        JsonNode preview = json("update " + instance + " --dry-run --param region=eu");
        assertThat(preview.path("complete").asBoolean()).isTrue();
        assertThat(preview.path("parameters")
                        .path(1)
                        .path("turns")
                        .path(0)
                        .path("kind")
                        .asString())
                .isEqualTo("split");
        String draft =
                json("update " + instance + " --param region=eu").path("id").asString();
        run("commit " + draft).done();
        assertThat(run("outdated shop").done().out()).contains("Every deployed instance");
        assertThat(run("update " + instance).err()).contains("a later instance has taken the place");
        assertThat(run("update no-id").code()).isEqualTo(ExitCodes.USAGE);
    }
}
