package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.core.internal.capture.CapturedStack;
import io.stackprofile.core.internal.capture.StackCapture;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Captures stacks as profiles and versions: cluster, snapshot, template, sweep, store. */
final class CaptureCalls {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureCalls.class);

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;
    private final ProfileReader reader;
    private final VersionWriter writer;

    CaptureCalls(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
        this.reader = new ProfileReader(parts.store(), caller);
        this.writer = new VersionWriter(parts, caller);
    }

    ProfileVersion capture(CaptureRequest request) {
        if (request.requestKey().isEmpty()) {
            reader.requireFree(request.name());
        }
        Redactor redactor = parts.redactor(Policies.storing(parts, request.redaction()));
        StackSnapshot snapshot = read(request.cluster(), request.stack());
        boolean include = request.includeAddonConfigurations();
        try (CapturedStack captured = captured(
                snapshot,
                include,
                Optional.empty(),
                knowing(redactor, request.name(), request.cluster(), request.stack()))) {
            Sweep sweep = Sweep.of(captured.ledger());
            ProfileMetadata metadata = new ProfileMetadata(
                    request.name(),
                    request.description().or(() -> captured.spec().description()),
                    request.category(),
                    request.tags(),
                    request.visibility());
            VersionContent content = new VersionContent(
                    request.channel(),
                    request.changelog(),
                    captured.spec(),
                    captured.parameters(),
                    captured.rules(),
                    provenance(request.cluster(), request.stack(), include),
                    captured.report(),
                    captured.redaction(),
                    fingerprints(captured, Fingerprints.none()));
            call.step("store", 0, 1);
            ProfileVersion version = writer.create(
                    RequestKey.of("capture", request.name(), request.requestKey(), parts.ids()),
                    metadata.masked(sweep),
                    content,
                    sweep);
            return told(version);
        }
    }

    ProfileVersion captureVersion(ProfileRecord profile, CaptureVersionRequest request) {
        Redactor redactor = parts.redactor(Policies.storing(parts, request.redaction()));
        ProfileReader.Marked marked = reader.marked(profile, profile.latestVersion());
        ProfileVersion latest = marked.version();
        Provenance before = latest.provenance();
        String cluster = source("cluster", request.cluster().or(before::cluster));
        String stack = source("stack", request.stack().or(before::stack));
        boolean include = request.includeAddonConfigurations()
                .or(before::includeAddonConfigurations)
                .orElse(false);
        StackSnapshot snapshot = read(cluster, stack);
        try (CapturedStack captured =
                captured(snapshot, include, Optional.of(latest), knowing(redactor, profile.name(), cluster, stack))) {
            VersionContent content = new VersionContent(
                    request.channel(),
                    request.changelog(),
                    captured.spec(),
                    captured.parameters(),
                    captured.rules(),
                    provenance(cluster, stack, include),
                    captured.report(),
                    captured.redaction(),
                    fingerprints(captured, marked.fingerprints()));
            call.step("store", 0, 1);
            return told(writer.append(
                    RequestKey.of("capture-version", profile.id().toString(), request.requestKey(), parts.ids()),
                    profile.id(),
                    content,
                    Optional.empty(),
                    Sweep.of(captured.ledger())));
        }
    }

    private StackSnapshot read(String cluster, String stack) {
        call.step("read", 0, 1);
        return new ClusterFinder(parts.clusters(), caller).stack(cluster, stack);
    }

    CaptureReport inspect(CaptureRequest request) {
        Redactor redactor = parts.redactor(request.redaction().orElse(parts.redaction()));
        StackSnapshot snapshot = read(request.cluster(), request.stack());
        CaptureReport report = StackCapture.inspect(
                snapshot, request.includeAddonConfigurations(), redactor, parts.limits(), call::step);
        LOG.info(
                "inspected: members={} findings={}",
                snapshot.spec().members().size(),
                report.redactions().size());
        return report;
    }

    private Redactor knowing(Redactor redactor, String profile, String cluster, String stack) {
        return redactor.knowing(caller.subject(), caller.organisation(), profile, cluster, stack);
    }

    private CapturedStack captured(
            StackSnapshot snapshot, boolean include, Optional<ProfileVersion> before, Redactor redactor) {
        return StackCapture.capture(snapshot, include, before, redactor, parts.limits(), call::step);
    }

    /** A place that kept its parameter's name has its new secret's code; what is not captured any more has none. */
    private Fingerprints fingerprints(CapturedStack captured, Fingerprints before) {
        Fingerprints scope = new Fingerprints(before.scope(), Map.of());
        return parts.fingerprinting(caller.organisation()).of(captured.secrets(), scope);
    }

    private ProfileVersion told(ProfileVersion version) {
        LOG.info(
                "captured: profile={} version={} members={} parameters={} redactions={} digest={}",
                version.profileId(),
                version.version(),
                version.spec().members().size(),
                version.parameters().size(),
                version.report().redactions().size(),
                version.digest());
        return version;
    }

    private Provenance provenance(String cluster, String stack, boolean include) {
        return Provenance.builder()
                .origin(Provenance.Origin.CAPTURE)
                .cluster(cluster)
                .stack(stack)
                .includeAddonConfigurations(include)
                .createdAt(parts.now())
                .createdBy(caller.subject())
                .libraryVersion(LibraryVersion.text())
                .build();
    }

    private static String source(String field, Optional<String> value) {
        return value.orElseThrow(() -> new InvalidContentException(
                ErrorCode.INVALID_REQUEST,
                "the latest version was not captured, so the " + field + " to capture from is not known",
                "Name the cluster and the stack.",
                Location.unknown()));
    }
}
