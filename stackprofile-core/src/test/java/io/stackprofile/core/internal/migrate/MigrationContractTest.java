package io.stackprofile.core.internal.migrate;

import static io.stackprofile.core.internal.migrate.Chains.choice;
import static io.stackprofile.core.internal.migrate.Chains.flag;
import static io.stackprofile.core.internal.migrate.Chains.number;
import static io.stackprofile.core.internal.migrate.Chains.secret;
import static io.stackprofile.core.internal.migrate.Chains.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.Finding;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.MigrationStep.Retype;
import io.stackprofile.parameter.MigrationStep.Split;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a migration must fit, before it is published. */
class MigrationContractTest {

    private static final List<Parameter> BEFORE = Stream.of(
                    text("host"),
                    text("domain"),
                    number("port"),
                    flag("tls"),
                    choice("size", "small", "large"),
                    secret("token"))
            .map(Parameter.Builder::build)
            .toList();
    private static final List<Parameter> AFTER = Stream.of(
                    text("address"),
                    text("zone"),
                    number("limit").maximum(BigDecimal.TEN),
                    flag("secure"),
                    choice("tier", "dev", "prod"),
                    secret("key"))
            .map(Parameter.Builder::build)
            .toList();

    @Test
    void whatFitsIsFound() {
        assertThat(check(
                        new Rename("host", "address"),
                        new Rename("token", "key"),
                        new Retype("port", "zone"),
                        new MapValues("tls", "secure", Map.of("true", ParameterValue.of("false"))),
                        new MapValues("size", "tier", Map.of("large", ParameterValue.of("prod"))),
                        new EarlierDefault("tier", ParameterValue.of("dev")),
                        new EarlierDefault("limit", ParameterValue.of("7"))))
                .isEmpty();
        assertThat(check(new Split("host", List.of("address", "limit"), "(?:a|b)(.*):(.*)")))
                .isEmpty();
        assertThat(check(new Merge("${{parameters.host}}.${{ parameters.domain }}", "address")))
                .isEmpty();
    }

    static Stream<Arguments> wrong() {
        Map<String, ParameterValue> dev = Map.of("small", ParameterValue.of("dev"));
        return Stream.of(
                Arguments.of(
                        new Rename("hots", "address"), "unknown-parameter", "the version before has no parameter hots"),
                Arguments.of(new Rename("host", "port"), "unknown-parameter", "the version has no parameter port"),
                Arguments.of(
                        new EarlierDefault("host", ParameterValue.of(1)), "unknown-parameter", "has no parameter host"),
                Arguments.of(new Rename("host", "limit"), "type-differs", "host is a string, and limit a number"),
                Arguments.of(
                        new Rename("token", "address"), "secret-in-step", "token is a secret, and address a string"),
                Arguments.of(new Rename("host", "key"), "secret-in-step", "host is a string, and key a secret"),
                Arguments.of(new Retype("token", "address"), "secret-in-step", "token is a secret"),
                Arguments.of(new Retype("host", "key"), "secret-in-step", "key is a secret"),
                Arguments.of(new MapValues("size", "key", dev), "secret-in-step", "key is a secret"),
                Arguments.of(new Split("token", List.of("address"), "(.*)"), "secret-in-step", "token is a secret"),
                Arguments.of(
                        new Split("host", List.of("address", "key"), "(.*):(.*)"), "secret-in-step", "key is a secret"),
                Arguments.of(
                        new Merge("${{ parameters.host }}${{ parameters.token }}", "address"),
                        "secret-in-step",
                        "token is a secret"),
                Arguments.of(
                        new EarlierDefault("key", ParameterValue.of("hunter2")), "secret-in-step", "key is a secret"),
                Arguments.of(new Retype("host", "address"), "same-type", "both parameters are of type string"),
                Arguments.of(new Retype("port", "secure"), "not-convertible", "a number never reads as a boolean"),
                Arguments.of(new MapValues("port", "tier", dev), "type-differs", "port is a number"),
                Arguments.of(
                        new MapValues("size", "tier", Map.of("hunter2", ParameterValue.of("dev"))),
                        "not-in-enum",
                        "a value is mapped that parameter size cannot have"),
                Arguments.of(
                        new MapValues("size", "tier", Map.of("small", ParameterValue.of("hunter2"))),
                        "invalid-value",
                        "tier takes one of: dev, prod"),
                Arguments.of(new EarlierDefault("limit", ParameterValue.of(11)), "invalid-value", "at most 10"),
                Arguments.of(
                        new EarlierDefault("limit", ParameterValue.of("hunter2")), "invalid-value", "takes a number"),
                Arguments.of(new Split("port", List.of("address"), "(.*)"), "type-differs", "port is a number"),
                Arguments.of(
                        new Split("host", List.of("address"), "(hunter2"), "invalid-pattern", "is not an RE2 pattern"),
                Arguments.of(new Split("host", List.of("address"), "(.*):(.*)"), "group-count", "has 2 groups for 1"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatDoesNotFitIsRefusedByStepAndNeverQuoted(MigrationStep step, String code, String message) {
        List<Finding> findings = check(new Rename("domain", "zone"), step);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.message()).contains(message);
            assertThat(finding.location().path()).contains("/migration/steps/1");
            assertThat(finding.hint()).isPresent();
        });
        assertThat(findings.toString() + step).doesNotContain("hunter2");
    }

    @Test
    void everythingIsToldAtOnceAndATargetFilledOnlyOnce() {
        List<Finding> findings = check(
                new Rename("host", "address"),
                new Rename("host", "address"),
                new Merge("${{ parameters.domain }}", "address"),
                new EarlierDefault("address", ParameterValue.of("x")),
                new EarlierDefault("address", ParameterValue.of("x")),
                new Rename("hots", "adress"));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        "target-twice", "target-twice", "target-twice", "unknown-parameter", "unknown-parameter");
        assertThat(findings.get(3).hint()).contains("Did you mean host?");
    }

    private static List<Finding> check(MigrationStep... steps) {
        return MigrationContract.check(BEFORE, AFTER, BindingMigration.of(steps));
    }
}
