package io.stackprofile.core.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.Limits;
import io.stackprofile.capture.Residual;
import io.stackprofile.capture.RoundTrip;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.error.Location;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Binding the captured values gives the captured text back: a template differs from its source in secrets alone. */
class RoundTripTest {

    private static RedactedStack redacted(StackSpec source) {
        StackSpec escaped = source.map(
                member -> member.withText(Placeholders.escape(member.text().orElse(""))));
        return new Redactor(Knowledge.builtIn(), Limits.defaults()).redact(escaped, List.of(), RedactionContext.none());
    }

    private static RoundTrip proof(StackSpec source) {
        RedactedStack redacted = redacted(source);
        try (SecretLedger ledger = redacted.ledger()) {
            assertThat(redacted.toString()).contains("Restoration[");
            return redacted.roundTrip();
        }
    }

    private static RoundTrip proof(String text) {
        return proof(StackSpec.of(
                Optional.empty(),
                List.of(Manifest.builder().name("m").content(text).build())));
    }

    private static int comments(StackSpec spec) {
        return spec.members().stream()
                .map(Member::text)
                .flatMap(Optional::stream)
                .mapToInt(text -> YamlFile.parse(text).comments().size())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prod-next", "plain", "staging"})
    void theSampleStacksComeBackToTheCharacterWithEveryComment(String cluster) throws IOException {
        StackSpec source = SampleStacks.read(cluster);
        RoundTrip proof = proof(source);
        assertThat(proof.residuals()).isEmpty();
        assertThat(proof.members()).isEqualTo(source.members().size());
        assertThat(proof.commentsBefore()).isEqualTo(comments(source)).isEqualTo(proof.commentsAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stacks-S.tar.gz", "stacks-M.tar.gz"})
    void theRecordedStacksComeBackToTheCharacterWithEveryComment(String stack) throws IOException {
        StackSpec source = Corpora.stack(stack);
        RoundTrip proof = proof(source);
        assertThat(proof.residuals()).isEmpty();
        assertThat(proof.members()).isEqualTo(source.members().size());
        assertThat(proof.commentsBefore()).isEqualTo(comments(source)).isEqualTo(proof.commentsAfter());
    }

    /** 456 secrets of every kind: all come back to the character but private keys that a single-quoted scalar folds. */
    @Test
    void theLabelledPlacesComeBackOrAreSaidNotTo() throws IOException {
        Path corpus = Corpora.file("redaction-dev.jsonl.gz");
        assumeTrue(Files.exists(corpus), "skipped: the labelled corpus is not there");
        int inexact = 0;
        for (String document : documents(corpus)) {
            RoundTrip proof = proof(document);
            for (Residual residual : proof.residuals()) {
                inexact++;
                assertThat(residual.kind()).isEqualTo(Residual.Kind.SPELLING);
                YamlNode there = YamlFile.parse(document)
                        .documents()
                        .get(residual.location().document().orElseThrow())
                        .at(residual.location().path().orElseThrow())
                        .orElseThrow();
                assertThat(there.span().of(document)).startsWith("'-----BEGIN");
            }
            assertThat(proof.commentsAfter()).isEqualTo(proof.commentsBefore());
        }
        assertThat(inexact).isEqualTo(18);
    }

    private static Set<String> documents(Path corpus) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        Set<String> documents = new LinkedHashSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                documents.add(mapper.readTree(line).get("doc").asString());
            }
        }
        return documents;
    }

    @Test
    void aNumberThatWasASecretComesBackAsTextAndThatIsSaid() {
        RoundTrip proof = proof("""
                # the pin pad
                password: 48210077
                """);
        assertThat(proof.exact()).isFalse();
        assertThat(proof.residuals()).singleElement().satisfies(residual -> {
            assertThat(residual.kind()).isEqualTo(Residual.Kind.TYPE);
            assertThat(residual.location().describe()).isEqualTo("manifest/m, /password, line 2");
        });
        assertThat(proof.toString()).doesNotContain("48210077");
    }

    @Test
    void whatIsSaidDoesNotRepeatASecretThatIsAlsoAKey() {
        String secret = "Quarry!Lantern*88213";
        RoundTrip proof = proof("""
                password: %1$s
                sessions: {"for %1$s": {password: 48210077}}
                """.formatted(secret));
        assertThat(proof.residuals()).isNotEmpty();
        assertThat(proof.toString()).doesNotContain(secret);
    }

    @Test
    void aSecretMaskedInAFieldOfAnAddonIsAResidual() {
        String planted = "Marble-Otter_40771x";
        Manifest manifest = Manifest.builder()
                .name("m")
                .content("kind: ConfigMap\ndata:\n  password: " + planted + "\n")
                .build();
        Addon addon = Addon.builder()
                .name("chart")
                .chartName("chart")
                .chartVersion("1.0.0")
                .repositoryUrl("https://charts.acme.dev/" + planted)
                .values("a: 1\n")
                .build();
        RoundTrip proof = new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(
                        StackSpec.of(Optional.empty(), List.of(manifest, addon)),
                        List.of(),
                        RedactionContext.builder().build())
                .roundTrip();
        assertThat(proof.exact()).isFalse();
        assertThat(proof.residuals()).containsExactly(new Residual(Residual.Kind.VALUE, Location.member(addon.ref())));
        assertThat(proof.toString()).doesNotContain(planted);
    }

    @Test
    void aSecretOfSeveralCommentedLinesLeavesOneComment() {
        RoundTrip proof = proof("""
                a: 1
                # tls.key: |
                #   -----BEGIN RSA PRIVATE KEY-----
                #   MIIEowIBAAKCAQEAx4UbaDzY5xjW6hc9jwN0mX33XpTDVW0qSxF0RbQyTq3sB2sZ
                #   -----END RSA PRIVATE KEY-----
                b: 2  # the end
                """);
        assertThat(proof.exact()).isTrue();
        assertThat(proof.commentsBefore()).isEqualTo(5);
        assertThat(proof.commentsAfter()).isLessThanOrEqualTo(5);
    }
}
