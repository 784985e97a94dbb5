package io.stackprofile.core.internal.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingResolverTest {

    private static final String CANARY = "hunter2-correct-horse-battery";

    private static final Parameter DOMAIN = Parameter.builder()
            .name("domain")
            .type(ParameterType.STRING)
            .required(true)
            .pattern("^[a-z0-9.-]+$")
            .build();
    private static final Parameter REPLICAS = Parameter.builder()
            .name("replicas")
            .type(ParameterType.NUMBER)
            .defaultValue(ParameterValue.of(3))
            .build();
    private static final Parameter DEBUG =
            Parameter.builder().name("debug").type(ParameterType.BOOLEAN).build();
    private static final Parameter TIER = Parameter.builder()
            .name("tier")
            .type(ParameterType.ENUM)
            .addEnumValues("small", "medium", "large")
            .build();
    private static final Parameter PASSWORD = Parameter.builder()
            .name("grafana_admin_password")
            .type(ParameterType.SECRET)
            .required(true)
            .build();
    private static final List<Parameter> ALL = List.of(DOMAIN, REPLICAS, DEBUG, TIER, PASSWORD);

    private static final Binding DOMAIN_BOUND = Binding.of("domain", ParameterValue.of("staging.acme.dev"));
    private static final Binding PASSWORD_BOUND = Binding.of("grafana_admin_password", SecretRef.env("GRAFANA_PW"));

    @Test
    void everyParameterGetsABindingInTheParametersOrder() {
        List<Binding> resolved = BindingResolver.resolve(ALL, List.of(PASSWORD_BOUND, DOMAIN_BOUND));

        assertThat(resolved)
                .containsExactly(
                        DOMAIN_BOUND,
                        bound("replicas", ParameterValue.of(3), BindingSource.DEFAULT),
                        bound("debug", ParameterValue.of(false), BindingSource.EMPTY),
                        bound("tier", ParameterValue.of("small"), BindingSource.EMPTY),
                        PASSWORD_BOUND);
    }

    @Test
    void emptyIsTheTypesNothing() {
        Parameter note =
                Parameter.builder().name("note").type(ParameterType.STRING).build();
        Parameter limit =
                Parameter.builder().name("limit").type(ParameterType.NUMBER).build();
        Parameter token =
                Parameter.builder().name("token").type(ParameterType.SECRET).build();

        assertThat(BindingResolver.resolve(List.of(note, limit, token), List.of()))
                .containsExactly(
                        bound("note", ParameterValue.of(""), BindingSource.EMPTY),
                        bound("limit", ParameterValue.of(0), BindingSource.EMPTY),
                        bound("token", ParameterValue.of(""), BindingSource.EMPTY));
    }

    @Test
    void resolvingAgainWhatWasResolvedChangesNothing() {
        List<Binding> once = BindingResolver.resolve(ALL, List.of(PASSWORD_BOUND, DOMAIN_BOUND));

        assertThat(BindingResolver.resolve(ALL, once)).isEqualTo(once);
    }

    @Test
    void aDefaultKeepsItsSpelling() {
        Parameter mode = Parameter.builder()
                .name("mode")
                .type(ParameterType.NUMBER)
                .defaultValue(ParameterValue.of(420).spelled("0644"))
                .build();

        assertThat(BindingResolver.resolve(List.of(mode), List.of()))
                .containsExactly(bound("mode", ParameterValue.of(420).spelled("0644"), BindingSource.DEFAULT));
    }

    @ParameterizedTest
    @CsvSource({"3,3", "-0.5,-0.5", "1e3,1E+3", "0,0", "12345678901234567890,12345678901234567890"})
    void aTextThatIsAJsonNumberBindsANumberAndKeepsItsSpelling(String given, String text) {
        Binding resolved = resolveOne(REPLICAS, ParameterValue.of(given));

        assertThat(resolved.value())
                .contains(ParameterValue.of(new BigDecimal(text)).spelled(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "", "03", "+3", ".5", "3 ", "0x10", "1_000", "NaN", "1e400", "1e99999999999"})
    void aTextThatIsNoJsonNumberBindsNoNumber(String given) {
        assertThat(codes(REPLICAS, ParameterValue.of(given))).containsExactly("wrong-type");
    }

    @Test
    void aNumberBeyondFloatingPointIsRefusedHoweverItIsGiven() {
        assertThat(codes(REPLICAS, ParameterValue.of(new BigDecimal("1e999999"))))
                .containsExactly("wrong-type");
    }

    @Test
    void trueAndFalseAsTextBindABoolean() {
        assertThat(resolveOne(DEBUG, ParameterValue.of("true")).value()).contains(ParameterValue.of(true));
        assertThat(resolveOne(DEBUG, ParameterValue.of("false")).value()).contains(ParameterValue.of(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "True", "1", ""})
    void noOtherTextBindsABoolean(String given) {
        assertThat(codes(DEBUG, ParameterValue.of(given))).containsExactly("wrong-type");
    }

    @Test
    void aNumberIsNoText() {
        Parameter note =
                Parameter.builder().name("note").type(ParameterType.STRING).build();

        assertThat(codes(note, ParameterValue.of(3))).containsExactly("wrong-type");
        assertThat(codes(TIER, ParameterValue.of(true))).containsExactly("wrong-type");
    }

    @Test
    void aPatternMayMatchAnywhere() {
        Parameter image = Parameter.builder()
                .name("image")
                .type(ParameterType.STRING)
                .pattern("v[0-9]+")
                .build();

        assertThat(resolveOne(image, ParameterValue.of("api:v12-alpine")).value())
                .contains(ParameterValue.of("api:v12-alpine"));
        assertThat(codes(image, ParameterValue.of("latest"))).containsExactly("pattern-mismatch");
    }

    @Test
    void aPatternThatMakesOthersSlowIsMatchedInLinearTime() {
        Parameter slow = Parameter.builder()
                .name("slow")
                .type(ParameterType.STRING)
                .pattern("^(a+)+$")
                .build();
        long start = System.nanoTime();

        assertThat(codes(slow, ParameterValue.of("a".repeat(50_000) + "!"))).containsExactly("pattern-mismatch");
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void halfOfASurrogatePairIsRefused() {
        Parameter note =
                Parameter.builder().name("note").type(ParameterType.STRING).build();

        assertThat(codes(note, ParameterValue.of("a\ud83d"))).containsExactly("broken-text");
    }

    @Test
    void everythingWrongIsReportedAtOnceInTheParametersOrder() {
        List<Binding> given = List.of(
                Binding.of("domian", ParameterValue.of("acme.dev")),
                Binding.of("grafana_admin_password", ParameterValue.of(CANARY)),
                Binding.of("replicas", ParameterValue.of("many")),
                Binding.of("debug", SecretRef.env("DEBUG")),
                Binding.of("tier", ParameterValue.of("huge")));

        ValidationException refused =
                catchThrowableOfType(ValidationException.class, () -> BindingResolver.resolve(ALL, given));

        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_BINDING);
        assertThat(refused.findings())
                .extracting(
                        Finding::code,
                        Finding::message,
                        finding -> finding.hint().orElse(""))
                .containsExactly(
                        row(
                                "missing-binding",
                                "parameter domain is required and has no value",
                                "Bind domain to a value."),
                        row(
                                "wrong-type",
                                "parameter replicas takes a number",
                                "Write it as JSON does: 3, -0.5 or 1e3, within 64-bit floating point."),
                        row(
                                "reference-to-non-secret",
                                "parameter debug is not a secret and takes a value, not a secret reference",
                                "Bind it to a value."),
                        row("not-in-enum", "parameter tier takes one of: small, medium, large", "Bind one of these."),
                        row(
                                "secret-by-value",
                                "parameter grafana_admin_password is a secret and takes a reference, not a value",
                                "Bind it to env:VARIABLE, file:PATH or another secret reference."),
                        row("unknown-parameter", "there is no parameter domian", "Did you mean domain?"));
        assertThat(refused).hasMessageNotContainingAny(CANARY, "many", "huge");
        assertThat(refused.findings().toString()).doesNotContain(CANARY);
    }

    @Test
    void aMissingSecretAsksForAReference() {
        assertThatThrownBy(() -> BindingResolver.resolve(List.of(PASSWORD), List.of()))
                .hasMessage(
                        "the bindings do not fit the parameters: parameter grafana_admin_password is required and has"
                                + " no value. Bind grafana_admin_password to a secret reference. Mend the bindings; the version's parameters say what they take.");
    }

    @Test
    void aParameterBoundTwiceIsRefused() {
        assertThatThrownBy(() -> BindingResolver.resolve(List.of(DOMAIN), List.of(DOMAIN_BOUND, DOMAIN_BOUND)))
                .hasMessageContaining("parameter domain is bound more than once");
    }

    @Test
    void aNameThatIsNoNameIsNotRepeated() {
        assertThatThrownBy(() -> BindingResolver.resolve(
                        List.of(), List.of(Binding.of("pw=" + CANARY + "!", ParameterValue.of("x")))))
                .hasMessageContaining("there is no parameter of that name")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void aMismatchNamesThePatternAndNotTheText() {
        assertThatThrownBy(() -> resolveOne(DOMAIN, ParameterValue.of(CANARY + "/!")))
                .hasMessageContaining("parameter domain must match the pattern ^[a-z0-9.-]+$")
                .hasMessageNotContaining(CANARY)
                .hasNoCause();
    }

    private static Binding resolveOne(Parameter parameter, ParameterValue value) {
        return BindingResolver.resolve(List.of(parameter), List.of(Binding.of(parameter.name(), value)))
                .get(0);
    }

    private static List<String> codes(Parameter parameter, ParameterValue value) {
        return catchThrowableOfType(ValidationException.class, () -> resolveOne(parameter, value)).findings().stream()
                .map(Finding::code)
                .toList();
    }

    private static Binding bound(String parameter, ParameterValue value, BindingSource source) {
        return Binding.builder()
                .parameter(parameter)
                .value(value)
                .source(source)
                .build();
    }

    private static Tuple row(String code, String message, String hint) {
        return Tuple.tuple(code, message, hint);
    }
}
