package io.stackprofile.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.MemberRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateErrorTest {

    private static final MemberRef REF = MemberRef.manifest("apps/tracking");
    private static final Optional<String> FILE = Optional.of("manifests/tracking/api.yaml");

    @Test
    void aMessageSaysFileMemberDocumentPathAndPlace() {
        InvalidContentException refused = refused("""
                kind: Namespace
                ---
                kind: Deployment
                spec:
                  containers:
                    - image: "api:${{ parameters.tga }}"
                """);

        assertThat(refused)
                .hasMessage("manifests/tracking/api.yaml, manifest/apps/tracking, document 2, /spec/containers/0/image,"
                        + " line 6:19: there is no parameter tga. Did you mean tag?")
                .hasNoCause();
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_PLACEHOLDER);
        assertThat(refused.location())
                .isEqualTo(Location.builder()
                        .file(FILE)
                        .member(REF)
                        .document(1)
                        .path("/spec/containers/0/image")
                        .line(6)
                        .column(19)
                        .build());
    }

    @Test
    void anUnclosedPlaceholder() {
        expect(
                "image: api:${{ parameters.tag\n",
                "/image, line 1:12: the placeholder of parameter tag is not closed."
                        + " End it with }} on the line on which it begins.");
        expect(
                "a: \"${{ parameters.tag ${{ parameters.tag }}\"\n",
                "/a, line 1:5: the placeholder of parameter tag is not closed."
                        + " End it with }} on the line on which it begins.");
    }

    @Test
    void aPlaceholderOverTwoLines() {
        expect(
                "image: api ${{\n  parameters.tag }}\n",
                "/image, line 1:12: a placeholder has a line break in it. Write it on one line.");
    }

    @Test
    void aPlaceholderWithoutAName() {
        for (String body : List.of("", "9lives", "a-b", "a.b", "x".repeat(64))) {
            expect(
                    "a: ${{ parameters." + body + " }}\n",
                    "/a, line 1:4: a placeholder does not name a parameter. Write a letter followed by up to 62 letters,"
                            + " digits or underscores after parameters.");
        }
    }

    @Test
    void aPlaceholderWithSomethingElseInIt() {
        for (String body : List.of("tag ?? 'x'", "tag | base64 | json", "tag, tag", "tag |", "tag || json")) {
            expect(
                    "a: ${{ parameters." + body + " }}\n",
                    "/a, line 1:4: the placeholder of parameter tag has something other than one filter after the name."
                            + " Write ${{ parameters.NAME }} or ${{ parameters.NAME | FILTER }}.");
        }
    }

    @Test
    void anUnknownFilter() {
        expect(
                "data:\n  tag: ${{ parameters.tag | base46 }}\n",
                "/data/tag, line 2:8: the placeholder of parameter tag has the unknown filter base46."
                        + " Did you mean base64?");
        expect(
                "data:\n  tag: ${{ parameters.tag | upper }}\n",
                "/data/tag, line 2:8: the placeholder of parameter tag has the unknown filter upper."
                        + " Use one of base64, json, jsontext, urlencode, typed.");
    }

    @Test
    void anUnknownParameterThatResemblesNone() {
        expect(
                "a: ${{ parameters.storage_class }}\n",
                "/a, line 1:4: there is no parameter storage_class. Declare the parameter, or write one more $ in front to"
                        + " keep the text as it is.");
    }

    @Test
    void typedWithinALongerText() {
        String message =
                " the placeholder of parameter replicas has the filter typed, but does not stand alone in a plain"
                        + " or quoted value. Remove the filter, or make the placeholder the whole value.";
        expect("a: \"x-${{ parameters.replicas | typed }}\"\n", "/a, line 1:7:" + message);
        expect("a: |\n  ${{ parameters.replicas | typed }}\n", "/a, line 2:3:" + message);
        expect(
                "\"${{ parameters.replicas | typed }}\": x\n",
                "/${{ parameters.replicas | typed }}, line 1:2:" + message);
    }

    @Test
    void aSecretInAKey() {
        expect(
                "${{ parameters.password }}: x\n",
                "/${{ parameters.password }}, line 1:1: the placeholder of parameter password puts a secret into a"
                        + " mapping's key. Keep secrets to values.");
    }

    @Test
    void aPlaceholderInATag() {
        assertThatThrownBy(() -> compile("a: !<${{ parameters.tag }}> x\n"))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("line 1:");
    }

    @Test
    void aPlainPlaceholderInFlowIsToldToBeQuoted() {
        assertThatThrownBy(() -> compile("spec: {replicas: ${{ parameters.replicas }}}\n"))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("line 1:")
                .hasMessageEndingWith("Quote the placeholder on this line: within [] or {} it is written"
                        + " \"${{ parameters.NAME | typed }}\".");
    }

    @Test
    void everyProblemIsFoundInOrder() {
        List<Finding> findings = Template.problems(REF, FILE, """
                a: ${{ parameters.tga }}
                b: ${{ parameters.tag | upper }} and ${{ parameters.x }}
                c: ${{ parameters.tag }} # ${{ parameters.nothing here
                """, parameters(), Limits.defaults());

        assertThat(findings)
                .extracting(
                        finding -> finding.code() + " at " + finding.location().describe())
                .containsExactly(
                        "unknown-parameter at manifests/tracking/api.yaml, manifest/apps/tracking, /a, line 1:4",
                        "invalid-placeholder at manifests/tracking/api.yaml, manifest/apps/tracking, /b, line 2:4",
                        "unknown-parameter at manifests/tracking/api.yaml, manifest/apps/tracking, /b, line 2:38");
    }

    @Test
    void columnsCountUtf16UnitsAfterAByteOrderMarkAndOldLineEnds() {
        expect("\ufeffa: ${{ parameters.x }}\n", "/a, line 1:4: there is no parameter x.");
        expect("a: 1\rb: \"\ud83d\ude80 ${{ parameters.x }}\"\r", "/b, line 2:8: there is no parameter x.");
        expect("a: 1\r\nb: ${{ parameters.x }}\r\n", "/b, line 2:4: there is no parameter x.");
    }

    @Test
    void valuesThatMakeATextTooLargeAreRefused() {
        Template template = Template.compile(
                REF,
                FILE,
                "a: ${{ parameters.tag }}${{ parameters.tag }}\n",
                parameters(),
                Limits.builder().memberSize(100).build());

        assertThat(template.render(Map.of("tag", ParameterValue.of("x".repeat(40)))))
                .hasSize(84);
        assertThatThrownBy(() -> template.render(Map.of("tag", ParameterValue.of("x".repeat(60)))))
                .hasMessage(
                        "manifests/tracking/api.yaml, manifest/apps/tracking: with its values the text is longer than"
                                + " 100 characters. Bind shorter values, or raise the limit.");
    }

    @Test
    void valuesThatMakeTwoKeysEqualAreRefused() {
        Template template = compile("labels:\n  ${{ parameters.tag }}: a\n  team: b\n");

        assertThatThrownBy(() -> template.render(Map.of("tag", ParameterValue.of("team"))))
                .isInstanceOf(InvalidContentException.class)
                .extracting(failure -> ((InvalidContentException) failure).code())
                .isEqualTo(ErrorCode.DUPLICATE_KEY);
    }

    @Test
    void aKeyThatNoReaderTakesIsRefused() {
        Template template = compile("labels:\n  ${{ parameters.tag }}: a\n");

        assertThatThrownBy(() -> template.render(Map.of("tag", ParameterValue.of("x".repeat(1200)))))
                .hasMessageContaining("a value makes a mapping's key longer than 1000 characters");
    }

    @Test
    void aParameterWithoutAValueIsTheCallersMistake() {
        assertThatThrownBy(() -> compile("a: ${{ parameters.tag }}\n").render(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no value for parameter tag");
    }

    private static void expect(String text, String message) {
        assertThat(refused(text).getMessage())
                .startsWith("manifests/tracking/api.yaml, manifest/apps/tracking, " + message);
    }

    private static InvalidContentException refused(String text) {
        return catchThrowableOfType(InvalidContentException.class, () -> compile(text));
    }

    private static Template compile(String text) {
        return Template.compile(REF, FILE, text, parameters(), Limits.defaults());
    }

    private static Map<String, Parameter> parameters() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Map.of("tag", ParameterType.STRING, "replicas", ParameterType.NUMBER, "password", ParameterType.SECRET)
                .forEach((name, type) -> parameters.put(
                        name, Parameter.builder().name(name).type(type).build()));
        return parameters;
    }
}
