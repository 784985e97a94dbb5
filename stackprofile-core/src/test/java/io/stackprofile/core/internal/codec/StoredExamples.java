package io.stackprofile.core.internal.codec;

import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.Cleaning;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.RedactionMode;
import io.stackprofile.capture.RedactionOverride;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.capture.Residual;
import io.stackprofile.capture.RoundTrip;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.tree.PlatformStack;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.profile.Provenance;
import io.stackprofile.stack.MemberRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the documents of these tests hold. */
final class StoredExamples {

    private StoredExamples() {}

    static Provenance provenance() {
        return Provenance.builder()
                .origin(Provenance.Origin.CAPTURE)
                .cluster("prod-eu")
                .stack("platform")
                .includeAddonConfigurations(false)
                .createdAt(Instant.parse("2026-03-01T10:15:30Z"))
                .createdBy("alice")
                .libraryVersion("0.1.0")
                .build();
    }

    static RedactionPolicy policy() {
        return RedactionPolicy.builder()
                .mode(RedactionMode.STRICT)
                .addOverride(RedactionOverride.allow("It is public.")
                        .member("addon/grafana")
                        .path("**.adminPassword")
                        .rule("credential-name")
                        .build())
                .addOverride(RedactionOverride.deny("Licences are confidential.")
                        .kind("ConfigMap")
                        .path("/data/licence")
                        .build())
                .addSecretName("licenceKey")
                .addHarmlessName("sessionToken")
                .build();
    }

    static Fingerprints fingerprints() {
        return new Fingerprints(
                Optional.of("0190b8f0-0000-7000-8000-000000000001"), Map.of("grafana_admin_password", "0f".repeat(32)));
    }

    static CaptureReport report() {
        Location place = Location.builder()
                .file("manifests/grafana.yaml")
                .member(MemberRef.addon("grafana"))
                .document(1)
                .path("/adminPassword")
                .line(3)
                .column(16)
                .build();
        return CaptureReport.builder()
                .addRedaction(Redaction.builder()
                        .rule("sensitive-name")
                        .location(place)
                        .reason("The key's head noun is a password.")
                        .addDecoded("yaml", "base64")
                        .span(new Redaction.Span(0, 41))
                        .confidence(Redaction.Confidence.MEDIUM)
                        .action(Redaction.Action.PARAMETERISED)
                        .parameter("grafana_admin_password")
                        .sweepExempt(true)
                        .build())
                .addCleaning(Cleaning.builder()
                        .rule("managed-fields")
                        .location(place)
                        .reason("The API server owns it.")
                        .build())
                .addLeftOut(
                        new LeftOut(
                                "owned-by-controller",
                                "apps/v1",
                                "ReplicaSet",
                                Optional.of("shop"),
                                "web-7d9f",
                                "Its Deployment makes it."),
                        new LeftOut(
                                "cluster-object",
                                "v1",
                                "Node",
                                Optional.empty(),
                                "node-1",
                                "It is the cluster itself."))
                .addWarning(Finding.builder()
                        .severity(Severity.WARNING)
                        .code("same-object-twice")
                        .message("Two members hold the same object.")
                        .hint("Remove one.")
                        .build())
                .roundTrip(RoundTrip.builder()
                        .members(22)
                        .commentsBefore(77)
                        .commentsAfter(75)
                        .addResidual(
                                new Residual(Residual.Kind.TYPE, Location.member(MemberRef.manifest("db/statefulset"))))
                        .build())
                .build();
    }

    static EncodedDocument version() {
        return VersionDocument.encode(
                PlatformStack.spec(),
                PlatformStack.parameters(),
                List.of(),
                BindingMigration.none(),
                provenance(),
                report(),
                policy(),
                fingerprints());
    }
}
