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

/** Findings without a profile, and captures under a policy. */
class InspectCommandTest {

    @TempDir
    static Path work;

    private static Story story;

    @BeforeAll
    static void start() throws IOException {
        story = Story.begun(work);
    }

    @Test
    void inspectingShowsEveryPlaceInATableOrAsJsonAndStoresNothing() {
        String before = story.shell.run("list", "-o", "json").done().out();
        Result table = story.shell.run("inspect", "--cluster", story.cluster("prod"), "--stack", "platform");
        JsonNode report = story.shell
                .run("inspect", "--cluster", story.cluster("prod"), "--stack", "platform", "-o", "json")
                .done()
                .json();

        assertThat(table.done().out())
                .contains("PLACE", "CONFIDENCE")
                .contains("found")
                .contains("secret-data");
        assertThat(report.path("redactions").size()).isGreaterThan(40);
        assertThat(report.path("redactions"))
                .allMatch(entry -> entry.path("action").asString().equals("reported"));
        story.canaries.assertAbsentFrom("the table", table.out() + table.err());
        story.canaries.assertAbsentFrom("the report", report.toString());
        assertThat(story.shell.run("list", "-o", "json").done().out()).isEqualTo(before);
    }

    @Test
    void aDocumentIsInspectedToo() throws IOException {
        Path file = work.resolve("exported.yaml");
        Files.writeString(
                file, story.shell.run("export", "platform-baseline").done().out());

        assertThat(story.shell.run("inspect", "--file", file.toString()).code()).isEqualTo(ExitCodes.DONE);
        assertThat(story.shell
                        .run("inspect", "--file", file.toString(), "--stack", "platform")
                        .code())
                .isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void aCaptureIsUnderThePolicyThatIsGiven() {
        JsonNode version = story.shell
                .run(
                        "capture",
                        "--name",
                        "under-policy",
                        "--cluster",
                        story.cluster("prod"),
                        "--stack",
                        "platform",
                        "--redaction",
                        "strict",
                        "--allow",
                        "**.nowhere=Nothing is there.",
                        "--deny",
                        "/metadata/name=Names are confidential.",
                        "-o",
                        "json")
                .done()
                .json();

        assertThat(version.path("redaction").path("mode").asString()).isEqualTo("strict");
        assertThat(version.path("redaction").path("overrides").size()).isEqualTo(2);
        assertThat(version.path("report").path("warnings"))
                .anyMatch(warning -> warning.path("code").asString().equals("allow-unused"));
        assertThat(version.path("report").path("redactions"))
                .anyMatch(entry -> entry.path("rule").asString().equals("caller-deny"));
    }

    @Test
    void anOptionThatCannotBeUsedIsRefusedAndNotRepeated() {
        String secret = "Quarry!Lantern*88213";
        for (String text : new String[] {"**=" + secret, secret, "/a//b=" + secret}) {
            Result refused = story.shell.run(
                    "capture",
                    "--name",
                    "x",
                    "--cluster",
                    story.cluster("prod"),
                    "--stack",
                    "platform",
                    "--allow",
                    text);

            assertThat(refused.code()).isEqualTo(ExitCodes.USAGE);
            assertThat(refused.err()).contains("--allow").doesNotContain(secret);
        }
    }
}
