package io.stackprofile.core.internal.iac;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MisfitPlacesTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource("misfits")
    void whatDoesNotFitIsRefusedWithItsLine(
            String from, String to, int line, String path, String problem, String remedy) {
        InvalidContentException refused = ShopDocument.refusal(ShopDocument.edited(from, to));

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

    private static Arguments row(String from, String to, int line, String path, String problem, String remedy) {
        return Arguments.of(from, to, line, path, problem, remedy);
    }
}
