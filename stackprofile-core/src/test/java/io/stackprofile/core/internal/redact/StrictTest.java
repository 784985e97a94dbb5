package io.stackprofile.core.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a strict policy takes for a secret though nothing says so, and what it does not. */
class StrictTest {

    private static final String UNKNOWN = "q7Zt1Lw9Xc3Vb5Nm2Kj8Hg4F";

    @Test
    void anUnknownGeneratedValueIsASecretToAStrictPolicyAlone() {
        String text = "settings:\n  blob: " + UNKNOWN + "\n";

        RedactedStack strict = redact(text, RedactionPolicy.strict());

        assertThat(content(redact(text, RedactionPolicy.balanced()))).isEqualTo(text);
        assertThat(content(strict)).startsWith("settings:\n  blob: ${{ parameters.");
        assertThat(strict.redactions()).singleElement().satisfies(entry -> {
            assertThat(entry.rule()).isEqualTo("unknown-entropy");
            assertThat(entry.confidence()).isEqualTo(Redaction.Confidence.LOW);
        });
        assertThat(strict.toString()).doesNotContain(UNKNOWN);
    }

    @Test
    void onlyTheRunInsideATextIsTakenOutAndTheTextStaysAsItWas() {
        String text = "run: |\n  first line\n  call --with " + UNKNOWN + " now\n# note " + UNKNOWN + "\n";

        RedactedStack strict = redact(text, RedactionPolicy.strict());

        assertThat(content(strict))
                .startsWith("run: |\n  first line\n  call --with ${{ parameters.")
                .endsWith(" now\n# note [redacted]\n");
        assertThat(redact(content(strict), RedactionPolicy.strict()).redactions())
                .isEmpty();
    }

    @Test
    void aSpanSaysWhereThePlaceholderStandsAndNothingOfTheSecret() {
        RedactedStack one =
                redact("a: x " + UNKNOWN + " y " + UNKNOWN.replace('q', 'w') + " z\n", RedactionPolicy.strict());
        String leaf = content(one).substring(3).strip();

        assertThat(one.redactions())
                .extracting(entry -> entry.span().orElseThrow())
                .extracting(span -> leaf.substring(span.start(), span.end()))
                .hasSize(2)
                .allMatch(token -> token.startsWith("${{ parameters.") && token.endsWith(" }}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: ghcr.io/acme/web@sha256:3f2a9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b",
                "digest: 3f2a9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b",
                "checksum/config: 3f2a9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b",
                "script: 'curl -o x && echo \"sha256: 3f2a9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b\"'",
                "commit: 3f2a9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b",
                "tenantId: 7d444840-9dc0-11d1-b245-5ffdce74fad2",
                "url: https://cdn.example.org/3f2a9c8d7e6f5a4b3c2d1e0f9a8b7c6d/app.js",
                "pod: web-frontend-7d4b9c6f5d-x2k9l",
                "name: prometheus-kube-prometheus-stack-0001-rules",
                "metric: container_network_receive_packets_dropped_total",
                "class: org.apache.kafka.common.security.scram.ScramLoginModule",
                "caBundle: MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJRTESMBAG",
                "sshKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5f2bXq7Zt1Lw9Xc3Vb5Nm2Kj8Hg4Fq7Zt1Lw9Xc3V ops",
                "expr: '{{ printf \"%s\" .Values.q7Zt1Lw9Xc3Vb5Nm2Kj8Hg4F }}'",
                "host: q7zt1lw9xc3vb5nm2kj8hg4f.eu-west-1.elb.amazonaws.com"
            })
    void whatIsComputedNamedOrPublicStays(String line) {
        assertThat(content(redact(line + "\n", RedactionPolicy.strict()))).isEqualTo(line + "\n");
    }

    private static RedactedStack redact(String text, RedactionPolicy policy) {
        Manifest manifest = Manifest.builder().name("some").content(text).build();
        return new Redactor(Knowledge.builtIn(), Limits.defaults(), policy)
                .redact(StackSpec.builder().addMembers(manifest).build(), List.of(), RedactionContext.none());
    }

    private static String content(RedactedStack stack) {
        return stack.spec().members().get(0).text().orElseThrow();
    }
}
