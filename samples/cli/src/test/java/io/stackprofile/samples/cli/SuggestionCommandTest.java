package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Another organisation suggests a change; the owner approves one and rejects one. */
class SuggestionCommandTest {

    @TempDir
    static Path work;

    private static Story story;

    @BeforeAll
    static void begin() throws IOException {
        story = Story.begun(work);
    }

    private static Result run(String line) {
        return story.shell.run(line.split(" "));
    }

    private static JsonNode json(String line) {
        return run(line + " -o json").done().json();
    }

    private static String suggested() {
        String id = json("show northwind/platform-baseline --org contoso")
                .path("id")
                .asString();
        String draft = json("draft create --profile " + id + " --org contoso")
                .path("id")
                .asString();
        return json("suggestion submit " + draft + " --note Please. --org contoso")
                .path("summary")
                .path("id")
                .asString();
    }

    @Test
    void aSuggestionIsAnsweredFromTheShell() {
        json("share platform-baseline contoso");
        String first = suggested();
        String second = suggested();
        String third = suggested();
        assertThat(run("suggestion list platform-baseline").done().out()).contains(first, second, "contoso/alice");
        assertThat(run("suggestion show " + first).done().out()).contains("Please.", "MEMBER");
        assertThat(run("suggestion reject " + second + " --note No.").done().out())
                .contains("rejected");
        assertThat(run("suggestion withdraw " + third + " --org contoso").done().out())
                .contains("withdrawn");

        JsonNode version = json("suggestion approve " + first + " --changelog Thanks.");

        assertThat(version.path("provenance").path("suggested_by").asString()).isEqualTo("contoso/alice");
        assertThat(run("suggestion list --org contoso").done().out()).contains("approved", "rejected", "withdrawn");
        assertThat(run("suggestion show " + first + " --org fabrikam").code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(run("suggestion show no-id").code()).isEqualTo(ExitCodes.USAGE);
    }
}
