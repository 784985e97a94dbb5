package io.stackprofile.core.internal.iac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReadingTest {

    private static final String CANARY = "hunter2-canary";

    /** Line numbers in the tables below are of this text. */
    private static final String DOCUMENT = """
            # line 1
            apiVersion: stackprofile.io/v1
            kind: StackProfile
            metadata:
              name: shop
              tags: [web, eu]
            spec:
              channel: stable
              parameters:
                - name: replicas
                  type: number
                  default: 3
                - name: password
                  type: secret
                  required: true
              members:
                - kind: addon
                  name: redis
                  chartName: redis
                  chartVersion: "20.1"
                  parents:
                    - manifest/shop
                  values: |
                    replicas: 3
                - kind: manifest
                  name: shop
                  content: |
                    kind: Namespace
            """;

    @ParameterizedTest(name = "{1}")
    @MethodSource("misfits")
    void whatDoesNotFitIsRefusedWithItsLine(
            String from, String to, int line, String path, String problem, String remedy) {
        InvalidContentException refused = refusal(edited(from, to));

        assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.remedy()).isEqualTo(remedy);
        assertThat(refused.location().path()).contains(path);
        assertThat(refused.location().line()).contains(line);
        assertThat(refused.getMessage()).startsWith("shop.stackprofile.yaml, ").contains("line " + line + ":");
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                row(
                        "chartVersion:",
                        "chartVersoin:",
                        20,
                        "/spec/members/0",
                        "a field stands here that is not known",
                        "Did you mean 'chartVersion'?"),
                row(
                        "  tags:",
                        "  visibility: public\n  tags:",
                        6,
                        "/metadata",
                        "a field stands here that is not known",
                        "The fields known here are name, description, category, tags."),
                row(
                        "kind: manifest",
                        "kind: Manifest",
                        25,
                        "/spec/members/1/kind",
                        "'kind' has a value that is not known",
                        "Write one of addon, manifest."),
                row(
                        "type: number",
                        "type: int",
                        11,
                        "/spec/parameters/0/type",
                        "'type' has a value that is not known",
                        "Write one of string, number, boolean, enum, secret."),
                row(
                        "\"20.1\"",
                        "20.1",
                        20,
                        "/spec/members/0/chartVersion",
                        "'chartVersion' must be a text",
                        "Write a text; one that looks like a number needs quotes."),
                row(
                        "required: true",
                        "required: \"true\"",
                        15,
                        "/spec/parameters/1/required",
                        "'required' must be true or false",
                        "Write true or false, without quotes."),
                row(
                        "required: true",
                        "default: swordfish",
                        13,
                        "/spec/parameters/1",
                        "parameter password: a secret has no default",
                        "Correct the fields of this mapping."),
                row(
                        "name: replicas",
                        "name: 9lives",
                        10,
                        "/spec/parameters/0",
                        "name must be a letter followed by up to 62 letters, digits or underscores",
                        "Correct the fields of this mapping."),
                row(
                        "name: replicas",
                        "name: password",
                        13,
                        "/spec/parameters/1",
                        "an earlier parameter has this name",
                        "Rename one of the two or remove it."),
                row(
                        "  members:",
                        "  members:\n    - {kind: manifest, name: shop, content: x}",
                        26,
                        "/spec/members/2",
                        "an earlier member has this kind and name",
                        "Rename one of the two or remove it."),
                row(
                        "name: redis",
                        "name: ' '",
                        17,
                        "/spec/members/0",
                        "a member's name has 1 to 253 characters and no control characters",
                        "Correct the fields of this mapping."),
                row(
                        "      chartName: redis\n",
                        "",
                        17,
                        "/spec/members/0",
                        "the field 'chartName' is missing",
                        "Add 'chartName'."),
                row(
                        "metadata:\n  name: shop\n  tags: [web, eu]\n",
                        "",
                        2,
                        "",
                        "the field 'metadata' is missing",
                        "Add 'metadata'."),
                row(
                        "- manifest/shop",
                        "- shop",
                        22,
                        "/spec/members/0/parents/0",
                        "a member is written manifest/NAME or addon/NAME",
                        "Correct the value."),
                row(
                        "[web, eu]",
                        "web",
                        6,
                        "/metadata/tags",
                        "'tags' must be a list",
                        "Write a list, or leave the field out."),
                row(
                        "[web, eu]",
                        "[web, 5]",
                        6,
                        "/metadata/tags/1",
                        "'tags' must be a text",
                        "Write a text; one that looks like a number needs quotes."),
                row(
                        "name: shop\n  tags",
                        "name: Shop\n  tags",
                        5,
                        "/metadata/name",
                        "name must be an RFC 1123 label: 1 to 63 of a-z, 0-9 and '-', no '-' at either end",
                        "Correct the value."),
                row(
                        "channel: stable",
                        "channel: Stable",
                        8,
                        "/spec/channel",
                        "channel must be a lower-case letter followed by up to 31 of a-z, 0-9 and '-'",
                        "Correct the value."),
                row(
                        "values: |\n        replicas: 3",
                        "values:\n        replicas: 3",
                        23,
                        "/spec/members/0/values",
                        "a member's YAML stands here as a text",
                        "Write '|' after the colon."),
                row(
                        "kind: StackProfile",
                        "kind: Deployment",
                        3,
                        "/kind",
                        "this is not a stack profile",
                        "An exported profile says 'kind: StackProfile'."),
                row(
                        "stackprofile.io/v1",
                        "apps/v1",
                        2,
                        "/apiVersion",
                        "this is not a stack profile",
                        "An exported profile says 'apiVersion: stackprofile.io/v1'."),
                row(
                        "default: 3",
                        "default: [3]",
                        12,
                        "/spec/parameters/0/default",
                        "a text, a number, true or false is expected here",
                        "Write a single value."),
                row(
                        "default: 3",
                        "default: {kind: number, text: three}",
                        12,
                        "/spec/parameters/0/default/text",
                        "a number's text is a decimal number of at most 1000 characters",
                        "Correct the value."),
                row(
                        "channel: stable",
                        "digest: sha256:" + "0".repeat(64),
                        8,
                        "/spec/digest",
                        "the digest is not that of the content: the file was edited by hand or damaged",
                        "Remove the digest line to import it all the same."),
                row(
                        "channel: stable",
                        "digest: sha256:0",
                        8,
                        "/spec/digest",
                        "a digest is 'sha256:' and 64 lower-case hex digits",
                        "Correct the value."));
    }

    @Test
    void theDocumentOfTheTableIsReadableItself() {
        assertThat(ProfileDocument.read(DOCUMENT, Optional.empty(), Limits.defaults())
                        .name())
                .isEqualTo("shop");
    }

    @Test
    void anEditOfAnExportedMemberIsNoticedAndAllowedOnceTheDigestIsGone() throws IOException {
        String edited = ProfileDocumentTest.golden().replace("replicaCount: ${{", "replicaCount: 1 # ${{");

        InvalidContentException refused = refusal(edited);
        String withoutDigest = edited.replaceFirst("(?m)^  digest: .*\n", "");

        assertThat(refused.problem())
                .isEqualTo("the digest is not that of the content: the file was edited by hand or damaged");
        assertThat(refused.location().line())
                .contains(1
                        + (int) edited.substring(0, edited.indexOf("  digest:"))
                                .lines()
                                .count());
        assertThat(ProfileDocument.read(withoutDigest, Optional.empty(), Limits.defaults())
                        .spec()
                        .members())
                .hasSize(3);
    }

    @Test
    void aLaterApiVersionIsRefusedBeforeAnythingElse() {
        InvalidContentException refused = refusal(edited("stackprofile.io/v1", "stackprofile.io/v2beta1\nnovel: 1"));

        assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
        assertThat(refused.location().line()).contains(2);
        assertThat(refused)
                .hasMessage("shop.stackprofile.yaml, /apiVersion, line 2:13: the document has another apiVersion than"
                        + " stackprofile.io/v1, the only one that this library reads."
                        + " Use the version of the library that wrote it, or a later one.");
    }

    @Test
    void textsThatAreNotOneYamlDocumentAreRefused() {
        assertThat(refusal("").problem()).isEqualTo("a profile is one YAML document, and the text holds none");
        assertThat(refusal(DOCUMENT + "---\n" + DOCUMENT).problem())
                .isEqualTo("a profile is one YAML document, and the text holds 2");
        assertThat(refusal("just a text").problem()).isEqualTo("a mapping is expected here");
        assertThat(refusal(edited("channel: stable", "channel: stable\n  channel: beta"))
                        .code())
                .isEqualTo(ErrorCode.DUPLICATE_KEY);
        assertThat(refusal(edited("[web, eu]", "[web, eu")).location().line()).isPresent();
    }

    @Test
    void whatIsLargerThanTheLimitsIsRefusedAtItsPlace() {
        assertThat(limited(Limits.builder().members(1).build())).isEqualTo("/spec/members");
        assertThat(limited(Limits.builder().parameters(1).build())).isEqualTo("/spec/parameters");
        assertThat(limited(Limits.builder().memberSize(12).build())).isEqualTo("/spec/members/1/content");
        assertThat(limited(Limits.builder().stackSize(27).build())).isEqualTo("/spec/members");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2-canary: x",
                "name: [hunter2-canary]",
                "name: {hunter2-canary: hunter2-canary}",
                "hunter2-canary",
                "- hunter2-canary",
                "? [hunter2-canary]\n: x",
                "name: \"hunter2-canary",
                "name: *hunter2-canary",
                "name: !!int hunter2-canary",
                "hunter2-canary: 1\nhunter2-canary: 2",
                "name: hunter2-canary\nname: x",
                "name: shop\nhunter2-canary: x",
                "\t- hunter2-canary: {"
            })
    void aBrokenDocumentIsNeverQuoted(String broken) {
        for (String anchor : new String[] {"  name: shop\n", "    - name: replicas\n", "      name: redis\n"}) {
            String indent = anchor.replaceAll("\\S.*\\s", "");
            String document = DOCUMENT.replace(anchor, broken.indent(indent.length()));

            InvalidContentException refused = refusal(document);

            assertThat(refused.getMessage()).doesNotContain(CANARY);
            assertThat(refused.location().toString()).doesNotContain(CANARY);
            assertThat(refused.getCause()).isNull();
            assertThat(refused.getSuppressed()).isEmpty();
        }
    }

    private static String limited(Limits limits) {
        InvalidContentException refused = catchThrowableOfType(
                InvalidContentException.class, () -> ProfileDocument.read(DOCUMENT, Optional.empty(), limits));
        assertThat(refused.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        return refused.location().path().orElse("");
    }

    private static String edited(String from, String to) {
        assertThat(DOCUMENT).contains(from);
        return DOCUMENT.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
    }

    private static InvalidContentException refusal(String text) {
        return catchThrowableOfType(
                InvalidContentException.class,
                () -> ProfileDocument.read(text, Optional.of("shop.stackprofile.yaml"), Limits.defaults()));
    }

    private static Arguments row(String from, String to, int line, String path, String problem, String remedy) {
        return Arguments.of(from, to, line, path, problem, remedy);
    }
}
