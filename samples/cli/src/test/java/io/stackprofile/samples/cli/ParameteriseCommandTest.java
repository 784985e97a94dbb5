package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Literals of a captured stack become parameters, and parameters change everywhere at once. */
class ParameteriseCommandTest {

    @TempDir
    static Path work;

    private static Story story;

    @BeforeAll
    static void start() throws IOException {
        story = Story.begun(work);
    }

    @Test
    void aValueBecomesAParameterIsRenamedRetypedAndInlinedAgain() {
        String id = draft();
        String before = content(id, "manifest/storage");
        story.shell
                .run(
                        "parameterise",
                        id,
                        "--member",
                        "manifest/storage",
                        "--path",
                        "/spec/storageClassName",
                        "--as",
                        "sc")
                .done();
        assertThat(content(id, "manifest/storage")).contains("storageClassName: ${{ parameters.sc }}     # gp3 cannot");
        story.shell.run("parameterise", id, "--rename", "sc=storage_class").done();
        story.shell.run("parameterise", id, "--retype", "storage_class=enum").done();
        Result table = story.shell.run("parameters", id).done();
        assertThat(table.out()).containsPattern("storage_class +enum +no +efs-sc +1 place");
        story.shell.run("parameterise", id, "--inline", "storage_class").done();
        assertThat(content(id, "manifest/storage")).isEqualTo(before);
    }

    @Test
    void suggestionsAreShownAndTakenOverByName() {
        String id = draft();
        Result shown = story.shell.run("suggest", id).done();
        assertThat(shown.out()).contains("storage class", "gp3", "efs-sc", "northwind-freight.example");
        JsonNode suggestions = story.shell
                .run("suggest", "platform-baseline", "-o", "json")
                .done()
                .json();
        String name = "";
        for (JsonNode suggestion : suggestions) {
            if (suggestion.path("default_value").asString().equals("gp3")) {
                name = suggestion.path("name").asString();
            }
        }
        story.shell
                .run("parameterise", id, "--suggestion", name, "--as", "disks")
                .done();
        assertThat(content(id, "manifest/storage")).contains("storageClassName: ${{ parameters.disks }}");
        story.canaries.assertAbsentFrom("what the commands printed", story.shell.transcript());
    }

    @Test
    void theInputsAreJsonSchema() {
        JsonNode schema = story.shell
                .run("parameters", "platform-baseline", "-o", "schema")
                .done()
                .json();
        assertThat(schema.path("$schema").asString()).contains("2020-12");
        assertThat(schema.path("properties").path("BASE_DOMAIN").path("type").asString())
                .isEqualTo("string");
        JsonNode rows = story.shell
                .run("parameters", "platform-baseline", "-o", "json")
                .done()
                .json();
        assertThat(rows.path(0).path("parameter").path("name").asString()).isNotEmpty();
        assertThat(rows.path(0).path("use").path("places").size()).isPositive();
        assertThat(story.shell.run("list", "-o", "schema").code()).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void whatCannotBeIsRefusedWithItsPlaceAndChangesNothing() {
        String id = draft();
        Result refused = story.shell.run(
                "parameterise", id, "--member", "manifest/storage", "--path", "/spec/resources", "--as", "x");
        assertThat(refused.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(refused.err()).contains("manifest/storage", "/spec/resources", "Name one of the values");
        assertThat(story.shell.run("parameterise", id).code()).isEqualTo(ExitCodes.USAGE);
        assertThat(story.shell.run("parameterise", id, "--as", "x").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(story.shell
                        .run("draft", "show", id, "-o", "json")
                        .json()
                        .path("revision")
                        .asInt())
                .isEqualTo(1);
    }

    private static String draft() {
        return story.shell
                .run("draft", "create", "--profile", "platform-baseline", "-o", "json")
                .done()
                .json()
                .path("id")
                .asString();
    }

    private static String content(String id, String ref) {
        for (JsonNode member : story.shell
                .run("draft", "show", id, "-o", "json")
                .done()
                .json()
                .path("spec")
                .path("members")) {
            if (member.path("ref").asString().equals(ref)) {
                return member.path("content").asString();
            }
        }
        return "";
    }
}
