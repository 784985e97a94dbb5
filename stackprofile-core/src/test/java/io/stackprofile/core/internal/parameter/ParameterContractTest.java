package io.stackprofile.core.internal.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterContractTest {

    @Test
    void soundParametersHaveNoFindings() {
        assertThat(check(List.of(
                        string("domain", "^[a-z.]+$", "acme.dev"),
                        number("replicas", ParameterValue.of(3)),
                        Parameter.builder()
                                .name("tier")
                                .type(ParameterType.ENUM)
                                .addEnumValues("small", "large")
                                .defaultValue(ParameterValue.of("large"))
                                .build())))
                .isEmpty();
    }

    @Test
    void everyContradictionIsFoundInOrder() {
        List<Finding> findings = check(List.of(
                string("domain", "^[a-z.]+$", "ACME"),
                number("replicas", ParameterValue.of("three")),
                Parameter.builder()
                        .name("tier")
                        .type(ParameterType.ENUM)
                        .addEnumValues("small", "small")
                        .defaultValue(ParameterValue.of("huge"))
                        .build(),
                string("image", "(?<!x)y", "y"),
                number("replicas", ParameterValue.of(1))));

        assertThat(findings)
                .extracting(finding -> finding.code() + ": " + finding.message())
                .containsExactly(
                        "invalid-default: the default breaks its own rule: parameter domain must match the pattern"
                                + " ^[a-z.]+$",
                        "invalid-default: the default breaks its own rule: parameter replicas takes a number",
                        "duplicate-enum-value: parameter tier offers the same choice twice",
                        "invalid-default: the default breaks its own rule: parameter tier takes one of: small, small",
                        "invalid-pattern: parameter image has a pattern that is not an RE2 pattern, or is one that"
                                + " grows too large",
                        "duplicate-parameter: two parameters are called replicas");
    }

    @Test
    void nothingIsResolvedAgainstParametersThatContradictThemselves() {
        assertThatThrownBy(() -> BindingResolver.resolve(List.of(string("image", "(", "y")), List.of()))
                .isInstanceOf(StackProfileException.class)
                .extracting(failure -> ((StackProfileException) failure).code())
                .isEqualTo(ErrorCode.INVALID_DRAFT);
    }

    private static List<Finding> check(List<Parameter> parameters) {
        return ParameterContract.check(parameters, List.of());
    }

    private static Parameter string(String name, String pattern, String value) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .pattern(pattern)
                .defaultValue(ParameterValue.of(value))
                .build();
    }

    private static Parameter number(String name, ParameterValue value) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.NUMBER)
                .defaultValue(value)
                .build();
    }
}
