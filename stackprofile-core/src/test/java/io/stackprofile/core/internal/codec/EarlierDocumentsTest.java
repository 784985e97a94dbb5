package io.stackprofile.core.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.tree.PlatformStack;
import io.stackprofile.parameter.BindingMigration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What this library stored before policies, spans and fingerprints were reads as it was. */
class EarlierDocumentsTest {

    @Test
    void whatWasStoredBeforePoliciesReadsAsItWas() throws IOException {
        CaptureReport before = CaptureReport.builder()
                .addRedaction(Redaction.builder()
                        .rule("sensitive-name")
                        .location(StoredExamples.report().redactions().get(0).location())
                        .reason("The key's head noun is a password.")
                        .confidence(Redaction.Confidence.MEDIUM)
                        .action(Redaction.Action.PARAMETERISED)
                        .parameter("grafana_admin_password")
                        .sweepExempt(true)
                        .build())
                .addAllCleanings(StoredExamples.report().cleanings())
                .addAllWarnings(StoredExamples.report().warnings())
                .roundTrip(StoredExamples.report().roundTrip())
                .build();
        Map<Digest, String> contents = StoredExamples.version().contents();

        assertThat(VersionDocument.decode(golden("version-1.json"), contents))
                .isEqualTo(new VersionDocument.Decoded(
                        PlatformStack.spec(),
                        PlatformStack.parameters(),
                        List.of(),
                        BindingMigration.none(),
                        StoredExamples.provenance(),
                        before,
                        RedactionPolicy.balanced(),
                        Fingerprints.none()));
        assertThat(ProfileDraftDocument.decode(golden("draft-1.json"), contents))
                .isEqualTo(new ProfileDraftDocument.Decoded(
                        PlatformStack.spec(),
                        PlatformStack.parameters(),
                        List.of(),
                        before,
                        Optional.of(4),
                        RedactionPolicy.balanced(),
                        Fingerprints.none()));
        assertThat(VersionDocument.encode(
                                PlatformStack.spec(),
                                PlatformStack.parameters(),
                                List.of(),
                                BindingMigration.none(),
                                StoredExamples.provenance(),
                                before,
                                RedactionPolicy.balanced(),
                                Fingerprints.none())
                        .document())
                .isEqualTo(golden("version-1.json"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream stored = EarlierDocumentsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stored).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
