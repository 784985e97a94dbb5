package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A profile built by hand, from an empty draft to a version. */
class DraftCommandTest {

    @TempDir
    static Path work;

    private static Story story;

    @BeforeAll
    static void start() throws IOException {
        story = Story.begun(work);
    }

    @Test
    void aDraftWithAFaultyMemberIsNotPublishableAndOneWithoutIs() throws IOException {
        String id = story.shell
                .run("draft", "create", "--name", "from-scratch", "-o", "json")
                .done()
                .json()
                .path("id")
                .asString();
        Path manifest = story.work.resolve("quota.yaml");
        Files.writeString(manifest, """
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: compute, namespace: edge}
                spec:
                  hard:
                    pods: ${{ parameters.pods }}
                """);
        story.shell
                .run("draft", "edit", id, "--put-manifest", "quota=" + manifest)
                .done();
        assertThat(story.shell.run("draft", "validate", id).code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(story.shell.run("draft", "publish", id).code()).isEqualTo(ExitCodes.REFUSED);
        story.shell
                .run("draft", "edit", id, "--put-parameter", "pods:number:20")
                .done();
        assertThat(story.shell.run("draft", "validate", id).code()).isEqualTo(ExitCodes.DONE);
        assertThat(story.shell
                        .run("draft", "edit", id, "--revision", "1", "--remove", "manifest/quota")
                        .code())
                .as("stale revision")
                .isEqualTo(ExitCodes.REFUSED);
        JsonNode published = story.shell
                .run("draft", "publish", id, "--changelog", "Quotas.", "-o", "json")
                .done()
                .json();
        assertThat(published.path("parameters").path(0).path("default_value").asInt())
                .isEqualTo(20);
        assertThat(story.shell.run("draft", "show", id).code()).isEqualTo(ExitCodes.NOT_FOUND);
        Result renamed = story.shell
                .run("set", "from-scratch", "--name", "quotas", "--tag", "limits", "-o", "json")
                .done();
        assertThat(renamed.json().path("tags").path(0).asString()).isEqualTo("limits");
        story.shell.run("delete", "quotas").done();
        assertThat(story.shell.run("show", "quotas").code()).isEqualTo(ExitCodes.NOT_FOUND);
    }

    @Test
    void valuesAreEditedByPathAndAStaleDraftIsRebased() throws Exception {
        Path manifest = story.work.resolve("settings.yaml");
        Files.writeString(manifest, """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data:
                  mode: fast   # for now
                  size: "3"
                """);
        String first = create("--name", "settings");
        edit(first, "--put-manifest", "settings=" + manifest);
        story.shell.run("draft", "publish", first).done();
        String early = create("--profile", "settings");
        String late = create("--profile", "settings");
        edit(early, "--set", "manifest/settings:/data/mode=slow");
        story.shell.run("draft", "publish", early).done();
        edit(late, "--set-text", "manifest/settings:/data/size=4", "--set", "manifest/settings:/data/mode=idle");

        assertThat(story.shell.run("draft", "publish", late).code()).isEqualTo(ExitCodes.REFUSED);
        Result refused = story.shell.run("draft", "rebase", late);
        String conflict = "both-changed manifest/settings#0/data/mode";
        assertThat(refused.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(refused.out()).contains(conflict, "\"slow\"", "\"idle\"", "Nothing was changed.");
        story.shell.run("draft", "rebase", late, "--theirs", conflict).done();
        edit(late, "--rename", "manifest/settings=front", "--add", "manifest/settings:/data/more=[1]");
        story.shell.run("draft", "publish", late).done();

        assertThat(story.shell.run("export", "settings").done().out())
                .contains("front", "mode: slow   # for now", "size: \"4\"", "more:");
        assertThat(story.shell.run("graph", "settings").done().out()).contains("flowchart TD", "manifest/front");
        String svg = story.shell.run("graph", "settings", "--as", "svg").done().out();
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("text")
                        .getLength())
                .isEqualTo(2);
    }

    private static String create(String... from) {
        List<String> line = new ArrayList<>(List.of("draft", "create", "-o", "json"));
        line.addAll(List.of(from));
        return story.shell
                .run(line.toArray(String[]::new))
                .done()
                .json()
                .path("id")
                .asString();
    }

    private static void edit(String draft, String... edits) {
        List<String> line = new ArrayList<>(List.of("draft", "edit", draft));
        line.addAll(List.of(edits));
        story.shell.run(line.toArray(String[]::new)).done();
    }
}
