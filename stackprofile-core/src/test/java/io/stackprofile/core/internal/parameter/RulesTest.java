package io.stackprofile.core.internal.parameter;

import static io.stackprofile.core.internal.parameter.Some.choice;
import static io.stackprofile.core.internal.parameter.Some.flag;
import static io.stackprofile.core.internal.parameter.Some.number;
import static io.stackprofile.core.internal.parameter.Some.parameters;
import static io.stackprofile.core.internal.parameter.Some.rule;
import static io.stackprofile.core.internal.parameter.Some.secret;
import static io.stackprofile.core.internal.parameter.Some.text;
import static io.stackprofile.parameter.Condition.compare;
import static io.stackprofile.parameter.Condition.isSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.Condition.AllOf;
import io.stackprofile.parameter.Condition.AnyOf;
import io.stackprofile.parameter.Condition.Not;
import io.stackprofile.parameter.Condition.Operator;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules between parameters: what they find, and what is found in them. */
class RulesTest {

    private static final String CANARY = "hunter2-correct-horse-battery";

    private static final List<Parameter> PARAMETERS = parameters(
            number("least"), number("most"), text("issuer"), flag("tls"), choice("size", "S", "L"), secret("token"));

    @ParameterizedTest
    @CsvSource({
        "EQUAL,3,3.0,true",
        "EQUAL,3,4,false",
        "NOT_EQUAL,3,4,true",
        "NOT_EQUAL,3,3.00,false",
        "LESS,2,3,true",
        "LESS,3,3,false",
        "AT_MOST,3,3,true",
        "AT_MOST,4,3,false",
        "GREATER,4,3,true",
        "GREATER,3,3,false",
        "AT_LEAST,3,3,true",
        "AT_LEAST,2,3,false",
        "LESS,9007199254740992,9007199254740993,true"
    })
    void numbersAreComparedByValue(Operator operator, String least, String most, boolean met) {
        ParameterRule rule = rule("sizes", compare("least", operator, "most"));

        assertThat(broken(rule, Map.of("least", least, "most", most)).isEmpty()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"acme,true", "the acme one,true", "letsencrypt,false"})
    void textsMatchAPatternAnywhere(String issuer, boolean met) {
        ParameterRule rule = rule("issuer", compare("issuer", Operator.MATCHES, ParameterValue.of("acme|corp")));

        assertThat(broken(rule, Map.of("issuer", issuer)).isEmpty()).isEqualTo(met);
    }

    @Test
    void aRuleCountsOnlyWhenItsConditionHolds() {
        ParameterRule rule = ParameterRule.builder()
                .name("tls-needs-issuer")
                .when(compare("tls", Operator.EQUAL, ParameterValue.of(true)))
                .require(isSet("issuer"))
                .message("TLS needs an issuer")
                .build();

        assertThat(broken(rule, Map.of())).isEmpty();
        assertThat(broken(rule, Map.of("tls", "true", "issuer", "acme"))).isEmpty();
        assertThat(broken(rule, Map.of("tls", "true", "issuer", "")))
                .containsExactly("rule-broken: rule tls-needs-issuer is not met: TLS needs an issuer. Change what these"
                        + " are bound to: tls, issuer.");
    }

    @Test
    void conditionsAreCombined() {
        Condition large = compare("size", Operator.EQUAL, ParameterValue.of("L"));
        Condition many = compare("least", Operator.AT_LEAST, ParameterValue.of(3));

        assertThat(broken(rule("r", new AllOf(List.of(large, many))), Map.of("size", "L", "least", "3")))
                .isEmpty();
        assertThat(broken(rule("r", new AllOf(List.of(large, many))), Map.of("size", "L")))
                .hasSize(1);
        assertThat(broken(rule("r", new AnyOf(List.of(large, many))), Map.of("size", "L")))
                .isEmpty();
        assertThat(broken(rule("r", new AnyOf(List.of(large, many))), Map.of())).hasSize(1);
        assertThat(broken(rule("r", new Not(large)), Map.of("size", "L"))).hasSize(1);
    }

    @Test
    void aSecretIsSetWhenItIsBound() {
        ParameterRule rule = rule("token", isSet("token"));
        Binding bound = Binding.of("token", SecretRef.env("TOKEN"));

        assertThat(broken(rule, Map.of())).hasSize(1);
        assertThat(BindingResolver.of(PARAMETERS, List.of(rule)).resolve(Given.of(List.of(bound))))
                .contains(bound);
    }

    @Test
    void aRuleOverAValueThatIsWrongInItselfIsNotAsked() {
        ParameterRule rule = rule("sizes", compare("least", Operator.AT_MOST, "most"));

        assertThat(broken(rule, Map.of("least", "many")))
                .singleElement()
                .asString()
                .startsWith("wrong-type");
    }

    @Test
    void noFindingRepeatsAValue() {
        ParameterRule rule = rule("issuer", compare("issuer", Operator.EQUAL, ParameterValue.of("acme")));

        assertThat(broken(rule, Map.of("issuer", CANARY)).toString()).doesNotContain(CANARY);
    }

    @Test
    void rulesThatMakeNoSenseAreAllFound() {
        List<ParameterRule> rules = List.of(
                rule("r", isSet("isuer")),
                rule("r", compare("least", Operator.LESS, "issuer")),
                rule("s", compare("token", Operator.EQUAL, ParameterValue.of("x"))),
                rule("t", compare("issuer", Operator.LESS, ParameterValue.of("x"))),
                rule("u", compare("issuer", Operator.MATCHES, ParameterValue.of("(?=x)"))),
                rule("v", compare("size", Operator.EQUAL, ParameterValue.of("XXL"))),
                rule("w", compare("tls", Operator.NOT_EQUAL, ParameterValue.of("true"))),
                rule("x", compare("issuer", Operator.MATCHES, "size")),
                rule("y", new Not(new AllOf(List.of(isSet("mots"), compare("least", Operator.EQUAL, "token"))))));

        assertThat(RuleContract.check(rules, PARAMETERS))
                .extracting(finding ->
                        finding.location().path().orElse("") + " " + finding.code() + ": " + finding.message())
                .containsExactly(
                        "/rules/r unknown-parameter: rule r names parameter isuer, which does not exist",
                        "/rules/r duplicate-rule: two rules are called r",
                        "/rules/r incomparable: rule r compares parameter least with what it cannot be compared with by"
                                + " less",
                        "/rules/s secret-in-rule: rule s compares the secret token, which is never in hand when rules"
                                + " are checked",
                        "/rules/t incomparable: rule t compares parameter issuer with what it cannot be compared with by"
                                + " less",
                        "/rules/u invalid-pattern: rule u has a pattern that is not an RE2 pattern, or is one that grows"
                                + " too large",
                        "/rules/v incomparable: rule v compares parameter size with none of its choices",
                        "/rules/w incomparable: rule w compares parameter tls with what it cannot be compared with by not"
                                + " equal",
                        "/rules/x incomparable: rule x matches a pattern that is a parameter",
                        "/rules/y unknown-parameter: rule y names parameter mots, which does not exist",
                        "/rules/y secret-in-rule: rule y compares the secret token, which is never in hand when rules"
                                + " are checked");
        assertThat(RuleContract.check(rules.subList(0, 1), PARAMETERS).get(0).hint())
                .contains("Did you mean issuer?");
    }

    private static List<String> broken(ParameterRule rule, Map<String, String> values) {
        List<Binding> given = new ArrayList<>();
        values.forEach((name, value) -> given.add(Binding.of(name, ParameterValue.of(value))));
        ValidationException refused = catchThrowableOfType(
                ValidationException.class,
                () -> BindingResolver.of(PARAMETERS, List.of(rule)).resolve(Given.of(given)));
        return refused == null
                ? List.of()
                : refused.findings().stream().map(RulesTest::told).toList();
    }

    private static String told(Finding finding) {
        return finding.code() + ": " + finding.message() + ". " + finding.hint().orElse("");
    }
}
