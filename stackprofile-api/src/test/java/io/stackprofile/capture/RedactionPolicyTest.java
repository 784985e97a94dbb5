package io.stackprofile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy may say; what is wrong is said by its field and never repeated. */
class RedactionPolicyTest {

    private static final String CANARY = "Quarry!Lantern*88213";

    @Test
    void aPolicyThatSaysNothingIsTheLibrarysOwn() {
        RedactionPolicy policy = RedactionPolicy.builder().build();

        assertThat(policy.mode()).isEqualTo(RedactionMode.BALANCED);
        assertThat(policy).isEqualTo(RedactionPolicy.balanced());
        assertThat(RedactionPolicy.strict().mode()).isEqualTo(RedactionMode.STRICT);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "addon/grafana, -, -, -",
                "addon/*, -, -, -",
                "**/grafana, -, -, -",
                "-, ConfigMap, -, -",
                "-, -, /data/a~1b, -",
                "-, -, data.*.password, -",
                "-, -, **.password, -",
                "-, -, -, credential-name",
                "*/*, -, **.x, -"
            })
    void anAllowCoversWhatItSays(String member, String kind, String path, String rule) {
        RedactionOverride override = allow(member, kind, path, rule).build();

        assertThat(override.effect()).isEqualTo(RedactionOverride.Effect.ALLOW);
        assertThat(override.path()).isEqualTo(Optional.ofNullable(path));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -, covers everything",
                "**, -, -, -, covers everything",
                "*/*, -, **, -, covers everything",
                "-, -, /**, -, covers everything",
                "-, -, *.**, -, covers everything",
                "grafana, -, -, -, member: it begins with",
                "-, -, /a//b, -, path: it has an empty segment",
                "-, -, a..b, -, path: it has an empty segment",
                "-, -, a.x**, -, path: ** stands alone",
                "addon/x**, -, -, -, member: ** stands alone",
                "-, -, /a~2b, -, path: in a pointer",
                "-, Config*, -, -, kind: it is compared to the character",
                "-, -, -, credential-*, rule: it is compared to the character"
            })
    void whatCoversEverythingOrCannotBeReadIsRefused(
            String member, String kind, String path, String rule, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> allow(member, kind, path, rule).build())
                .withMessageContaining(problem);
    }

    @Test
    void aReasonIsNeededAndIsOneLine() {
        for (String reason : new String[] {"", "  ", CANARY + "\nmore", CANARY.repeat(30)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RedactionOverride.allow(reason).path("/a").build())
                    .withMessageStartingWith("reason: ")
                    .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(CANARY));
        }
    }

    @Test
    void aDenyNeedsAPathAndKnowsNoRules() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedactionOverride.deny("x").kind("ConfigMap").build())
                .withMessageStartingWith("path: ");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RedactionOverride.deny("x").path("/a").rule("jwt").build())
                .withMessageStartingWith("rule: ");
    }

    @Test
    void aNameStandsOnOneSideAndHasAWord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedactionPolicy.builder()
                        .addSecretName("licenceKey")
                        .addHarmlessName("licence-key")
                        .build())
                .withMessageStartingWith("harmlessNames: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedactionPolicy.builder().addSecretName("--").build())
                .withMessageStartingWith("secretNames: ");
    }

    private static RedactionOverride.Builder allow(String member, String kind, String path, String rule) {
        RedactionOverride.Builder builder = RedactionOverride.allow("It is public.");
        builder.member(Optional.ofNullable(member))
                .kind(Optional.ofNullable(kind))
                .path(Optional.ofNullable(path))
                .rule(Optional.ofNullable(rule));
        return builder;
    }
}
