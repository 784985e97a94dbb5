package io.stackprofile.core.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places that take what users write, within kinds whose other fields only name where a secret is. */
class OpenPlacesTest {

    private static final String CANARY = "MrAcvrBD972JbSNT5n23fA";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ClusterRole",
                "CustomResourceDefinition",
                "HorizontalPodAutoscaler",
                "NetworkPolicy",
                "PodDisruptionBudget",
                "PriorityClass",
                "RoleBinding",
                "SealedSecret",
                "ValidatingWebhookConfiguration",
                "APIService",
                "ClusterIssuer",
                "SecretStore"
            })
    void annotationsOfAnyKindAreRead(String kind) {
        assertRedacted("""
                apiVersion: any/v1
                kind: %s
                metadata:
                  name: shop
                  annotations:
                    acme.dev/password: %s
                    acme.dev/hook: https://hooks.acme.dev/in?token=%s
                """.formatted(kind, CANARY, CANARY + "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: ValidatingWebhookConfiguration\nwebhooks:\n  - name: a\n    clientConfig:\n      url: URL\n",
                "kind: MutatingWebhookConfiguration\nwebhooks:\n  - name: a\n    clientConfig:\n      url: URL\n",
                "kind: CustomResourceDefinition\nspec:\n  conversion:\n    webhook:\n      clientConfig:\n        url: URL\n",
                "kind: ScrapeConfig\nspec:\n  httpSDConfigs:\n    - url: URL\n"
            })
    void addressesThatAreCalledAreRead(String text) {
        assertRedacted(text.replace("URL", "https://app:" + CANARY + "y@hooks.acme.dev/in?token=" + CANARY));
    }

    private static void assertRedacted(String text) {
        RedactedStack redacted = new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(
                        StackSpec.builder()
                                .addMembers(Manifest.builder()
                                        .name("some")
                                        .content(text)
                                        .build())
                                .build(),
                        List.of(),
                        RedactionContext.none());

        assertThat(redacted.spec().members().get(0).text().orElseThrow())
                .doesNotContain(CANARY)
                .contains("?token=${{ parameters.");
    }
}
