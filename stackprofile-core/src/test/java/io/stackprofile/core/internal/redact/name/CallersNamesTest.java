package io.stackprofile.core.internal.redact.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.redact.rule.FormatRules;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.text.TextScan;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersNamesTest {

    private static final CredentialNames NAMES = CredentialNames.with(
            Set.of("launch code", "Loesung"), Set.of("demoPassword", "press-key", "launch code hint"));

    @ParameterizedTest
    @CsvSource({
        "launchCode, STRONG",
        "LAUNCH_CODE, STRONG",
        "missile.launch-code, STRONG",
        "loesung, STRONG",
        "launchCodeHint, NONE",
        "code, NONE",
        "shopDemoPassword, NONE",
        "password, STRONG",
        "pressKey, NONE",
        "apiKey, FIRM"
    })
    void aCallersWordsComeBeforeTheLibrarys(String name, Strength strength) {
        assertThat(NAMES.of(name)).isEqualTo(strength);
    }

    @Test
    void ofTwoEqualPhrasesTheSecretDecides() {
        assertThat(CredentialNames.with(Set.of("code"), Set.of("code")).of("code"))
                .isEqualTo(Strength.STRONG);
    }

    @Test
    void noWordsAreTheLibrarysOwn() {
        assertThat(CredentialNames.with(Set.of(" "), Set.of("")).of("dbPassword"))
                .isEqualTo(Strength.STRONG);
    }

    @Test
    void aTextIsSearchedForACallersWordThoughItHasNoneOfTheLibrarys() {
        Knowledge knowledge = new Knowledge(NAMES, FormatRules.builtIn());

        assertThat(TextScan.find("a = 1\nloesung = kurz\n", knowledge.names())).hasSize(1);
    }

    @Test
    void theReasonNamesTheRowThatDecided() {
        assertThat(CredentialNames.builtIn().judge("AIRFLOW__CORE__FERNET_KEY").reason())
                .isEqualTo("Its name ends in \"fernet key\": encrypts what is kept.");
    }
}
