package io.stackprofile.core.internal.parameterise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Limits;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.Condition.Operator;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterUse;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretGeneration;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.StackSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Parameters that options set and rules read keep their limits, and are edited with everything that names them. */
class NamedParametersTest {

    private static final Parameter REPLICAS = Parameter.builder()
            .name("replicas")
            .type(ParameterType.NUMBER)
            .title("Replicas")
            .minimum(BigDecimal.ONE)
            .maximum(BigDecimal.TEN)
            .multipleOf(BigDecimal.ONE)
            .defaultValue(ParameterValue.of(2))
            .build();
    private static final Parameter SIZE = Parameter.builder()
            .name("size")
            .type(ParameterType.ENUM)
            .addEnumValues("small", "large")
            .defaultValue(ParameterValue.of("small"))
            .addOptions(
                    ParameterOption.builder().value("small").title("Small").build(),
                    ParameterOption.builder()
                            .value("large")
                            .description("For many.")
                            .putSet("replicas", ParameterValue.of(5))
                            .build())
            .build();
    private static final Parameter HOST = Parameter.builder()
            .name("host")
            .type(ParameterType.STRING)
            .format(ParameterFormat.HOSTNAME)
            .minLength(4)
            .maxLength(60)
            .pattern("acme")
            .defaultValue(ParameterValue.of("www.acme.dev"))
            .build();
    private static final Parameter TOKEN = Parameter.builder()
            .name("token")
            .type(ParameterType.SECRET)
            .generate(SecretGeneration.of(32))
            .build();
    private static final ParameterRule RULE = ParameterRule.builder()
            .name("many-need-a-host")
            .when(new Condition.AnyOf(List.of(
                    new Condition.Not(Condition.compare("replicas", Operator.LESS, ParameterValue.of(3))),
                    Condition.isSet("token"))))
            .require(new Condition.AllOf(
                    List.of(Condition.isSet("host"), Condition.compare("replicas", Operator.NOT_EQUAL, "replicas"))))
            .message("many replicas need a host")
            .build();
    private static final Contents STACK = new Contents(
            StackSpec.of(
                    Optional.empty(),
                    List.of(Manifest.builder()
                            .name("m")
                            .content("n: ${{ parameters.replicas }}\nh: ${{ parameters.host }}\n")
                            .build())),
            List.of(REPLICAS, SIZE, HOST, TOKEN),
            List.of(RULE),
            List.of());

    private static Contents apply(DraftEdit edit) {
        return ParameterEdits.apply(STACK, edit, Limits.defaults());
    }

    @Test
    void aRenamedParameterIsRenamedInOptionsAndRulesAndKeepsItsLimits() {
        Contents renamed = apply(new DraftEdit.RenameParameter("replicas", "copies"));

        assertThat(renamed.parameters().get(0).toString())
                .isEqualTo(REPLICAS.toString().replace("name=replicas", "name=copies"));
        assertThat(renamed.parameters().get(1).toString())
                .isEqualTo(SIZE.toString().replace("replicas", "copies"));
        assertThat(renamed.parameters().subList(2, 4)).containsExactly(HOST, TOKEN);
        assertThat(renamed.rules().get(0).toString())
                .isEqualTo(RULE.toString().replace("parameter=replicas", "parameter=copies"));
        for (Parameter parameter : STACK.parameters()) {
            Contents other = apply(new DraftEdit.RenameParameter(parameter.name(), "anew"));
            assertThat(other.parameters().toString())
                    .isEqualTo(STACK.parameters()
                            .toString()
                            .replace("name=" + parameter.name(), "name=anew")
                            .replace("sets={" + parameter.name() + "=", "sets={anew="));
        }
    }

    @Test
    void aRetypedParameterKeepsTheLimitsItsTypeCanHave() {
        Parameter text = apply(new DraftEdit.RetypeParameter("replicas", ParameterType.STRING))
                .parameters()
                .get(0);
        assertThat(text.minimum()).isEmpty();
        assertThat(text.title()).contains("Replicas");
        assertThat(text.defaultValue()).contains(ParameterValue.of("2"));
        Parameter secret = apply(new DraftEdit.RetypeParameter("host", ParameterType.SECRET))
                .parameters()
                .get(2);
        assertThat(secret.format()).contains(ParameterFormat.HOSTNAME);
        assertThat(secret.maxLength()).contains(60);
        assertThat(secret.pattern()).contains("acme");
        assertThat(secret.required()).isTrue();
    }

    @Test
    void aParameterThatSomethingNamesIsNotInlined() {
        assertThatThrownBy(() -> apply(DraftEdit.InlineParameter.of("replicas")))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("rule many-need-a-host reads parameter replicas");
        Contents unruled = new Contents(STACK.spec(), STACK.parameters(), List.of(), List.of());
        assertThatThrownBy(() ->
                        ParameterEdits.apply(unruled, DraftEdit.InlineParameter.of("replicas"), Limits.defaults()))
                .hasMessageContaining("the options of parameter size set parameter replicas");
        assertThatThrownBy(() -> ParameterEdits.apply(unruled, DraftEdit.InlineParameter.of("size"), Limits.defaults()))
                .hasMessageContaining("the options of parameter size set other parameters");
        assertThat(ParameterEdits.apply(unruled, DraftEdit.InlineParameter.of("host"), Limits.defaults())
                        .parameters())
                .containsExactly(REPLICAS, SIZE, TOKEN);
    }

    @Test
    void whatARuleReadsOrWhatSetsOthersIsNotDead() {
        List<ParameterUse> uses = InfluenceMap.of(STACK.spec(), STACK.parameters(), STACK.rules(), Limits.defaults());

        assertThat(uses).extracting(ParameterUse::dead).containsExactly(false, false, false, false);
        assertThat(uses.get(1).sets()).containsExactly("replicas");
        assertThat(uses.get(3).rules()).containsExactly("many-need-a-host");
        assertThat(InfluenceMap.of(STACK.spec(), List.of(TOKEN), List.of(), Limits.defaults()))
                .extracting(ParameterUse::dead)
                .containsExactly(true);
    }
}
