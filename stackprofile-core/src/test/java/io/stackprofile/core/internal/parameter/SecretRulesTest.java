package io.stackprofile.core.internal.parameter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretValue;
import org.junit.jupiter.api.Test;

class SecretRulesTest {

    private static final String CANARY = "hunter2-correct-horse-battery";

    private static final Parameter LICENCE = Parameter.builder()
            .name("licence")
            .type(ParameterType.SECRET)
            .required(true)
            .pattern("^[A-Z]{4}-\\p{Greek}+$")
            .build();

    @Test
    void aSecretThatMatchesPasses() {
        assertThatCode(() -> SecretRules.check(LICENCE, SecretValue.of("ACME-λαμβδα")))
                .doesNotThrowAnyException();
    }

    @Test
    void aSecretWithoutRulesPasses() {
        Parameter free =
                Parameter.builder().name("token").type(ParameterType.SECRET).build();

        assertThatCode(() -> SecretRules.check(free, SecretValue.of(new byte[] {(byte) 0xff, 0})))
                .doesNotThrowAnyException();
    }

    @Test
    void aSecretThatDoesNotMatchIsRefusedWithoutAWordOfIt() {
        assertThatThrownBy(() -> SecretRules.check(LICENCE, SecretValue.of(CANARY)))
                .isInstanceOf(SecretException.class)
                .hasMessage("parameter licence is bound to a secret that does not match the pattern"
                        + " ^[A-Z]{4}-\\p{Greek}+$. Store a secret that fits, or bind another reference.")
                .hasNoCause()
                .extracting(failure -> ((SecretException) failure).code())
                .isEqualTo(ErrorCode.INVALID_BINDING);
    }

    @Test
    void everyRuleOfASecretIsCheckedAndNoneRepeatsIt() {
        Parameter strict = Some.secret("strict")
                .pattern("^[A-Z]+$")
                .minLength(40)
                .format(ParameterFormat.QUANTITY)
                .build();

        assertThatThrownBy(() -> SecretRules.check(strict, SecretValue.of(CANARY)))
                .isInstanceOf(SecretException.class)
                .hasMessage(
                        "parameter strict is bound to a secret that does not match the pattern ^[A-Z]+$, and that has"
                                + " fewer than 40 characters, and that is not a Kubernetes quantity, such as 500m or 1.5Gi. Store"
                                + " a secret that fits, or bind another reference.")
                .hasNoCause();
    }

    @Test
    void bytesThatAreNoTextHaveNoLength() {
        Parameter limited = Some.secret("limited").maxLength(4).build();

        assertThatThrownBy(() -> SecretRules.check(limited, SecretValue.of(new byte[] {(byte) 0xff, 0})))
                .hasMessageContaining("a secret that is not UTF-8 text");
        assertThatCode(() -> SecretRules.check(limited, SecretValue.of("\uD83D\uDE80\uD83D\uDE80")))
                .doesNotThrowAnyException();
    }
}
