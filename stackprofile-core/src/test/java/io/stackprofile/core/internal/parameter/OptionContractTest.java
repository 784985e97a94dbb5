package io.stackprofile.core.internal.parameter;

import static io.stackprofile.core.internal.parameter.Some.choice;
import static io.stackprofile.core.internal.parameter.Some.flag;
import static io.stackprofile.core.internal.parameter.Some.number;
import static io.stackprofile.core.internal.parameter.Some.option;
import static io.stackprofile.core.internal.parameter.Some.parameters;
import static io.stackprofile.core.internal.parameter.Some.secret;
import static io.stackprofile.core.internal.parameter.Some.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretGeneration;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found in options, limits and generation before a version is published. */
class OptionContractTest {

    @Test
    void optionsThatSetWhatTheyCannotAreAllFound() {
        List<Parameter> parameters = parameters(
                choice("size", "S", "L")
                        .addOption(option("S", "replcas", ParameterValue.of(1)))
                        .addOption(io.stackprofile.parameter.ParameterOption.builder()
                                .value("L")
                                .putSet("size", ParameterValue.of("S"))
                                .putSet("token", ParameterValue.of("abc"))
                                .putSet("replicas", ParameterValue.of(20))
                                .putSet("host", ParameterValue.of(3))
                                .build()),
                number("replicas").maximum(BigDecimal.TEN),
                text("host").format(ParameterFormat.HOSTNAME),
                secret("token"));

        assertThat(check(parameters))
                .containsExactly(
                        "/parameters/size/options/0/sets unknown-parameter: an option of parameter size sets one that does"
                                + " not exist",
                        "/parameters/size/options/1/sets option-sets-itself: an option of parameter size sets that"
                                + " parameter itself",
                        "/parameters/size/options/1/sets option-sets-secret: an option of parameter size sets the secret"
                                + " token",
                        "/parameters/size/options/1/sets invalid-option: an option of parameter size breaks another's"
                                + " rule: parameter replicas takes a number of at most 10",
                        "/parameters/size/options/1/sets invalid-option: an option of parameter size breaks another's"
                                + " rule: parameter host takes a text");
    }

    @Test
    void optionsOfTwoParametersMayNotDisagree() {
        List<Parameter> disagreeing = parameters(
                choice("size", "S", "L")
                        .addOption(option("S", "replicas", ParameterValue.of(1)))
                        .addOption(option("L", "replicas", ParameterValue.of(3))),
                flag("ha").addOption(option("true", "replicas", ParameterValue.of(1))),
                number("replicas"));
        List<Parameter> agreeing = parameters(
                choice("size", "S", "L").addOption(option("L", "replicas", ParameterValue.of(3))),
                flag("ha").addOption(option("true", "replicas", ParameterValue.of(3))),
                number("replicas"));

        assertThat(check(disagreeing))
                .containsExactly(
                        "/parameters/ha/options/0/sets contradicting-options: options of parameters size and ha"
                                + " set parameter replicas to different values");
        assertThat(check(agreeing)).isEmpty();
    }

    @Test
    void oneNumberWrittenInSeveralWaysIsNoContradiction() {
        List<Parameter> parameters = parameters(
                choice("size", "S", "L").addOption(option("L", "replicas", ParameterValue.of(new BigDecimal("3.0")))),
                flag("ha").addOption(option("true", "replicas", ParameterValue.of(3))),
                flag("quorum").addOption(option("true", "replicas", ParameterValue.of("3"))),
                number("replicas"));

        assertThat(check(parameters)).isEmpty();
    }

    @Test
    void optionsThatGoRoundInACycleAreRefused() {
        List<Parameter> parameters = parameters(
                flag("a").addOption(option("true", "b", ParameterValue.of(true))),
                flag("b").addOption(option("true", "c", ParameterValue.of(true))),
                flag("c").addOption(option("true", "a", ParameterValue.of(true))),
                flag("d").addOption(option("true", "e", ParameterValue.of(true))),
                flag("e"));

        assertThat(check(parameters))
                .containsExactly(" option-cycle: the options of these parameters set each other in a cycle: a, b, c");
    }

    @Test
    void limitsThatCrossAndDefaultsOutsideThemAreFound() {
        List<Parameter> parameters = parameters(
                number("a").minimum(BigDecimal.TEN).maximum(BigDecimal.ONE),
                text("b").minLength(5).maxLength(4),
                number("c").minimum(BigDecimal.TEN).defaultValue(ParameterValue.of(3)),
                text("d").format(ParameterFormat.QUANTITY).defaultValue(ParameterValue.of("lots")),
                text("e").pattern("((a{1000}){1000}){1000}"));

        assertThat(check(parameters))
                .containsExactly(
                        "/parameters/a crossed-limits: parameter a has a minimum above its maximum",
                        "/parameters/b crossed-limits: parameter b has a minLength above its maxLength",
                        "/parameters/c invalid-default: the default breaks its own rule: parameter c takes a number of at least 10",
                        "/parameters/d invalid-default: the default breaks its own rule: parameter d takes a Kubernetes quantity, such"
                                + " as 500m or 1.5Gi",
                        "/parameters/e invalid-pattern: parameter e has a pattern that is not an RE2 pattern, or is one that grows too"
                                + " large");
    }

    @Test
    void aSecretThatCannotBeGeneratedIsFound() {
        List<Parameter> parameters = parameters(
                secret("sound")
                        .generate(SecretGeneration.of(24))
                        .pattern("[0-9]")
                        .minLength(24),
                secret("short").generate(SecretGeneration.of(24)).maxLength(16),
                secret("odd").generate(new SecretGeneration(12, "ab")).pattern("[0-9]"),
                secret("cert").generate(SecretGeneration.of(24)).format(ParameterFormat.PEM_CERTIFICATE));

        assertThat(ParameterContract.check(parameters, List.of()))
                .extracting(Finding::code, Finding::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("invalid-generation", unfit("short")),
                        org.assertj.core.groups.Tuple.tuple("invalid-generation", unfit("odd")),
                        org.assertj.core.groups.Tuple.tuple("invalid-generation", unfit("cert")));
    }

    private static String unfit(String name) {
        return "parameter " + name + " is generated, and none of 200 secrets made so fits its own rules";
    }

    private static List<String> check(List<Parameter> parameters) {
        return ParameterContract.check(parameters, List.of()).stream()
                .map(finding -> finding.location().path().orElse("") + " " + finding.code() + ": " + finding.message())
                .toList();
    }
}
