package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.core.internal.capture.VariableImport;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.iac.ProfileDocument;
import io.stackprofile.core.internal.parameter.ParameterContract;
import io.stackprofile.core.internal.redact.Inspection;
import io.stackprofile.core.internal.redact.RedactedStack;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.validate.SpecChecks;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import io.stackprofile.iac.IacExport;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes versions as documents and makes profiles from documents. */
final class ExchangeCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeCalls.class);

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;

    ExchangeCalls(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
    }

    IacExport exportIac(ProfileRecord profile, int number) {
        call.step("read", 0, 1);
        ProfileVersion version = new ProfileReader(parts.store(), caller).version(profile, number);
        new OutputGuard(parts.redactor(version.redaction())).requireClean(version);
        call.step("write", 0, 1);
        String document = ProfileDocument.write(new ProfileDocument.Content(
                profile.name(),
                profile.description(),
                profile.category(),
                profile.tags(),
                version.channel(),
                version.changelog(),
                version.spec(),
                version.parameters(),
                version.rules()));
        LOG.info("exported: profile={} version={} digest={}", profile.id(), number, version.digest());
        return IacExport.builder()
                .fileName(profile.name() + ".stackprofile.yaml")
                .content(document)
                .digest(version.digest())
                .build();
    }

    /** {@code gate} is asked with the profile's name, which the document may be the one to say. */
    ProfileVersion importIac(ImportRequest request, Consumer<String> gate) {
        Redactor redactor = parts.redactor(Policies.storing(parts, request.redaction()));
        call.step("read", 0, 1);
        ProfileDocument.Content read = ProfileDocument.read(request.content(), request.source(), parts.limits());
        String name = request.name().orElse(read.name());
        gate.accept(name);
        if (request.requestKey().isEmpty()) {
            new ProfileReader(parts.store(), caller).requireFree(name);
        }
        VariableImport template = VariableImport.of(read.spec(), read.parameters(), parts.limits());
        SpecChecks.require(template.spec(), template.parameters(), parts.limits());
        new OutputGuard(redactor).requireCleanTexts(template.parameters(), read.rules());
        call.step("redact", 0, 1);
        RedactedStack redacted = redactor.knowing(caller.subject(), caller.organisation(), name)
                .redact(template.spec(), template.parameters(), RedactionContext.none());
        requireSound(redacted.parameters(), read.rules());
        try (SecretLedger ledger = redacted.ledger()) {
            Sweep sweep = Sweep.of(ledger);
            ProfileMetadata metadata = new ProfileMetadata(
                            name, read.description(), read.category(), read.tags(), request.visibility())
                    .masked(sweep);
            call.step("store", 0, 1);
            RequestKey key = RequestKey.of("import", metadata.name(), request.requestKey(), parts.ids());
            ProfileVersion version =
                    new VersionWriter(parts, caller).create(key, metadata, content(read, redacted), sweep);
            LOG.info("imported: profile={} digest={}", version.profileId(), version.digest());
            return version;
        }
    }

    /** What an import would find; names and texts of the document play no part. */
    CaptureReport inspect(ImportRequest request) {
        call.step("read", 0, 1);
        ProfileDocument.Content read = ProfileDocument.read(request.content(), request.source(), parts.limits());
        VariableImport template = VariableImport.of(read.spec(), read.parameters(), parts.limits());
        SpecChecks.requireWithin(template.spec(), parts.limits());
        SpecChecks.requireWithin(template.parameters(), parts.limits());
        call.step("inspect", 0, 1);
        Inspection found = parts.redactor(request.redaction().orElse(parts.redaction()))
                .inspect(template.spec(), template.parameters(), RedactionContext.none());
        LOG.info("inspected: findings={}", found.redactions().size());
        return CaptureReport.builder()
                .addAllRedactions(found.redactions())
                .addAllWarnings(found.warnings())
                .build();
    }

    /** A version that nobody could instantiate is not made. */
    private static void requireSound(List<Parameter> parameters, List<ParameterRule> rules) {
        List<Finding> broken = ParameterContract.check(parameters, rules);
        if (!broken.isEmpty()) {
            throw new ValidationException(
                    ErrorCode.INVALID_DRAFT,
                    "the document's parameters contradict themselves",
                    "Mend every error in the document and import it again.",
                    broken);
        }
    }

    private VersionContent content(ProfileDocument.Content read, RedactedStack redacted) {
        return new VersionContent(
                read.channel(),
                read.changelog(),
                redacted.spec(),
                redacted.parameters(),
                read.rules(),
                Provenance.builder()
                        .origin(Provenance.Origin.IMPORT)
                        .createdAt(parts.now())
                        .createdBy(caller.subject())
                        .libraryVersion(LibraryVersion.text())
                        .build(),
                CaptureReport.builder()
                        .addAllRedactions(redacted.redactions())
                        .addAllWarnings(redacted.warnings())
                        .build(),
                redacted.policy(),
                parts.fingerprinting(caller.organisation()).of(redacted.secrets(), Fingerprints.none()));
    }
}
