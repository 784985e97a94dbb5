package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is refused, with which exit code, and what is never repeated. */
class RefusalTest {

    @TempDir
    static Path work;

    private static Story story;

    @BeforeAll
    static void capture() throws IOException {
        story = Story.begun(work);
    }

    @Test
    void whatIsNotThereExitsWithThree() {
        assertThat(story.shell.run("show", "no-such-profile").code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(story.shell.run("version", "show", "platform-baseline", "9").code())
                .isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(story.shell
                        .run("review", "01936b1e-0000-7000-8000-00000000dead")
                        .code())
                .isEqualTo(ExitCodes.NOT_FOUND);
    }

    @Test
    void whatTheRoleDoesNotAllowExitsWithFour() {
        Result result = story.shell.run("delete", "platform-baseline", "--role", "viewer");
        assertThat(result.code()).isEqualTo(ExitCodes.DENIED);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void whatTheLibraryRefusesExitsWithOneAndAHintWhatToDo() {
        Result taken = story.shell.run(
                "capture", "--name", "platform-baseline", "--cluster", story.cluster("prod"), "--stack", "platform");
        assertThat(taken.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(taken.err()).startsWith("error: ").contains("\n  to do: ");
        Result unbound = story.shell.run("instantiate", "platform-baseline", "--cluster", story.cluster("staging"));
        assertThat(unbound.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(unbound.err().lines().filter(line -> line.startsWith("  - ")).count())
                .isGreaterThan(10);
    }

    @Test
    void aSecretOnTheCommandLineIsRefusedWithoutBeingRepeated() {
        String plaintext = "correct-horse:battery-staple";
        String secret = secretParameter();
        List<Result> refused = List.of(
                story.shell.run(
                        "instantiate",
                        "platform-baseline",
                        "--cluster",
                        story.cluster("staging"),
                        "--secret",
                        secret + "=" + plaintext),
                story.shell.run(
                        "instantiate",
                        "platform-baseline",
                        "--cluster",
                        story.cluster("staging"),
                        "--secret",
                        plaintext),
                story.shell.run(
                        "instantiate",
                        "platform-baseline",
                        "--cluster",
                        story.cluster("staging"),
                        "--param",
                        secret + "=" + plaintext),
                story.shell.run(
                        "instantiate",
                        "platform-baseline",
                        "--cluster",
                        story.cluster("staging"),
                        "--secret",
                        secret + "=env:OK",
                        plaintext));
        assertThat(refused).extracting(Result::code).containsExactly(2, 2, 1, 2);
        assertThat(refused)
                .allSatisfy(result ->
                        assertThat(result.out() + result.err()).isNotBlank().doesNotContain("battery-staple"));
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(List.of(
                        story.shell.run(),
                        story.shell.run("shwo"),
                        story.shell.run("show"),
                        story.shell.run("show", "a", "b"),
                        story.shell.run("list", "--page-size", "0"),
                        story.shell.run("list", "--role", "king"),
                        story.shell.run("capture", "--name", "x", "--cluster", story.cluster("prod")),
                        story.shell.run(
                                "capture", "--name", "Not A Label", "--cluster", story.cluster("prod"), "--stack", "s"),
                        story.shell.run("capture", "--name", "x", "--cluster", "prod", "--stack", "platform"),
                        story.shell.run("set", "platform-baseline"),
                        story.shell.run("commit", "not-an-id"),
                        story.shell.run(
                                "import", story.work.resolve("absent.yaml").toString()),
                        story.shell.run("draft", "create")))
                .allSatisfy(result -> {
                    assertThat(result.code()).isEqualTo(ExitCodes.USAGE);
                    assertThat(result.out()).isEmpty();
                    assertThat(result.err())
                            .startsWith("error: ")
                            .contains("\n  to do: ")
                            .doesNotContain("\tat ");
                });
    }

    @Test
    void theStackCanOnlyBeOneOfTheClusters() {
        Result result = story.shell.run(
                "capture", "--name", "other", "--cluster", story.cluster("prod"), "--stack", "payments");
        assertThat(result.code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("error: ").contains("to do: ");
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : List.of(
                "capture",
                "list",
                "show",
                "set",
                "delete",
                "version save",
                "version show",
                "diff",
                "export",
                "import",
                "draft create",
                "draft list",
                "draft show",
                "draft edit",
                "draft validate",
                "draft publish",
                "draft delete",
                "instantiate",
                "review",
                "commit",
                "discard",
                "instances",
                "outdated",
                "redactions",
                "store copy")) {
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            arguments.add("--help");
            assertThat(story.shell.run(arguments).done().out()).startsWith("Usage: stackprofile " + command);
        }
    }

    private static String secretParameter() {
        for (JsonNode parameter : story.captured.json().path("parameters")) {
            if (parameter.path("type").asString().equals("secret")) {
                return parameter.path("name").asString();
            }
        }
        throw new AssertionError("the capture has no secret parameter");
    }
}
