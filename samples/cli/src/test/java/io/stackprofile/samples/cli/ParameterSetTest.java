package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ParameterSetTest {

    @TempDir
    Path work;

    @Test
    void aSetFillsWhatTheCommandLineDoesNot() throws IOException {
        Story story = Story.begun(work);
        Files.writeString(work.resolve("domain.txt"), "staging.northwind-freight.example\n");
        StringBuilder set = new StringBuilder("""
                apiVersion: stackprofile.io/v1
                kind: ParameterSet
                metadata: {name: staging}
                spec:
                  parameters:
                    - {name: BASE_DOMAIN, file: domain.txt}
                """);
        for (JsonNode parameter : story.captured.json().path("parameters")) {
            if (parameter.path("type").asString().equals("secret")) {
                String name = parameter.path("name").asString();
                set.append("    - {name: " + name + ", env: TEST_" + name + "}\n");
            }
        }
        Path file = Files.writeString(work.resolve("staging.yaml"), set);

        JsonNode draft = instantiate(story, file).done().json();

        assertThat(draft.path("bindings").findValuesAsString("source")).contains("parameter_set");
        assertThat(draft.path("bindings").toString()).contains("staging.northwind-freight.example");
    }

    @Test
    void aSetThatIsWrittenWronglyIsRefusedWithItsLine() throws IOException {
        Story story = Story.begun(work);
        Path file = Files.writeString(work.resolve("set.yaml"), """
                apiVersion: stackprofile.io/v1
                kind: ParameterSet
                metadata: {name: staging}
                spec:
                  parameters:
                    - {name: token, vaule: correct-horse-battery}
                """);

        Result refused = instantiate(story, file);

        assertThat(refused.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(refused.err())
                .contains("line 6")
                .contains("Did you mean 'value'?")
                .doesNotContain("correct-horse");
    }

    private static Result instantiate(Story story, Path file) {
        return story.shell.run(
                "instantiate",
                "platform-baseline",
                "--cluster",
                story.cluster("staging"),
                "--stack",
                "platform",
                "--params",
                file.toString(),
                "-o",
                "json");
    }
}
