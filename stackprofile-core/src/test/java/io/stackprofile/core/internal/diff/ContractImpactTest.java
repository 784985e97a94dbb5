package io.stackprofile.core.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.diff.Impact;
import io.stackprofile.diff.ParameterDiff;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretGeneration;
import io.stackprofile.stack.StackSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ContractImpactTest {

    @Test
    void aNewRequiredParameterBreaksAndAnOptionalOneDoesNot() {
        assertThat(impact(List.of(), List.of(text(p -> p.required(true))))).isEqualTo(Impact.BREAKING);
        assertThat(impact(List.of(), List.of(text(p -> p.defaultValue(ParameterValue.of("a"))))))
                .isEqualTo(Impact.COMPATIBLE);
        assertThat(impact(List.of(text(p -> {})), List.of())).isEqualTo(Impact.BREAKING);
    }

    @Test
    void aNarrowedParameterBreaksAndAWidenedOneDoesNot() {
        assertNarrower(number(p -> p.minimum(new BigDecimal(1))), number(p -> p.minimum(new BigDecimal(2))));
        assertNarrower(number(p -> {}), number(p -> p.minimum(new BigDecimal(2))));
        assertNarrower(number(p -> p.maximum(new BigDecimal(9))), number(p -> p.maximum(new BigDecimal(8))));
        assertNarrower(number(p -> {}), number(p -> p.maximum(new BigDecimal(8))));
        assertNarrower(number(p -> p.multipleOf(new BigDecimal(2))), number(p -> p.multipleOf(new BigDecimal(6))));
        assertNarrower(text(p -> p.minLength(1)), text(p -> p.minLength(2)));
        assertNarrower(text(p -> p.maxLength(9)), text(p -> p.maxLength(8)));
        assertNarrower(text(p -> {}), text(p -> p.pattern("^a")));
        assertNarrower(text(p -> {}), text(p -> p.format(ParameterFormat.values()[0])));
        assertNarrower(choice("a", "b", "c"), choice("a", "b"));
        assertNarrower(text(p -> {}), text(p -> p.required(true)));
    }

    @Test
    void aPatternThatIsAnotherMayRefuseWhatTheEarlierOneTook() {
        assertThat(impact(List.of(text(p -> p.pattern("^a"))), List.of(text(p -> p.pattern("^ab?")))))
                .isEqualTo(Impact.BREAKING);
        assertThat(impact(List.of(text(p -> {})), List.of(number(p -> {})))).isEqualTo(Impact.BREAKING);
    }

    @Test
    void whatPeopleReadIsCosmeticAndADefaultIsNot() {
        assertThat(impact(
                        List.of(text(p -> {})),
                        List.of(text(p -> p.title("Name").group("Net")))))
                .isEqualTo(Impact.COSMETIC);
        assertThat(impact(List.of(choice("a", "b")), List.of(choice("b", "a")))).isEqualTo(Impact.COSMETIC);
        Parameter older = text(p -> p.defaultValue(ParameterValue.of("a")));
        assertThat(impact(List.of(older), List.of(text(p -> p.defaultValue(ParameterValue.of("b"))))))
                .isEqualTo(Impact.COMPATIBLE);
        assertThat(impact(List.of(older), List.of(text(p -> {})))).isEqualTo(Impact.BREAKING);
    }

    private static void assertNarrower(Parameter wide, Parameter narrow) {
        assertThat(impact(List.of(wide), List.of(narrow))).as("%s", narrow).isEqualTo(Impact.BREAKING);
        assertThat(impact(List.of(narrow), List.of(wide))).as("%s", wide).isEqualTo(Impact.COMPATIBLE);
    }

    private static Impact impact(List<Parameter> before, List<Parameter> after) {
        StackSpec spec = StackSpec.builder().build();
        VersionDiff diff = Versions.diff(Versions.version(1, spec, before), Versions.version(2, spec, after));
        for (ParameterDiff parameter : diff.parameters()) {
            assertThat(diff.impact()).isGreaterThanOrEqualTo(parameter.impact());
        }
        return diff.impact();
    }

    @Test
    void aSecretThatIsMadeNoMoreHasToBeBound() {
        Parameter made = of(ParameterType.SECRET, secret -> secret.generate(SecretGeneration.of(20)));

        assertThat(Versions.diff(
                                Versions.version(1, Versions.stack(), List.of(made)),
                                Versions.version(2, Versions.stack(), List.of(of(ParameterType.SECRET, secret -> {}))))
                        .impact())
                .isEqualTo(Impact.BREAKING);
    }

    private static Parameter choice(String... values) {
        return of(ParameterType.ENUM, p -> p.addEnumValues(values));
    }

    private static Parameter text(Consumer<Parameter.Builder> more) {
        return of(ParameterType.STRING, more);
    }

    private static Parameter number(Consumer<Parameter.Builder> more) {
        return of(ParameterType.NUMBER, more);
    }

    private static Parameter of(ParameterType type, Consumer<Parameter.Builder> more) {
        Parameter.Builder builder = Parameter.builder();
        builder.name("value").type(type);
        more.accept(builder);
        return builder.build();
    }
}
