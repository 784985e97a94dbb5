package io.stackprofile.core.internal.capture;

import io.stackprofile.Limits;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.Residual;
import io.stackprofile.capture.RoundTrip;
import io.stackprofile.core.internal.graph.DuplicateObjects;
import io.stackprofile.core.internal.graph.StackObjects;
import io.stackprofile.core.internal.redact.Inspection;
import io.stackprofile.core.internal.redact.RedactedStack;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.validate.SpecChecks;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;

/** A pure function from a snapshot to a template: values kept or dropped, cleaned, variables imported, redacted. */
public final class StackCapture {

    private StackCapture() {}

    /**
     * The template of {@code snapshot}.
     *
     * @param includeValues whether add-ons keep their Helm values
     * @param before the version before, whose parameter names are kept by place, and whose rules are kept
     * @param redactor takes the secrets out
     * @param progress hears of every step
     */
    public static CapturedStack capture(
            StackSnapshot snapshot,
            boolean includeValues,
            Optional<ProfileVersion> before,
            Redactor redactor,
            Limits limits,
            StepListener progress) {
        StackSpec chosen = includeValues ? snapshot.spec() : withoutValues(snapshot.spec());
        SpecChecks.requireWithin(chosen, limits);
        CleanStack clean = CleanStack.of(chosen, snapshot, limits, progress);
        StackSpec cleaned = clean.spec();
        progress.step("variables", 0, 1);
        VariableImport imported = VariableImport.of(cleaned, snapshot, limits);
        progress.step("redact", 0, 1);
        RedactedStack redacted = redactor.redact(imported.spec(), imported.parameters(), context(snapshot, before));
        progress.step("verify", 0, 1);
        SpecChecks.require(redacted.spec(), redacted.parameters(), limits);
        KeptRules rules = KeptRules.of(before.map(ProfileVersion::rules).orElse(List.of()), redacted.parameters());
        CaptureReport report = CaptureReport.builder()
                .addAllRedactions(redacted.redactions())
                .addAllCleanings(clean.cleanings())
                .addAllLeftOut(snapshot.leftOut())
                .addAllWarnings(snapshot.warnings())
                .addAllWarnings(clean.warnings())
                .addAllWarnings(redacted.warnings())
                .addAllWarnings(rules.warnings())
                .addAllWarnings(DuplicateObjects.findings(StackObjects.of(redacted.spec(), limits), Severity.WARNING))
                .roundTrip(proof(cleaned, imported, redacted))
                .build();
        return new CapturedStack(
                redacted.spec(),
                redacted.parameters(),
                rules.rules(),
                report,
                redacted.policy(),
                redacted.secrets(),
                redacted.ledger());
    }

    /** What a capture would find and leave out; nothing of the content. */
    public static CaptureReport inspect(
            StackSnapshot snapshot, boolean includeValues, Redactor redactor, Limits limits, StepListener progress) {
        StackSpec chosen = includeValues ? snapshot.spec() : withoutValues(snapshot.spec());
        SpecChecks.requireWithin(chosen, limits);
        CleanStack clean = CleanStack.of(chosen, snapshot, limits, progress);
        StackSpec cleaned = clean.spec();
        progress.step("variables", 0, 1);
        VariableImport imported = VariableImport.of(cleaned, snapshot, limits);
        progress.step("inspect", 0, 1);
        Inspection found =
                redactor.inspect(imported.spec(), imported.parameters(), context(snapshot, Optional.empty()));
        return CaptureReport.builder()
                .addAllRedactions(found.redactions())
                .addAllCleanings(clean.cleanings())
                .addAllLeftOut(snapshot.leftOut())
                .addAllWarnings(snapshot.warnings())
                .addAllWarnings(clean.warnings())
                .addAllWarnings(found.warnings())
                .build();
    }

    private static RoundTrip proof(StackSpec cleaned, VariableImport imported, RedactedStack redacted) {
        RoundTrip bound = redacted.roundTrip();
        RoundTrip.Builder proof = RoundTrip.builder()
                .members(bound.members())
                .commentsBefore(bound.commentsBefore())
                .commentsAfter(bound.commentsAfter())
                .addAllResiduals(bound.residuals());
        imported.changed(cleaned)
                .forEach(ref -> proof.addResidual(new Residual(Residual.Kind.STRUCTURE, Location.member(ref))));
        return proof.build();
    }

    private static RedactionContext context(StackSnapshot snapshot, Optional<ProfileVersion> before) {
        RedactionContext.Builder context = RedactionContext.builder()
                .putAllFiles(snapshot.files())
                .putAllEncryptedPaths(snapshot.encryptedPaths());
        before.ifPresent(
                version -> context.addAllEarlier(version.report().redactions()).previous(version.spec()));
        return context.build();
    }

    private static StackSpec withoutValues(StackSpec spec) {
        return spec.map(member -> member instanceof Addon addon ? addon.withoutValues() : member);
    }
}
