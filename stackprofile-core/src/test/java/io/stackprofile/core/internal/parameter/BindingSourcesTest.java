package io.stackprofile.core.internal.parameter;

import static io.stackprofile.core.internal.parameter.Some.bound;
import static io.stackprofile.core.internal.parameter.Some.choice;
import static io.stackprofile.core.internal.parameter.Some.flag;
import static io.stackprofile.core.internal.parameter.Some.number;
import static io.stackprofile.core.internal.parameter.Some.option;
import static io.stackprofile.core.internal.parameter.Some.parameters;
import static io.stackprofile.core.internal.parameter.Some.secret;
import static io.stackprofile.core.internal.parameter.Some.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterSource;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretGeneration;
import io.stackprofile.parameter.SecretRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which source fills a parameter when several could. */
class BindingSourcesTest {

    private static final String CANARY = "hunter2-correct-horse-battery";

    private static final Parameter SIZE = choice("size", "small", "large")
            .defaultValue(ParameterValue.of("small"))
            .addOption(option("large", "replicas", ParameterValue.of(5)))
            .addOption(option("small", "replicas", ParameterValue.of(1)))
            .build();
    private static final Parameter REPLICAS =
            number("replicas").defaultValue(ParameterValue.of(2)).build();
    private static final List<Parameter> SIZED = List.of(REPLICAS, SIZE);

    @Test
    void whatIsGivenGoesBeforeWhatAnOptionSets() {
        assertThat(resolve(SIZED, given("size", "large"), given("replicas", "9")))
                .containsExactly(
                        bound("replicas", ParameterValue.of(9), BindingSource.EXPLICIT),
                        bound("size", ParameterValue.of("large"), BindingSource.EXPLICIT));
    }

    @Test
    void anOptionGoesBeforeTheSetAndTheDefault() {
        ParameterSet set = set().value("replicas", "7").value("size", "large").build();

        assertThat(resolve(SIZED, set))
                .containsExactly(
                        bound("replicas", ParameterValue.of(5), BindingSource.OPTION),
                        bound("size", ParameterValue.of("large"), BindingSource.PARAMETER_SET));
    }

    @Test
    void theSetGoesBeforeTheDefault() {
        assertThat(resolve(List.of(REPLICAS), set().value("replicas", "7").build()))
                .containsExactly(bound("replicas", ParameterValue.of(7), BindingSource.PARAMETER_SET));
        assertThat(resolve(List.of(REPLICAS)))
                .containsExactly(bound("replicas", ParameterValue.of(2), BindingSource.DEFAULT));
    }

    @Test
    void theDefaultChoiceSetsOthersToo() {
        assertThat(resolve(SIZED)).contains(bound("replicas", ParameterValue.of(1), BindingSource.OPTION));
    }

    @Test
    void optionsThatAreSetByOptionsSetOthersInTheirTurnWhateverTheOrder() {
        List<Parameter> parameters = parameters(
                number("replicas"),
                flag("ha").addOption(option("true", "replicas", ParameterValue.of(3))),
                choice("tier", "dev", "prod").addOption(option("prod", "ha", ParameterValue.of(true))));

        assertThat(resolve(parameters, given("tier", "prod")))
                .containsExactly(
                        bound("replicas", ParameterValue.of(3), BindingSource.OPTION),
                        bound("ha", ParameterValue.of(true), BindingSource.OPTION),
                        bound("tier", ParameterValue.of("prod"), BindingSource.EXPLICIT));
        assertThat(resolve(parameters, given("tier", "prod"), given("ha", "false")))
                .contains(bound("replicas", ParameterValue.of(0), BindingSource.EMPTY));
    }

    @Test
    void bindingsOfAnEarlierInstanceThatNobodyGaveAreWorkedOutAnew() {
        List<Binding> earlier = resolve(SIZED, given("size", "large"));

        assertThat(BindingResolver.resolve(SIZED, earlier)).isEqualTo(earlier);
        assertThat(BindingResolver.resolve(SIZED, List.of(given("size", "small"), earlier.get(0))))
                .contains(bound("replicas", ParameterValue.of(1), BindingSource.OPTION));
    }

    @Test
    void aSetNamesSourcesAndSecretsKeepTheirReference() {
        List<Parameter> parameters = parameters(
                text("domain").required(true),
                number("replicas"),
                secret("token").required(true));
        ParameterSet set = set().reference("domain", SecretRef.env("DOMAIN"))
                .reference("replicas", SecretRef.file("/etc/replicas"))
                .reference("token", SecretRef.parse("vault:shop/token"))
                .build();
        Map<String, String> host = Map.of("env:DOMAIN", "acme.dev", "file:/etc/replicas", "4");

        assertThat(BindingResolver.of(parameters, List.of())
                        .resolve(Given.of(List.of())
                                .with(Optional.of(set), ref -> Optional.ofNullable(host.get(ref.toString())))))
                .containsExactly(
                        bound("domain", ParameterValue.of("acme.dev"), BindingSource.PARAMETER_SET),
                        bound("replicas", ParameterValue.of(4).spelled("4"), BindingSource.PARAMETER_SET),
                        bound("token", SecretRef.parse("vault:shop/token"), BindingSource.PARAMETER_SET));
    }

    @Test
    void aSourceThatIsNotNeededIsNotRead() {
        ParameterSet set =
                set().reference("replicas", SecretRef.env("REPLICAS")).build();
        Given given = Given.of(List.of(given("replicas", "3"))).with(Optional.of(set), ref -> {
            throw new IllegalStateException("read " + ref);
        });

        assertThat(BindingResolver.of(List.of(REPLICAS), List.of()).resolve(given))
                .containsExactly(bound("replicas", ParameterValue.of(3), BindingSource.EXPLICIT));
    }

    @Test
    void everythingWrongWithASetIsToldAtOnceAndNoValueIsRepeated() {
        List<Parameter> parameters =
                parameters(text("domain"), secret("token"), number("replicas"), text("region"), secret("key"));
        ParameterSet set = ParameterSet.builder()
                .name("prod")
                .putSource("tokne", new ParameterSource.Value(ParameterValue.of(CANARY)))
                .putSource("token", new ParameterSource.Value(ParameterValue.of(CANARY)))
                .putSource("domain", new ParameterSource.Reference(SecretRef.env("NOT_THERE")))
                .putSource("replicas", new ParameterSource.Value(ParameterValue.of(CANARY)))
                .putSource("region", new ParameterSource.Reference(SecretRef.parse("vault:shop/region")))
                .putSource("key", new ParameterSource.Reference(new SecretRef("generated", "x/key")))
                .build();

        ValidationException refused = refused(parameters, set);

        assertThat(refused.findings())
                .extracting(finding -> finding.code() + ": " + finding.message() + ". "
                        + finding.hint().orElse(""))
                .containsExactly(
                        "source-not-found: parameter domain is taken from env:NOT_THERE, where nothing can be read."
                                + " Make the value available there; a host has to allow env and file with"
                                + " localSecrets().",
                        "secret-by-value: parameter token is a secret and takes a reference, not a value. Bind it to"
                                + " env:VARIABLE, file:PATH or another secret reference.",
                        "wrong-type: parameter replicas takes a number. Write it as JSON does: 3, -0.5 or 1e3, within"
                                + " 64-bit floating point.",
                        "reference-to-non-secret: parameter region is not a secret and takes a value, or env and file"
                                + " where the host allows them. Give it a value, or env:VARIABLE or file:PATH.",
                        "reserved-reference: parameter key is bound to a reference of the scheme generated, which the"
                                + " engine keeps for itself. Bind it to another reference, or leave it out to have it"
                                + " generated.",
                        "unknown-parameter: there is no parameter tokne. Did you mean token?");
        assertThat(refused + refused.findings().toString() + set).doesNotContain(CANARY);
    }

    @Test
    void aGeneratedSecretIsBoundByReferenceUnlessItIsGiven() {
        Parameter token = secret("token").generate(SecretGeneration.of(24)).build();
        BindingResolver resolver = BindingResolver.of(List.of(token), List.of());
        SecretRef kept = new SecretRef("generated", "7/token");

        assertThat(resolver.resolve(Given.of(List.of()).generating(name -> Optional.of(kept))))
                .containsExactly(bound("token", kept, BindingSource.GENERATED));
        assertThat(resolver.resolve(Given.of(List.of(Binding.of("token", SecretRef.env("TOKEN"))))
                        .generating(name -> Optional.of(kept))))
                .containsExactly(bound("token", SecretRef.env("TOKEN"), BindingSource.EXPLICIT));
    }

    @Test
    void withoutAVaultAGeneratedSecretHasToBeBound() {
        Parameter token = secret("token").generate(SecretGeneration.of(24)).build();

        ValidationException refused = refused(List.of(token), set().build());

        assertThat(refused.findings())
                .extracting(Finding::code, Finding::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "missing-binding",
                        "parameter token is generated where the host has a secret vault, and this one has none"));
    }

    private static ParameterSet.Builder set() {
        ParameterSet.Builder builder = ParameterSet.builder();
        builder.name("prod");
        return builder;
    }

    private static Binding given(String name, String value) {
        ParameterValue text = ParameterValue.of(value);
        return Binding.of(name, text);
    }

    private static List<Binding> resolve(List<Parameter> parameters, Binding... given) {
        return BindingResolver.resolve(parameters, List.of(given));
    }

    private static List<Binding> resolve(List<Parameter> parameters, ParameterSet set) {
        return BindingResolver.of(parameters, List.of())
                .resolve(Given.of(List.of()).with(Optional.of(set), ref -> Optional.empty()));
    }

    private static ValidationException refused(List<Parameter> parameters, ParameterSet set) {
        return catchThrowableOfType(ValidationException.class, () -> resolve(parameters, set));
    }
}
