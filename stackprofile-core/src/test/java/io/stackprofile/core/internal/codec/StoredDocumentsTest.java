package io.stackprofile.core.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.digest.ContentDigest;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.tree.AnyRule;
import io.stackprofile.core.internal.tree.AnyVersion;
import io.stackprofile.core.internal.tree.PlatformStack;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.StoreException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredDocumentsTest {

    private static final String CANARY = "hunter2-canary";

    @Property(tries = 300)
    void aVersionReadsBackAsItWasWritten(
            @ForAll("specs") StackSpec spec,
            @ForAll("parameters") List<Parameter> parameters,
            @ForAll("rules") List<ParameterRule> rules) {
        EncodedDocument encoded = VersionDocument.encode(
                spec,
                parameters,
                rules,
                BindingMigration.none(),
                StoredExamples.provenance(),
                StoredExamples.report(),
                StoredExamples.policy(),
                StoredExamples.fingerprints());

        assertThat(VersionDocument.decode(encoded.document(), encoded.contents()))
                .isEqualTo(new VersionDocument.Decoded(
                        spec,
                        parameters,
                        rules,
                        BindingMigration.none(),
                        StoredExamples.provenance(),
                        StoredExamples.report(),
                        StoredExamples.policy(),
                        StoredExamples.fingerprints()));
    }

    @Property(tries = 300)
    void aDraftReadsBackAsItWasWritten(
            @ForAll("specs") StackSpec spec,
            @ForAll("parameters") List<Parameter> parameters,
            @ForAll("rules") List<ParameterRule> rules) {
        Optional<Integer> base = parameters.isEmpty() ? Optional.empty() : Optional.of(parameters.size());
        EncodedDocument encoded = ProfileDraftDocument.encode(
                spec,
                parameters,
                rules,
                StoredExamples.report(),
                base,
                StoredExamples.policy(),
                StoredExamples.fingerprints());

        assertThat(ProfileDraftDocument.decode(encoded.document(), encoded.contents()))
                .isEqualTo(new ProfileDraftDocument.Decoded(
                        spec,
                        parameters,
                        rules,
                        StoredExamples.report(),
                        base,
                        StoredExamples.policy(),
                        StoredExamples.fingerprints()));
    }

    @Property(tries = 300)
    void anInstanceReadsBackAsItWasWritten(
            @ForAll("specs") StackSpec spec, @ForAll("values") List<ParameterValue> values) {
        Stream<Binding> bound = values.stream()
                .map(value -> Binding.builder()
                        .parameter("replicas")
                        .source(BindingSource.DEFAULT)
                        .value(value)
                        .build());
        Stream<Binding> secret = Stream.of(Binding.of("password", SecretRef.kubernetes("edge", "grafana", "password")));
        InstantiationDocument.Content content = new InstantiationDocument.Content(
                "platform-baseline",
                "acme",
                Stream.concat(bound, secret).toList(),
                List.of(),
                "sha256:abc",
                spec,
                InstanceState.NONE);
        EncodedDocument encoded = InstantiationDocument.encode(content);
        InstantiationDocument.Content updated = content.with(new InstanceState(
                Optional.of(Digest.of("sha256:" + "a".repeat(64))),
                Optional.of(StackSpec.of(Optional.empty(), List.of(PlatformStack.grafana()))),
                StackSpec.of(Optional.empty(), List.of(PlatformStack.grafana())),
                Optional.of(InstantiationId.of("01890000-0000-7000-8000-000000000004")),
                Map.of("edge", "edge-two"),
                List.of(PlatformStack.grafana().ref()),
                true));
        EncodedDocument other = InstantiationDocument.encode(updated);

        assertThat(InstantiationDocument.decode(encoded.document(), encoded.contents()))
                .isEqualTo(content);
        assertThat(encoded.document()).doesNotContain("removals", "namespaces", "uninstalling");
        assertThat(InstantiationDocument.decode(other.document(), other.contents()))
                .isEqualTo(updated);
    }

    @Test
    void theStoredFormStaysReadable() {
        String stored = """
                {"format":1,"kind":"draft","spec":{"members":[{"kind":"addon","name":"grafana",\
                "namespace":"observability","chartName":"grafana","chartVersion":"8.5","registryName":"platform-charts",\
                "parents":["manifest/namespaces","addon/ingress-nginx"],\
                "values":"%s"}]},"parameters":[{"name":"file_mode","type":"number",\
                "default":{"kind":"number","text":"420","spelling":"0644"}}],"report":{},"baseVersion":4}""".formatted(digest(PlatformStack.grafana()));
        StackSpec spec = StackSpec.of(Optional.empty(), List.of(PlatformStack.grafana()));
        List<Parameter> parameters = List.of(PlatformStack.parameters().get(3));

        EncodedDocument encoded = ProfileDraftDocument.encode(
                spec,
                parameters,
                List.of(),
                CaptureReport.empty(),
                Optional.of(4),
                RedactionPolicy.balanced(),
                Fingerprints.none());

        assertThat(encoded.document()).isEqualTo(stored);
        assertThat(ProfileDraftDocument.decode(stored, encoded.contents()))
                .isEqualTo(new ProfileDraftDocument.Decoded(
                        spec,
                        parameters,
                        List.of(),
                        CaptureReport.empty(),
                        Optional.of(4),
                        RedactionPolicy.balanced(),
                        Fingerprints.none()));
    }

    @Test
    void textsStandBesideTheDocumentAndOnce() {
        Member twin = PlatformStack.namespaces();
        StackSpec spec = PlatformStack.spec()
                .with(io.stackprofile.stack.Manifest.builder()
                        .name("namespaces-again")
                        .content(twin.text().orElseThrow())
                        .build());

        EncodedDocument encoded = VersionDocument.encode(
                spec,
                PlatformStack.parameters(),
                List.of(),
                BindingMigration.none(),
                StoredExamples.provenance(),
                CaptureReport.empty(),
                RedactionPolicy.balanced(),
                Fingerprints.none());

        Map<Digest, String> expected = new LinkedHashMap<>();
        PlatformStack.spec()
                .members()
                .forEach(member ->
                        expected.put(Digest.of(digest(member)), member.text().orElseThrow()));
        assertThat(encoded.contents()).containsExactlyEntriesOf(expected);
        assertThat(encoded.document()).doesNotContain("apiVersion", "replicaCount");
        assertThat(encoded).hasToString("EncodedDocument[3 contents]");
    }

    @Test
    void aTextThatTheStoreDoesNotHoldIsAnErrorThatNamesItsDigest() {
        EncodedDocument encoded = StoredExamples.version();

        assertThatThrownBy(() -> VersionDocument.decode(encoded.document(), Map.of()))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "the stored document of this version cannot be read: at /spec/members/0/content the content "
                                + digest(PlatformStack.namespaces()) + " is not in the store."
                                + " Restore the record from a backup; it was changed or damaged outside this library.");
    }

    @Test
    void aLaterFormatIsRefusedWithoutLookingFurther() {
        assertThatThrownBy(() -> VersionDocument.decode("{\"format\":2,\"kind\":\"version\",\"shiny\":null}", Map.of()))
                .isInstanceOfSatisfying(InvalidContentException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
                    assertThat(refused.problem())
                            .isEqualTo("the stored document of this version has a later format than 1,"
                                    + " the last that this library reads");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\":1             | \"formt\":1                 | no format is given",
                "\"kind\":\"version\"     | \"kind\":\"hunter2-canary\" | another kind of document is given",
                "\"spec\":                | \"hunter2-canary\":         | a field stands here that is not known",
                "\"chartVersion\":\"8.5\", | ``                          | the field 'chartVersion' is missing",
                "\"chartVersion\":\"8.5\" | \"chartVersion\":[\"hunter2-canary\"] | 'chartVersion' must be a text",
                "\"required\":true        | \"required\":\"hunter2-canary\" | 'required' must be true or false",
                "\"type\":\"secret\"      | \"type\":\"hunter2-canary\" | 'type' has a value that is not known",
                "\"text\":\"3\"           | \"text\":\"hunter2-canary\" | a number's text is a decimal number of at most 1000 characters",
                "\"manifest/namespaces\"  | \"hunter2-canary\"          | a member is written manifest/NAME or addon/NAME",
                "2026-03-01T10:15:30Z     | hunter2-canary              | an instant is expected here",
                "\"content\":\"sha256:    | \"content\":\"hunter2-canary | a digest is expected here",
                "\"origin\":              | \"origin\":\"capture\",\"origin\": | it is not JSON",
                "{\"format\"              | hunter2-canary{\"format\"   | it is not JSON",
                "\"required\":true        | \"required\":null           | it holds a null or a number that no field takes"
            })
    void aDamagedDocumentIsRefusedByPlaceAndNeverQuoted(String from, String to, String problem) {
        String damaged = StoredExamples.version()
                .document()
                .replaceFirst(java.util.regex.Pattern.quote(from), to == null ? "" : to);
        assertThat(damaged).isNotEqualTo(StoredExamples.version().document());

        StoreException refused = catchThrowableOfType(
                StoreException.class,
                () -> VersionDocument.decode(damaged, StoredExamples.version().contents()));

        assertThat(refused.problem())
                .startsWith("the stored document of this version cannot be read: ")
                .endsWith(problem);
        assertThat(refused.getMessage()).doesNotContain(CANARY);
        assertThat(refused.getCause()).isNull();
        assertThat(refused.getSuppressed()).isEmpty();
    }

    @Test
    void aTruncatedDocumentIsRefusedAtEveryLength() {
        String document = StoredExamples.version().document();
        Map<Digest, String> contents = StoredExamples.version().contents();

        for (int length = 0; length < document.length(); length += 7) {
            String cut = document.substring(0, length);
            assertThatThrownBy(() -> VersionDocument.decode(cut, contents))
                    .isInstanceOf(StoreException.class)
                    .hasNoCause();
        }
    }

    private static String digest(Member member) {
        return ContentDigest.of(member.text().orElseThrow()).text();
    }

    @Provide
    Arbitrary<StackSpec> specs() {
        return AnyVersion.spec();
    }

    @Provide
    Arbitrary<List<Parameter>> parameters() {
        return AnyVersion.parameters();
    }

    @Provide
    Arbitrary<List<ParameterRule>> rules() {
        return AnyRule.rules();
    }

    @Provide
    Arbitrary<List<ParameterValue>> values() {
        return AnyVersion.value().list().ofMaxSize(4);
    }
}
