package io.stackprofile.core.internal.redact;

import static io.stackprofile.core.internal.redact.RedactorTest.addon;
import static io.stackprofile.core.internal.redact.RedactorTest.redact;
import static io.stackprofile.core.internal.redact.RedactorTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A password that is also what the stack calls its own things is not searched for; anything else is. */
class ExemptionTest {

    @Test
    void aPasswordThatIsAWordOfAKeyStaysWhereItNames() {
        assertThat(redacted("auth: {password: orangetree}\norangetreeConfig: {host: orangetree-db}\n"))
                .contains("orangetreeConfig: {host: orangetree-db}")
                .doesNotContain("password: orangetree");
    }

    @Test
    void aPasswordThatIsAWordOfAReferenceStaysWhereItRefers() {
        assertThat(redacted("auth: {password: orangetree, existingSecret: orangetree-pg}\nservice: orangetree-web\n"))
                .contains("existingSecret: orangetree-pg", "service: orangetree-web")
                .doesNotContain("password: orangetree");
    }

    @Test
    void aProductsNameIsNotSearchedFor() {
        assertThat(redacted("auth: {password: superset}\nmotto: say superset\n"))
                .contains("say superset")
                .doesNotContain("password: superset");
    }

    @Test
    void aPasswordThatIsOnlyPartOfAWordIsSearchedFor() {
        assertThat(redacted("auth: {password: orangetree}\norangetrees: {motto: 'say orangetree'}\n"))
                .doesNotContain("say orangetree");
    }

    @Test
    void aGeneratedPasswordIsSearchedForEvenInKeys() {
        assertThat(redacted("auth: {password: kT7wPq2mZx9LbVc4}\nusers: {kT7wPq2mZx9LbVc4: admin}\n"))
                .doesNotContain("kT7wPq2mZx9LbVc4");
    }

    private static String redacted(String values) {
        return text(redact(addon("chart", values)), "chart");
    }
}
