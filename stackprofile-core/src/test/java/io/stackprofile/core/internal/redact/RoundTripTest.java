package io.stackprofile.core.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Binding the captured values gives the captured text back: a template differs from its source in secrets alone. */
class RoundTripTest {

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prod-next", "plain"})
    void bindingTheCapturedValuesRestoresEveryMemberButItsComments(String cluster) throws IOException {
        StackSpec source = SampleStacks.read(cluster)
                .map(member -> member.withText(Placeholders.escape(member.text().orElse(""))));
        StackScan scan = StackScan.of(source, List.of(), RedactionContext.none(), Limits.defaults());
        Map<String, ParameterValue> values = new HashMap<>();
        ParameterNames.of(scan, RedactionContext.none())
                .forEach((sighting, name) ->
                        values.put(name, ParameterValue.of(sighting.hit().secret())));
        RedactedStack redacted = new Redactor(Limits.defaults()).redact(source, List.of(), RedactionContext.none());
        Map<String, Parameter> parameters =
                redacted.parameters().stream().collect(Collectors.toMap(Parameter::name, Function.identity()));

        assertThat(parameters.values()).allMatch(parameter -> parameter.type() == ParameterType.SECRET);
        for (Member member : redacted.spec().members()) {
            String template = member.text().orElseThrow();
            String bound = Template.compile(member.ref(), Optional.empty(), template, parameters, Limits.defaults())
                    .render(values);
            String original = source.find(member.ref()).flatMap(Member::text).orElseThrow();
            assertThat(bare(bound)).as(member.ref().toString()).isEqualTo(bare(original));
            assertThat(values(bound)).as(member.ref().toString()).isEqualTo(values(original));
        }
    }

    private static List<String> values(String text) {
        return YamlFile.parse(text).documents().stream()
                .map(document -> document.root().map(YamlJson::of).orElse(""))
                .toList();
    }

    // Without comments, where a secret is masked for good, and without double quotes, which binding adds to a plain
    // value
    // that could be read as something else than text and to every one in flow style.
    private static String bare(String text) {
        YamlFile file = YamlFile.parse(text);
        YamlEditor editor = new YamlEditor(file);
        file.comments()
                .forEach(comment -> editor.replace(
                        new Span(comment.span().start(), comment.span().end()), ""));
        return editor.apply().replace("\"", "");
    }
}
