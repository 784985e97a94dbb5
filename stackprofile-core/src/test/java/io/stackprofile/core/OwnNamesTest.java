package io.stackprofile.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Secret may hold what a capture writes down itself: the caller, the cluster, the profile, words of the format. */
class OwnNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@acme.io",
                "prod-eu-west-1",
                "platform-stack",
                "baseline-profile",
                "provenance",
                "createdAt"
            })
    void aSecretWithSuchAValueIsCaptured(String value) {
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: context}\nstringData:\n  CONTEXT: %s\n";
        StackSpec spec = StackSpec.of(
                Optional.empty(),
                List.of(Manifest.builder()
                        .name("context")
                        .content(secret.formatted(value))
                        .build()));
        InMemoryCluster cluster = InMemoryCluster.named("prod-eu-west-1").put("platform-stack", spec, Map.of());
        try (StackProfiles engine = StackProfileEngine.builder()
                .store(new InMemoryStore())
                .clusters(InMemoryClusters.of(cluster))
                .build()) {
            OrganisationSession acme = engine.as(Caller.of("acme", "alice@acme.io"));
            ProfileVersion version = acme.profiles()
                    .capture(CaptureRequest.builder()
                            .name("baseline-profile")
                            .cluster("prod-eu-west-1")
                            .stack("platform-stack")
                            .build());

            assertThat(version.spec().members().get(0).text().orElse("")).doesNotContain("CONTEXT: " + value);
            assertThat(version.report().redactions().get(0).sweepExempt()).isTrue();
        }
    }
}
