package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The whole story, on copies of the sample stacks; each test looks at one step of it. */
class CliTest {

    @TempDir
    static Path work;

    private static Story story;

    @BeforeAll
    static void tell() throws IOException {
        story = Story.told(work);
    }

    @Test
    void captureGivesVersionOneWithEveryMemberAndSecretParameters() {
        JsonNode version = story.captured.json();
        assertThat(version.path("version").asInt()).isEqualTo(1);
        assertThat(version.path("profile_name").asString()).isEqualTo("platform-baseline");
        assertThat(version.path("digest").asString()).matches("sha256:[0-9a-f]{64}");
        assertThat(version.path("spec").path("members")).hasSize(22);
        assertThat(version.path("report").path("redactions").size()).isGreaterThan(40);
        assertThat(version.path("parameters").findValuesAsString("type")).contains("secret", "string");
    }

    @Test
    void listFindsByPrefixCategoryAndTagAndNothingOtherwise() {
        assertThat(names("--search", "platf")).containsExactly("platform-baseline");
        assertThat(names("--category", "platform", "--tag", "eu")).containsExactly("platform-baseline");
        assertThat(names("--tag", "us")).isEmpty();
        assertThat(names("--visibility", "public")).isEmpty();
        assertThat(names("--scope", "public")).isEmpty();
    }

    @Test
    void showHasBothVersionsNewestFirstAndSaysThatAnInstanceIsBehind() {
        JsonNode profile = story.shell
                .run("show", "platform-baseline", "-o", "json")
                .done()
                .json();
        assertThat(profile.path("versions").findValuesAsString("version")).containsExactly("2", "1");
        assertThat(profile.path("versions").path(1).path("changelog").asString())
                .isEqualTo("As-it-runs-today.");
        assertThat(profile.path("update_status")
                        .path("outdated_instantiation_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(profile.path("update_status").path("has_update_available").asBoolean())
                .isTrue();
        assertThat(story.shell.run("show", profile.path("id").asString()).done().out())
                .contains("northwind/platform-baseline", "1 instance is behind", "v2", "v1");
    }

    @Test
    void yamlSaysTheSameAsJson() {
        for (String version : List.of("1", "2")) {
            List<String> show = List.of("version", "show", "platform-baseline", version, "-o");
            Result yaml = story.shell.run(concat(show, "yaml")).done();
            Result json = story.shell.run(concat(show, "json")).done();
            assertThat(YAMLMapper.shared().readTree(yaml.out())).isEqualTo(json.json());
        }
    }

    @Test
    void anExportCanBeReadFromStandardInput() {
        InputStream standardIn = System.in;
        try {
            System.setIn(new ByteArrayInputStream(story.exported.out().getBytes(StandardCharsets.UTF_8)));
            Result result = story.shell.run("import", "-", "--name", "from-a-pipe", "--org", "fabrikam", "-o", "json");
            assertThat(result.done().json().path("digest"))
                    .isEqualTo(story.saved.json().path("digest"));
        } finally {
            System.setIn(standardIn);
        }
    }

    @Test
    void theNextVersionIsTheChangedStackAndKeepsTheNamesOfParameters() {
        assertThat(story.saved.json().path("version").asInt()).isEqualTo(2);
        assertThat(story.saved.json().path("parameters").findValuesAsString("name"))
                .containsAll(parameterNamesStillUsed());
    }

    @Test
    void diffNamesTheMembersThatCameWentAndChanged() {
        JsonNode diff = story.shell
                .run("diff", "platform-baseline", "1", "2", "-o", "json")
                .done()
                .json();
        assertThat(changes(diff))
                .contains(
                        "manifest/legacy-edi-gateway removed",
                        "manifest/tracking-geocoder added",
                        "manifest/network-policies changed",
                        "addon/cert-manager changed",
                        "addon/ingress-nginx changed");
        assertThat(diff.path("identical").asBoolean()).isFalse();
        assertThat(story.shell.run("diff", "platform-baseline", "1", "2").done().out())
                .contains("v1.17.2", "v1.18.2");
    }

    @Test
    void anImportUnderAnotherNameInAnotherOrganisationHasTheSameDigest() {
        assertThat(story.imported.json().path("digest"))
                .isEqualTo(story.saved.json().path("digest"));
        assertThat(story.imported.json().path("profile_name").asString()).isEqualTo("imported-baseline");
        assertThat(story.shell.run("show", "imported-baseline").code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(story.shell
                        .run("show", "imported-baseline", "--org", "contoso")
                        .code())
                .isEqualTo(ExitCodes.DONE);
    }

    @Test
    void exportingAgainGivesTheSameBytes() {
        assertThat(story.shell
                        .run("export", "platform-baseline", "--version", "2")
                        .out())
                .isEqualTo(story.exported.out());
    }

    @Test
    void theStackDraftHasTheBoundValuesAndReferencesForSecrets() {
        JsonNode draft = story.instantiated.json();
        assertThat(draft.path("cluster").asString()).isEqualTo(story.cluster("staging"));
        assertThat(draft.path("bindings").findValuesAsString("secret_ref")).allMatch(ref -> ref.startsWith("env:"));
        assertThat(draft.path("bindings").findValuesAsString("value")).contains("staging.northwind-freight.example");
    }

    @Test
    void theReviewCreatesEveryMemberOnTheNearlyEmptyTarget() {
        assertThat(story.reviewed.json().path("target_moved").asBoolean()).isFalse();
        assertThat(story.reviewed.json().path("plan").findValuesAsString("effect"))
                .hasSize(22)
                .containsOnly("create");
        assertThat(story.shell.run("review", story.draft()).done().out()).contains("WAVE", "manifest/namespaces");
    }

    @Test
    void theCommitPutsTheStackInTheTargetBesideWhatWasThere() throws IOException {
        assertThat(story.committed.json().path("instantiation").path("status").asString())
                .isEqualTo("deployed");
        String target = Files.readString(story.work.resolve("staging/cluster.yaml"));
        assertThat(target).contains("Small helpers of the developers", "name: tools", "name: platform");
        assertThat(story.shell.run("commit", story.draft()).code())
                .as("once more")
                .isEqualTo(ExitCodes.DONE);
    }

    @Test
    void aCommitThatNamesAnotherClusterThanTheDraftsIsRefused() {
        assertThat(story.shell
                        .run("commit", story.draft(), "--cluster", story.cluster("prod"))
                        .code())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(story.shell
                        .run("commit", story.draft(), "--cluster", story.cluster("staging"))
                        .code())
                .isEqualTo(ExitCodes.DONE);
    }

    @Test
    void theInstanceOnTheOldVersionIsOutdated() {
        assertThat(story.outdated.json().path("items").findValuesAsString("cluster"))
                .containsExactly(story.cluster("staging"));
        assertThat(story.outdated.json().path("items").findValuesAsString("outdated"))
                .containsExactly("true");
        assertThat(story.shell.run("instances", "platform-baseline").done().out())
                .contains("deployed", "v1", "yes");
    }

    @Test
    void redactionsSayRulePlaceAndReason() {
        JsonNode redactions = story.shell
                .run("redactions", "platform-baseline", "--version", "1", "-o", "json")
                .done()
                .json();
        assertThat(redactions).isEqualTo(story.captured.json().path("report").path("redactions"));
        assertThat(redactions).allSatisfy(redaction -> {
            assertThat(redaction.path("rule").asString()).isNotBlank();
            assertThat(redaction.path("reason").asString()).isNotBlank();
            assertThat(redaction.path("location").path("member").asString()).isNotBlank();
        });
        assertThat(story.shell
                        .run("redactions", "platform-baseline", "--version", "1")
                        .done()
                        .out())
                .contains("PLACE", "RULE", "WHY");
    }

    @Test
    void noPlantedCredentialIsAnywhere() throws IOException {
        story.canaries.assertAbsentFrom("everything printed", story.shell.transcript());
        story.canaries.assertAbsentFrom("the export", story.exported.out());
        story.canaries.assertAbsentFromFiles(story.work.resolve("staging"));
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                story.canaries.assertAbsentFromFiles(file);
            }
        }
    }

    @Test
    void noPlantedCredentialIsInAnyRowOfTheStore() throws SQLException {
        story.canaries.assertAbsentFromRows(work.resolve("profiles.db"));
    }

    @Test
    void theSearchOfRowsSeesWhatIsCompressedInThem() {
        Canaries template = Canaries.of(List.<String[]>of(new String[] {"-", "-", "template", "{{ parameters."}));

        assertThatThrownBy(() -> template.assertAbsentFromRows(work.resolve("profiles.db")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("table content_text");
    }

    @Test
    void theSearchForPlantedCredentialsFindsThemWhereTheyAre() {
        assertThatThrownBy(() -> story.canaries.assertAbsentFromFiles(story.work.resolve("prod")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted credentials");
    }

    private static List<String> concat(List<String> arguments, String last) {
        List<String> all = new ArrayList<>(arguments);
        all.add(last);
        return all;
    }

    private static List<String> parameterNamesStillUsed() {
        String text = story.saved.json().path("spec").toString();
        return story.captured.json().path("parameters").findValuesAsString("name").stream()
                .filter(name -> text.contains("parameters." + name + " "))
                .toList();
    }

    private static List<String> changes(JsonNode diff) {
        List<String> changes = new ArrayList<>();
        diff.path("members")
                .forEach(member -> changes.add(member.path("ref").asString() + " "
                        + member.path("change").asString()));
        return changes;
    }

    private static List<String> names(String... filters) {
        List<String> arguments = new ArrayList<>(List.of("list", "-o", "json"));
        arguments.addAll(List.of(filters));
        List<String> names = new ArrayList<>();
        story.shell
                .run(arguments)
                .done()
                .json()
                .path("items")
                .forEach(item -> names.add(item.path("name").asString()));
        return names;
    }
}
