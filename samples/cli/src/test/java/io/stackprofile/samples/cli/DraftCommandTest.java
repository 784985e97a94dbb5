package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
