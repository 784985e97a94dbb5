package io.stackprofile.core.internal.parameter;

import static io.stackprofile.core.internal.parameter.Some.choice;
import static io.stackprofile.core.internal.parameter.Some.flag;
import static io.stackprofile.core.internal.parameter.Some.number;
import static io.stackprofile.core.internal.parameter.Some.option;
import static io.stackprofile.core.internal.parameter.Some.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits and formats, as values are bound. */
class LimitsTest {

    @ParameterizedTest
    @CsvSource({
        "1,",
        "9,",
        "2.5,",
        "0.5,too-small",
        "9.5,too-large",
        "1.2,not-a-multiple",
        "-1.3,too-small not-a-multiple",
        "1e3,too-large",
        "abc,wrong-type"
    })
    void aNumberKeepsItsLimits(String given, String codes) {
        Parameter replicas = number("replicas")
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(9))
                .multipleOf(new BigDecimal("0.5"))
                .build();

        assertThat(codes(replicas, given)).isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void numbersAreComparedExactly() {
        Parameter large =
                number("large").maximum(new BigDecimal("9007199254740992")).build();
        Parameter tenth = number("tenth").multipleOf(new BigDecimal("0.1")).build();

        assertThat(codes(large, "9007199254740992")).isEmpty();
        assertThat(codes(large, "9007199254740993")).isEqualTo("too-large");
        assertThat(codes(tenth, "0.3")).isEmpty();
        assertThat(codes(tenth, "1e300")).isEmpty();
        assertThat(codes(tenth, "1e-300")).isEqualTo("not-a-multiple");
    }

    @Test
    void lengthsCountCodePoints() {
        Parameter name = text("name").minLength(2).maxLength(3).build();

        assertThat(codes(name, "\uD83D\uDE80")).isEqualTo("too-short");
        assertThat(codes(name, "\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80")).isEmpty();
        assertThat(codes(name, "\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80"))
                .isEqualTo("too-long");
    }

    @Test
    void everyRuleThatAValueBreaksIsTold() {
        Parameter host = text("host")
                .maxLength(4)
                .format(ParameterFormat.HOSTNAME)
                .pattern("^[a-z]+$")
                .build();

        assertThat(codes(host, "UPPER")).isEqualTo("too-long format-mismatch pattern-mismatch");
    }

    @ParameterizedTest
    @CsvSource({"80,", "65535,", "0,format-mismatch", "65536,format-mismatch", "80.5,format-mismatch"})
    void aPortMayBeANumberOrAText(String given, String codes) {
        String expected = codes == null ? "" : codes;

        assertThat(codes(number("port").format(ParameterFormat.PORT).build(), given))
                .isEqualTo(expected);
        assertThat(codes(text("port").format(ParameterFormat.PORT).build(), given))
                .isEqualTo(expected);
    }

    @Test
    void theFormatsOfJsonSchemaGiveWayToTheFields() {
        assertThat(codes(text("t").format(ParameterFormat.DURATION).build(), "1h30m"))
                .isEmpty();
        assertThat(codes(text("t").format(ParameterFormat.DURATION).build(), "PT1H"))
                .isEqualTo("format-mismatch");
        assertThat(codes(text("t").format(ParameterFormat.URL).build(), "mailto:a@b"))
                .isEqualTo("format-mismatch");
        assertThat(codes(text("t").format(ParameterFormat.HOSTNAME).build(), "Acme.dev"))
                .isEqualTo("format-mismatch");
        assertThat(codes(text("t").format(ParameterFormat.IPV4).build(), "10.0.0.01"))
                .isEqualTo("format-mismatch");
    }

    @Test
    void aChoiceWithOptionsIsStillOneOfItsChoices() {
        Parameter size = choice("size", "S", "M")
                .addOption(option("S", "replicas", ParameterValue.of(1)))
                .build();
        Parameter tls = flag("tls")
                .addOption(option("true", "replicas", ParameterValue.of(1)))
                .build();
        Parameter replicas = number("replicas").build();

        assertThat(codes(List.of(size, replicas), "M")).isEmpty();
        assertThat(codes(List.of(size, replicas), "L")).isEqualTo("not-in-enum");
        assertThat(codes(List.of(tls, replicas), "false")).isEmpty();
        assertThat(codes(List.of(tls, replicas), "perhaps")).isEqualTo("wrong-type");
    }

    private static String codes(Parameter parameter, String value) {
        return codes(List.of(parameter), value);
    }

    private static String codes(List<Parameter> parameters, String value) {
        Binding binding = Binding.of(parameters.get(0).name(), ParameterValue.of(value));
        ValidationException refused = catchThrowableOfType(
                ValidationException.class, () -> BindingResolver.resolve(parameters, List.of(binding)));
        return refused == null
                ? ""
                : String.join(
                        " ", refused.findings().stream().map(Finding::code).toList());
    }
}
