package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.Redaction.Action;
import io.stackprofile.capture.RedactionOverride;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy's own texts may hold secrets; none of them is kept, returned or thrown. */
class PolicyCanaryTest {

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aReasonThatQuotesTheSecretIsMaskedEverywhere() {
        ProfileVersion version = capture(policy(
                RedactionOverride.allow("Still " + ShopStack.GITHUB_TOKEN + " there")
                        .path("adminPassword")
                        .build(),
                RedactionOverride.deny("Was " + ShopStack.DATABASE_PASSWORD)
                        .path("spec.replicas")
                        .build()));

        assertAbsent(
                "the version",
                ShopStack.shown(version, version.spec()),
                List.of(ShopStack.GITHUB_TOKEN, ShopStack.DATABASE_PASSWORD));
        assertThat(version.redaction().overrides().get(0).reason()).isEqualTo("Still [redacted] there");
        assertThat(allowed(version).reason()).isEqualTo("The caller allows it: Still [redacted] there.");
    }

    @Test
    void aPlaceToldByASecretIsRefused() {
        for (String secret : List.of(ShopStack.DATABASE_PASSWORD, ShopStack.GITHUB_TOKEN)) {
            StackProfileException refused = assertFails(
                    ErrorCode.SECRET_EXPOSED,
                    () -> capture(policy(RedactionOverride.allow("x")
                            .path("/tokens/" + secret)
                            .build())));

            assertThat(refused.getMessage())
                    .contains("override 1")
                    .contains("path")
                    .doesNotContain(secret);
        }
        assertThat(fixture.acme().profiles().count(ProfileQuery.all())).isZero();
    }

    private static Redaction allowed(ProfileVersion version) {
        return version.report().redactions().stream()
                .filter(entry -> entry.action() == Action.ALLOWED)
                .findFirst()
                .orElseThrow();
    }

    private ProfileVersion capture(RedactionPolicy policy) {
        return fixture.acme()
                .profiles()
                .capture(EngineFixture.shop().redaction(policy).build());
    }

    private static RedactionPolicy policy(RedactionOverride... overrides) {
        return RedactionPolicy.builder().addOverrides(overrides).build();
    }
}
