package io.stackprofile.core.internal.redact;

import static io.stackprofile.core.internal.redact.RedactorTest.addon;
import static io.stackprofile.core.internal.redact.RedactorTest.manifest;
import static io.stackprofile.core.internal.redact.RedactorTest.redact;
import static io.stackprofile.core.internal.redact.RedactorTest.stack;
import static io.stackprofile.core.internal.redact.RedactorTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.SecretException;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.StackSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing that redaction returns, prints or throws carries what it took out. */
class RedactionCanaryTest {

    private static final String CANARY = "kT7wPq2mZx9LbVc4";

    @Test
    void noTextOfTheResultCarriesIt() {
        StackSpec stack = StackSpec.of(
                Optional.of("Log in with " + CANARY),
                List.of(
                        manifest("web", "kind: Secret\napiVersion: v1\nstringData: {token: " + CANARY + "}\n"),
                        manifest("map", "users:\n  " + CANARY + ": admin\n"),
                        Addon.builder()
                                .name("chart")
                                .chartName("chart")
                                .chartVersion("1.0.0")
                                .repositoryUrl("https://bot:" + CANARY + "@charts.example/stable")
                                .build()));
        RedactedStack redacted =
                new Redactor(Knowledge.builtIn(), Limits.defaults()).redact(stack, List.of(), RedactionContext.none());

        assertThat(redacted.toString()).doesNotContain(CANARY).doesNotContain(CANARY.substring(0, 8));
        assertThat(redacted.spec().description()).contains("Log in with [redacted]");
        assertThat(redacted.spec().addons().get(0).repositoryUrl())
                .contains("https://bot:[redacted]@charts.example/stable");
        assertThat(text(redacted, "map")).isEqualTo("users:\n  \"[redacted]\": admin\n");
    }

    @Test
    void aSecretInAMembersNameFailsTheCallWithoutNamingIt() {
        StackSpec stack =
                stack(manifest(CANARY, "kind: Namespace\n"), addon("redis", "auth:\n  password: " + CANARY + "\n"));

        SecretException refused = catchThrowableOfType(
                SecretException.class,
                () -> new Redactor(Knowledge.builtIn(), Limits.defaults())
                        .redact(stack, List.of(), RedactionContext.none()));

        assertThat(refused.code()).isEqualTo(ErrorCode.SECRET_EXPOSED);
        assertThat(refused.getMessage()).contains("the name of a member").doesNotContain(CANARY);
        assertThat(refused.getCause()).isNull();
    }

    @Test
    void aMemberThatIsNoYamlFailsTheCallWithoutQuotingIt() {
        InvalidContentException refused = catchThrowableOfType(
                InvalidContentException.class, () -> redact(manifest("web", "password: [" + CANARY + "\n: x")));

        assertThat(refused.getMessage()).startsWith("manifest/web").doesNotContain(CANARY);
        assertThat(refused.getCause()).isNull();
    }

    @Test
    void whatIsFoundAlongTheWayPrintsNothingOfIt() {
        StackScan scan = StackScan.of(
                stack(addon("redis", "auth:\n  password: " + CANARY + "\n# " + CANARY + "\n")),
                List.of(),
                RedactionContext.none(),
                Knowledge.builtIn(),
                Limits.defaults());

        assertThat(scan.sightings().toString()).isEqualTo("[Sighting[credential-name]]");
        assertThat(scan.sightings().get(0).hit().toString()).isEqualTo("Hit[credential-name]");
        assertThat(scan.ledger().toString()).isEqualTo("SecretLedger[1]");
    }

    @Test
    void hostileTextTakesNoLongerThanItsLengthExplains() {
        String hostile = "msms".repeat(20_000) + "!";
        List<String> texts = List.of(
                "password: 1" + hostile,
                "password: " + "ab-".repeat(20_000) + "!",
                "note: \"" + "{{".repeat(20_000) + "\"",
                "note: |\n  " + "password=\\\"".repeat(5_000),
                "note: \"" + "-----BEGIN RSA PRIVATE KEY-----".repeat(500) + "\"",
                "note: |\n  " + "a:b@".repeat(10_000) + "://".repeat(10_000));
        Instant start = Instant.now();

        texts.forEach(text -> redact(addon("hostile", text + "\n")));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
    }
}
