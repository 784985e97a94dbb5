package io.stackprofile.core.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every credential planted in the sample stacks is gone, and nothing else is. */
class SampleStacksTest {

    // The one value that the cluster's file declares as encrypted is a SOPS text, which stays.
    private static final RedactionContext CONTEXT = RedactionContext.builder()
            .putAllEncryptedPaths(Map.of(
                    MemberRef.addon("kube-prometheus-stack"), List.of("grafana.envRenderSecret.GF_SMTP_PASSWORD")))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prod-next", "plain"})
    void noPlantedCredentialIsLeftRawOrInBase64(String cluster) throws IOException {
        RedactedStack redacted = redact(SampleStacks.read(cluster));
        String everything = everything(redacted);

        assertThat(SampleStacks.planted(cluster)).isNotEmpty().allSatisfy(planted -> {
            assertThat(everything.contains(planted.getValue()))
                    .as(planted.getKey())
                    .isFalse();
            String base64 = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString(planted.getValue().getBytes(StandardCharsets.UTF_8));
            assertThat(everything.contains(base64))
                    .as(planted.getKey() + " in base64")
                    .isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prod-next", "plain"})
    void theTemplatesAreYamlOfTheSameShapeAndRedactingThemAgainChangesNothing(String cluster) throws IOException {
        StackSpec source = SampleStacks.read(cluster);
        RedactedStack redacted = redact(source);
        RedactedStack again = new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(redacted.spec(), redacted.parameters(), CONTEXT);

        for (Member member : redacted.spec().members()) {
            String text = member.text().orElseThrow();
            String original = source.find(member.ref()).flatMap(Member::text).orElseThrow();
            assertThat(YamlFile.parse(text).documents())
                    .as(member.ref().toString())
                    .hasSameSizeAs(YamlFile.parse(original).documents());
        }
        assertThat(again.spec()).isEqualTo(redacted.spec());
        assertThat(again.redactions()).isEmpty();
        assertThat(again.parameters()).isEqualTo(redacted.parameters());
        assertThat(new Redactor(Knowledge.builtIn(), Limits.defaults())
                        .scan(redacted.spec(), redacted.parameters(), CONTEXT))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "plain"})
    void theSameStackIsRedactedTheSameWayEachTime(String cluster) throws IOException {
        RedactedStack first = redact(SampleStacks.read(cluster));
        RedactedStack second = redact(SampleStacks.read(cluster));

        assertThat(second.spec()).isEqualTo(first.spec());
        assertThat(second.parameters()).isEqualTo(first.parameters());
        assertThat(second.redactions()).isEqualTo(first.redactions());
    }

    private static RedactedStack redact(StackSpec spec) {
        return new Redactor(Knowledge.builtIn(), Limits.defaults()).redact(spec, List.of(), CONTEXT);
    }

    private static String everything(RedactedStack redacted) {
        StringBuilder out = new StringBuilder();
        redacted.spec()
                .members()
                .forEach(member -> out.append(member.text().orElse("")).append('\n'));
        return out.append(redacted.spec())
                .append(redacted.parameters())
                .append(redacted.redactions())
                .append(redacted.ledger())
                .append(redacted.warnings())
                .toString();
    }
}
