package io.stackprofile.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleStacksTest {

    private static final Path STACKS = Path.of(System.getProperty("stackprofile.root"), "samples", "stacks");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(STACKS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aSampleBoundToWhatItCameFromIsTheSameToTheByte(Path file) throws IOException {
        String source = Files.readString(file);
        Manifest captured = Manifest.builder()
                .name(STACKS.relativize(file).toString())
                .content(Placeholders.escape(source))
                .build();

        VariableRewrite rewritten = Placeholders.variables(captured, Optional.empty(), Map.of(), Limits.defaults());
        String text = rewritten.member().text().orElseThrow();
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        rewritten.added().forEach((variable, parameter) -> {
            ParameterValue itself = ParameterValue.of("${{ ankra." + variable + " }}");
            values.put(parameter, itself);
            parameters.put(
                    parameter,
                    Parameter.builder()
                            .name(parameter)
                            .type(ParameterType.STRING)
                            .defaultValue(itself)
                            .build());
        });
        Template template = Template.compile(
                MemberRef.manifest(captured.name()), Optional.empty(), text, parameters, Limits.defaults());

        assertThat(Placeholders.unescape(template.render(values))).isEqualTo(source);
        assertThat(template.parameters()).isEqualTo(parameters.keySet());
    }
}
