package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final Path STACKS = Path.of(System.getProperty("stackprofile.root"), "samples", "stacks");
    private static final String FIRST_VALUE = "northwind-test";

    @TempDir
    static Path work;

    private static Shell shell;
    private static Canaries canaries;
    private static Result captured;
    private static Result saved;
    private static Result exported;
    private static Result imported;
    private static Result instantiated;
    private static Result reviewed;
    private static Result committed;
    private static Result outdated;

    @BeforeAll
    static void story() throws IOException {
        for (String cluster : List.of("prod", "prod-next", "staging")) {
            copy(STACKS.resolve(cluster), work.resolve(cluster));
        }
        canaries = Canaries.of(STACKS, "prod", "prod-next");
        shell = new Shell(work.resolve("profiles.db"));
        captured = shell.run(
                        "capture",
                        "--name",
                        "platform-baseline",
                        "--cluster",
                        cluster("prod"),
                        "--stack",
                        "platform",
                        "--include-addon-configurations",
                        "--changelog",
                        "As it runs today.",
                        "--category",
                        "platform",
                        "--tag",
                        "edge",
                        "--tag",
                        "eu",
                        "-o",
                        "json")
                .done();
        instantiated = shell.run(instantiateArguments()).done();
        reviewed = shell.run("review", draft(), "-o", "json").done();
        committed = shell.run("commit", draft(), "-o", "json").done();
        saved = shell.run("version", "save", "platform-baseline", "--cluster", cluster("prod-next"), "-o", "json")
                .done();
        outdated = shell.run("outdated", "platform-baseline", "-o", "json").done();
        exported = shell.run("export", "platform-baseline", "--version", "2").done();
        Files.writeString(work.resolve("exported.yaml"), exported.out());
        imported = shell.run(
                        "import",
                        work.resolve("exported.yaml").toString(),
                        "--name",
                        "imported-baseline",
                        "--org",
                        "contoso",
                        "-o",
                        "json")
                .done();
    }

    @Test
    void captureGivesVersionOneWithEveryMemberAndSecretParameters() {
        JsonNode version = captured.json();
        assertThat(version.path("version").asInt()).isEqualTo(1);
        assertThat(version.path("profile_name").asString()).isEqualTo("platform-baseline");
        assertThat(version.path("digest").asString()).matches("sha256:[0-9a-f]{64}");
        assertThat(version.path("spec").path("members")).hasSize(22);
        assertThat(version.path("report").path("redactions").size()).isGreaterThan(40);
        assertThat(version.path("parameters").findValuesAsString("type")).contains("secret", "string");
    }

    @Test
    void theStackCanOnlyBeOneOfTheClusters() {
        Result result = shell.run("capture", "--name", "other", "--cluster", cluster("prod"), "--stack", "payments");
        assertThat(result.code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("error: ").contains("to do: ");
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
        JsonNode profile =
                shell.run("show", "platform-baseline", "-o", "json").done().json();
        assertThat(profile.path("versions").findValuesAsString("version")).containsExactly("2", "1");
        assertThat(profile.path("versions").path(1).path("changelog").asString())
                .isEqualTo("As it runs today.");
        assertThat(profile.path("update_status")
                        .path("outdated_instantiation_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(profile.path("update_status").path("has_update_available").asBoolean())
                .isTrue();
        assertThat(shell.run("show", profile.path("id").asString()).done().out())
                .contains("northwind/platform-baseline", "1 instance is behind", "v2", "v1");
    }

    @Test
    void yamlSaysTheSameAsJson() {
        Result yaml = shell.run("version", "show", "platform-baseline", "2", "-o", "yaml")
                .done();
        Result json = shell.run("version", "show", "platform-baseline", "2", "-o", "json")
                .done();
        assertThat(YAMLMapper.shared().readTree(yaml.out())).isEqualTo(json.json());
    }

    @Test
    void theNextVersionIsTheChangedStackAndKeepsTheNamesOfParameters() {
        assertThat(saved.json().path("version").asInt()).isEqualTo(2);
        assertThat(saved.json().path("parameters").findValuesAsString("name")).containsAll(parameterNamesStillUsed());
    }

    @Test
    void diffNamesTheMembersThatCameWentAndChanged() {
        JsonNode diff = shell.run("diff", "platform-baseline", "1", "2", "-o", "json")
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
        assertThat(shell.run("diff", "platform-baseline", "1", "2").done().out())
                .contains("v1.17.2", "v1.18.2");
    }

    @Test
    void anImportUnderAnotherNameInAnotherOrganisationHasTheSameDigest() {
        assertThat(imported.json().path("digest")).isEqualTo(saved.json().path("digest"));
        assertThat(imported.json().path("profile_name").asString()).isEqualTo("imported-baseline");
        assertThat(shell.run("show", "imported-baseline").code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(shell.run("show", "imported-baseline", "--org", "contoso").code())
                .isEqualTo(ExitCodes.DONE);
    }

    @Test
    void exportingAgainGivesTheSameBytes() {
        assertThat(shell.run("export", "platform-baseline", "--version", "2").out())
                .isEqualTo(exported.out());
    }

    @Test
    void theStackDraftHasTheBoundValuesAndReferencesForSecrets() {
        JsonNode draft = instantiated.json();
        assertThat(draft.path("cluster").asString()).isEqualTo(cluster("staging"));
        assertThat(draft.path("bindings").findValuesAsString("secret_ref")).allMatch(ref -> ref.startsWith("env:"));
        assertThat(draft.path("bindings").findValuesAsString("value")).contains("staging.northwind-freight.example");
    }

    @Test
    void theReviewCreatesEveryMemberOnTheNearlyEmptyTarget() {
        assertThat(reviewed.json().path("target_moved").asBoolean()).isFalse();
        assertThat(reviewed.json().path("plan").findValuesAsString("effect"))
                .hasSize(22)
                .containsOnly("create");
        assertThat(shell.run("review", draft()).done().out()).contains("WAVE", "manifest/namespaces");
    }

    @Test
    void theCommitPutsTheStackInTheTargetBesideWhatWasThere() throws IOException {
        assertThat(committed.json().path("instantiation").path("status").asString())
                .isEqualTo("deployed");
        String target = Files.readString(work.resolve("staging/cluster.yaml"));
        assertThat(target).contains("Small helpers of the developers", "name: tools", "name: platform");
        assertThat(shell.run("commit", draft()).code()).as("once more").isEqualTo(ExitCodes.DONE);
    }

    @Test
    void theInstanceOnTheOldVersionIsOutdated() {
        assertThat(outdated.json().path("items").findValuesAsString("cluster")).containsExactly(cluster("staging"));
        assertThat(outdated.json().path("items").findValuesAsString("outdated")).containsExactly("true");
        assertThat(shell.run("instances", "platform-baseline").done().out()).contains("deployed", "v1", "yes");
    }

    @Test
    void redactionsSayRulePlaceAndReason() {
        JsonNode redactions = shell.run("redactions", "platform-baseline", "--version", "1", "-o", "json")
                .done()
                .json();
        assertThat(redactions).isEqualTo(captured.json().path("report").path("redactions"));
        assertThat(redactions).allSatisfy(redaction -> {
            assertThat(redaction.path("rule").asString()).isNotBlank();
            assertThat(redaction.path("reason").asString()).isNotBlank();
            assertThat(redaction.path("location").path("member").asString()).isNotBlank();
        });
        assertThat(shell.run("redactions", "platform-baseline", "--version", "1")
                        .done()
                        .out())
                .contains("PLACE", "RULE", "WHY");
    }

    @Test
    void whatIsNotThereExitsWithThree() {
        assertThat(shell.run("show", "no-such-profile").code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(shell.run("version", "show", "platform-baseline", "9").code())
                .isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(shell.run("review", "01936b1e-0000-7000-8000-00000000dead").code())
                .isEqualTo(ExitCodes.NOT_FOUND);
    }

    @Test
    void whatTheRoleDoesNotAllowExitsWithFour() {
        Result result = shell.run("delete", "platform-baseline", "--role", "viewer");
        assertThat(result.code()).isEqualTo(ExitCodes.DENIED);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void whatTheLibraryRefusesExitsWithOneAndAHintWhatToDo() {
        Result taken = shell.run(
                "capture", "--name", "platform-baseline", "--cluster", cluster("prod"), "--stack", "platform");
        assertThat(taken.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(taken.err()).startsWith("error: ").contains("\n  to do: ");
        Result unbound = shell.run("instantiate", "platform-baseline", "--cluster", cluster("staging"));
        assertThat(unbound.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(unbound.err().lines().filter(line -> line.startsWith("  - ")).count())
                .isGreaterThan(10);
    }

    @Test
    void aDraftWithAFaultyMemberIsNotPublishableAndOneWithoutIs() throws IOException {
        String id = shell.run("draft", "create", "--name", "from-scratch", "-o", "json")
                .done()
                .json()
                .path("id")
                .asString();
        Path manifest = work.resolve("quota.yaml");
        Files.writeString(manifest, """
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: compute, namespace: edge}
                spec:
                  hard:
                    pods: ${{ parameters.pods }}
                """);
        shell.run("draft", "edit", id, "--put-manifest", "quota=" + manifest).done();
        assertThat(shell.run("draft", "validate", id).code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(shell.run("draft", "publish", id).code()).isEqualTo(ExitCodes.REFUSED);
        shell.run("draft", "edit", id, "--put-parameter", "pods:number:20").done();
        assertThat(shell.run("draft", "validate", id).code()).isEqualTo(ExitCodes.DONE);
        assertThat(shell.run("draft", "edit", id, "--revision", "1", "--remove", "manifest/quota")
                        .code())
                .as("stale revision")
                .isEqualTo(ExitCodes.REFUSED);
        JsonNode published = shell.run("draft", "publish", id, "--changelog", "Quotas.", "-o", "json")
                .done()
                .json();
        assertThat(published.path("parameters").path(0).path("default_value").asInt())
                .isEqualTo(20);
        assertThat(shell.run("draft", "show", id).code()).isEqualTo(ExitCodes.NOT_FOUND);
        Result renamed = shell.run("set", "from-scratch", "--name", "quotas", "--tag", "limits", "-o", "json")
                .done();
        assertThat(renamed.json().path("tags").path(0).asString()).isEqualTo("limits");
        shell.run("delete", "quotas").done();
        assertThat(shell.run("show", "quotas").code()).isEqualTo(ExitCodes.NOT_FOUND);
    }

    @Test
    void aSecretOnTheCommandLineIsRefusedWithoutBeingRepeated() {
        String plaintext = "correct-horse:battery-staple";
        String secret = secretParameter();
        List<Result> refused = List.of(
                shell.run(
                        "instantiate",
                        "platform-baseline",
                        "--cluster",
                        cluster("staging"),
                        "--secret",
                        secret + "=" + plaintext),
                shell.run("instantiate", "platform-baseline", "--cluster", cluster("staging"), "--secret", plaintext),
                shell.run(
                        "instantiate",
                        "platform-baseline",
                        "--cluster",
                        cluster("staging"),
                        "--param",
                        secret + "=" + plaintext),
                shell.run(
                        "instantiate",
                        "platform-baseline",
                        "--cluster",
                        cluster("staging"),
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
                        shell.run(),
                        shell.run("shwo"),
                        shell.run("show"),
                        shell.run("show", "a", "b"),
                        shell.run("list", "--page-size", "0"),
                        shell.run("list", "--role", "king"),
                        shell.run("capture", "--name", "x", "--cluster", cluster("prod")),
                        shell.run("capture", "--name", "Not A Label", "--cluster", cluster("prod"), "--stack", "s"),
                        shell.run("capture", "--name", "x", "--cluster", "prod", "--stack", "platform"),
                        shell.run("set", "platform-baseline"),
                        shell.run("commit", "not-an-id"),
                        shell.run("commit", draft(), "--cluster", cluster("prod")),
                        shell.run("import", work.resolve("absent.yaml").toString()),
                        shell.run("draft", "create")))
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
                "redactions")) {
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            arguments.add("--help");
            assertThat(shell.run(arguments).done().out()).startsWith("Usage: stackprofile " + command);
        }
    }

    @Test
    void noPlantedCredentialIsAnywhere() throws IOException {
        canaries.assertAbsentFrom("everything printed", shell.transcript());
        canaries.assertAbsentFrom("the export", exported.out());
        canaries.assertAbsentFromFiles(work.resolve("staging"));
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                canaries.assertAbsentFromFiles(file);
            }
        }
    }

    @Test
    void theSearchForPlantedCredentialsFindsThemWhereTheyAre() {
        assertThatThrownBy(() -> canaries.assertAbsentFromFiles(work.resolve("prod")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted credentials");
    }

    private static List<String> instantiateArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "instantiate",
                "platform-baseline",
                "--cluster",
                cluster("staging"),
                "--stack",
                "platform",
                "--param",
                "BASE_DOMAIN=staging.northwind-freight.example",
                "-o",
                "json"));
        for (JsonNode parameter : captured.json().path("parameters")) {
            String name = parameter.path("name").asString();
            if (parameter.path("required").asBoolean()) {
                boolean secret = parameter.path("type").asString().equals("secret");
                arguments.addAll(
                        secret
                                ? List.of("--secret", name + "=env:TEST_" + name)
                                : List.of("--param", name + "=" + FIRST_VALUE));
            }
        }
        return arguments;
    }

    private static List<String> parameterNamesStillUsed() {
        String text = saved.json().path("spec").toString();
        return captured.json().path("parameters").findValuesAsString("name").stream()
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
        shell.run(arguments)
                .done()
                .json()
                .path("items")
                .forEach(item -> names.add(item.path("name").asString()));
        return names;
    }

    private static String secretParameter() {
        for (JsonNode parameter : captured.json().path("parameters")) {
            if (parameter.path("type").asString().equals("secret")) {
                return parameter.path("name").asString();
            }
        }
        throw new AssertionError("the capture has no secret parameter");
    }

    private static String draft() {
        return instantiated.json().path("id").asString();
    }

    private static String cluster(String name) {
        return "dir:" + work.resolve(name);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
