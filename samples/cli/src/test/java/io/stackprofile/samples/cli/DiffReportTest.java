package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Versions 1 and 2 of the sample stack {@code platform}, compared in every format. Run with
 * {@code -Dstackprofile.golden=write} to write the golden files anew.
 */
class DiffReportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/io/stackprofile/samples/cli/diff");

    @TempDir
    private static Path work;

    private static Story story;

    @BeforeAll
    static void tell() throws IOException {
        story = Story.begun(work);
        story.shell
                .run(List.of(("version save platform-baseline --cluster " + story.cluster("prod-next")).split(" ")))
                .done();
    }

    @ParameterizedTest
    @CsvSource({"json, json", "markdown, md", "text, diff", "html, html"})
    void eachFormatIsAsItsGoldenFile(String format, String ending) throws IOException {
        Path out = work.resolve("report." + ending);

        story.shell
                .run("diff", "platform-baseline", "1", "2", "--format", format, "--out", out.toString())
                .done();

        String report = Files.readString(out).replace(profileId(), "00000000-0000-7000-8000-000000000000");
        Path golden = GOLDEN.resolve("platform." + ending);
        if ("write".equals(System.getProperty("stackprofile.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, report);
        }
        assertThat(report).isEqualTo(Files.readString(golden));
        story.canaries.assertAbsentFrom(format, report);
        assertThat(story.shell
                        .run("diff", "platform-baseline", "1", "2", "--format", format)
                        .done()
                        .out())
                .isEqualTo(Files.readString(out));
    }

    @Test
    void theJsonFitsItsSchema() throws IOException {
        Result json = story.shell
                .run("diff", "platform-baseline", "1", "2", "--format", "json")
                .done();

        assertThat(schema().validate(json.out(), InputFormat.JSON)).isEmpty();
        assertThat(json.json().path("impact").asString()).isEqualTo("breaking");
        assertThat(schema().validate("{\"format\": 1}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void aBrowserShowsThePageWithoutAComplaint() throws IOException, InterruptedException {
        Browser browser = Browser.find().orElse(null);
        Assumptions.assumeTrue(browser != null, "no Chromium is installed; STACKPROFILE_BROWSER may name one");
        Path page = work.resolve("page.html");
        story.shell
                .run("diff", "platform-baseline", "1", "2", "--format", "html", "--out", page.toString())
                .done();

        assertThat(browser.console(page, work)).isEmpty();
        String document = browser.document(page, work);
        assertThat(document)
                .contains("<h1>Version 1 to version 2</h1>")
                .contains("manifest/legacy-edi-gateway")
                .contains("</svg>");
        Path broken = Files.writeString(work.resolve("broken.html"), "<script>missing()</script>");
        assertThat(browser.console(broken, work)).isNotEmpty();
    }

    @Test
    void aDraftIsComparedWithItsBaseAndPublishedWithTheImpactThatIsExpected() {
        JsonNode draft = story.shell
                .run("draft", "create", "--profile", "platform-baseline", "--version", "1", "-o", "json")
                .done()
                .json();
        String id = draft.path("id").asString();

        JsonNode own = story.shell
                .run("diff", "platform-baseline", "1", "--draft", id, "-o", "json")
                .done()
                .json();
        JsonNode base = story.shell
                .run("diff", "platform-baseline", "--draft", id, "-o", "json")
                .done()
                .json();
        Result refused = story.shell.run("draft", "publish", id, "--expect", "cosmetic");

        assertThat(own.path("identical").asBoolean()).isTrue();
        assertThat(own.path("impact").asString()).isEqualTo("none");
        assertThat(base.path("impact").asString()).isEqualTo("breaking");
        assertThat(base.path("to_draft").asString()).isEqualTo(id);
        assertThat(refused.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(refused.err()).contains("the draft is breaking to version 2, not cosmetic as expected");
        story.canaries.assertAbsentFrom("the refusal", refused.err());
        assertThat(story.shell
                        .run("draft", "publish", id, "--expect", "breaking", "-o", "json")
                        .done()
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThat(story.shell.run("diff", "platform-baseline", "1").err()).contains("two versions are compared");
        assertThat(story.shell
                        .run("diff", "platform-baseline", "1", "2", "--out", "x")
                        .err())
                .contains("--out is for a report");
        assertThat(story.shell
                        .run("diff", "platform-baseline", "1", "2", "--draft", "x")
                        .err())
                .contains("a draft is the newer side");
        assertThat(story.shell
                        .run(
                                "diff",
                                "platform-baseline",
                                "1",
                                "2",
                                "--format",
                                "html",
                                "--out",
                                work.resolve("no/such/folder").toString())
                        .err())
                .contains("cannot be written");
    }

    private static String profileId() {
        return story.captured.json().path("profile_id").asString();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ClassLoader.getSystemResourceAsStream("META-INF/stackprofile/diff-1.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
