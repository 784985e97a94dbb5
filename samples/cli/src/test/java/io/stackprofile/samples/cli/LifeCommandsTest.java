package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A profile pinned, deprecated, shared, deleted by force, and what its history says of that. */
class LifeCommandsTest {

    @TempDir
    static Path work;

    private static Story story;

    @BeforeAll
    static void tell() throws IOException {
        story = Story.told(work);
    }

    private static Result run(String line) {
        return story.shell.run(line.split(" "));
    }

    private static JsonNode json(String line) {
        return run(line + " -o json").done().json();
    }

    @Test
    void aProfilesLifeFromTheShell() {
        String id = json("show platform-baseline").path("id").asString();
        JsonNode pinned = json("version pin platform-baseline 1 --revision 2");
        assertThat(pinned.path("current_version").asInt()).isEqualTo(1);
        assertThat(run("version pin platform-baseline 2 --revision 2").code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(json("outdated platform-baseline").path("items").size()).isZero();
        assertThat(run("version deprecate platform-baseline 1 --reason defect").code())
                .as("the current one")
                .isEqualTo(ExitCodes.REFUSED);
        assertThat(json("version unpin platform-baseline")
                        .path("current_version")
                        .asInt())
                .isEqualTo(2);
        run("version deprecate platform-baseline 1 --reason security --note Old. --reference https://a.example/1")
                .done();
        assertThat(run("instances platform-baseline").done().out()).contains("DEPRECATED", "yes");
        assertThat(run("instantiate platform-baseline --version 1 --cluster " + story.cluster("staging"))
                        .err())
                .contains("is deprecated");
        assertThat(json("version undeprecate platform-baseline 1")
                        .path("versions")
                        .path(1)
                        .has("deprecation"))
                .isFalse();

        assertThat(run("show northwind/platform-baseline --org contoso").code()).isEqualTo(ExitCodes.NOT_FOUND);
        json("share platform-baseline contoso");
        assertThat(json("list --scope shared --org contoso")
                        .path("items")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("platform-baseline");
        assertThat(json("unshare platform-baseline contoso").path("shared_with").size())
                .isZero();
        assertThat(run("show northwind/platform-baseline --org contoso").code()).isEqualTo(ExitCodes.NOT_FOUND);

        assertThat(run("delete platform-baseline").code()).isEqualTo(ExitCodes.REFUSED);
        run("delete platform-baseline --force").done();
        assertThat(json("instances " + id).path("items").size()).isEqualTo(1);
        assertThat(json("purge").path("purged").asInt()).isZero();
        JsonNode history = json("history " + id);
        assertThat(history.path("items")
                        .valueStream()
                        .map(change -> change.path("kind").asString()))
                .containsExactly(
                        "deleted",
                        "unshared",
                        "shared",
                        "deprecation_lifted",
                        "deprecated",
                        "unpinned",
                        "pinned",
                        "version_added",
                        "created");
        assertThat(run("history " + id).done().out()).contains("pinned v1", "shared contoso");
        assertThat(run("history " + id + " --org contoso").code()).isEqualTo(ExitCodes.NOT_FOUND);
    }
}
