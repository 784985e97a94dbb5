package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.CaptureSource;
import io.stackprofile.capture.MultiCaptureReport;
import io.stackprofile.capture.MultiCaptureRequest;
import io.stackprofile.core.internal.capture.CapturedStack;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.many.CommonReport;
import io.stackprofile.core.internal.many.CommonStack;
import io.stackprofile.profile.MultiCapture;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Captures a stack from several clusters: each is redacted, then all are compared, then one version is stored. */
final class CommonCaptureCalls {

    private static final Logger LOG = LoggerFactory.getLogger(CommonCaptureCalls.class);

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;

    CommonCaptureCalls(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
    }

    MultiCapture capture(MultiCaptureRequest request) {
        if (request.requestKey().isEmpty()) {
            new ProfileReader(parts.store(), caller).requireFree(request.name());
        }
        try (CommonSources sources = CommonSources.read(parts, caller, call, request)) {
            CommonStack common = sources.common();
            MultiCaptureReport report = sources.report(common);
            call.step("store", 0, 1);
            ProfileVersion version = new VersionWriter(parts, caller)
                    .create(
                            RequestKey.of("capture-common", request.name(), request.requestKey(), parts.ids()),
                            metadata(request, common).masked(sources.sweep()),
                            content(request, sources, common, report),
                            sources.sweep());
            LOG.info(
                    "captured: profile={} version={} sources={} members={} parameters={} digest={}",
                    version.profileId(),
                    version.version(),
                    request.sources().size(),
                    version.spec().members().size(),
                    version.parameters().size(),
                    version.digest());
            return new MultiCapture(version, report);
        }
    }

    MultiCaptureReport inspect(MultiCaptureRequest request) {
        try (CommonSources sources = CommonSources.read(parts, caller, call, request)) {
            CommonStack common = sources.common();
            LOG.info(
                    "inspected: sources={} members={} common={}",
                    request.sources().size(),
                    common.spec().members().size(),
                    common.common().size());
            return sources.report(common);
        }
    }

    private static ProfileMetadata metadata(MultiCaptureRequest request, CommonStack common) {
        return new ProfileMetadata(
                request.name(),
                request.description().or(() -> common.spec().description()),
                request.category(),
                request.tags(),
                request.visibility());
    }

    private VersionContent content(
            MultiCaptureRequest request, CommonSources sources, CommonStack common, MultiCaptureReport report) {
        CapturedStack lead = sources.lead();
        CaptureReport told = CommonReport.ofVersion(lead.report(), report);
        return new VersionContent(
                request.channel(),
                request.changelog(),
                common.spec(),
                common.parameters(),
                lead.rules(),
                provenance(request),
                told,
                lead.redaction(),
                parts.fingerprinting(caller.organisation())
                        .of(lead.secrets(), new Fingerprints(Fingerprints.none().scope(), Map.of())));
    }

    private Provenance provenance(MultiCaptureRequest request) {
        CaptureSource lead = request.sources().get(0);
        return Provenance.builder()
                .origin(Provenance.Origin.CAPTURE)
                .cluster(lead.cluster())
                .stack(lead.stack())
                .includeAddonConfigurations(request.includeAddonConfigurations())
                .createdAt(parts.now())
                .createdBy(caller.subject())
                .libraryVersion(LibraryVersion.text())
                .build();
    }
}
