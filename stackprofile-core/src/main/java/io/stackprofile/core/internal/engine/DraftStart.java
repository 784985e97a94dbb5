package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.DraftId;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.capture.CapturedStack;
import io.stackprofile.core.internal.capture.StackCapture;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.redact.RedactedStack;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.stack.StackSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes drafts: blank, from a version, or from a running stack. */
final class DraftStart {

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;
    private final ProfileReader reader;
    private final DraftRecords drafts;

    DraftStart(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
        this.reader = new ProfileReader(parts.store(), caller);
        this.drafts = new DraftRecords(parts, caller);
    }

    ProfileDraft create(CreateDraftRequest request) {
        Optional<ProfileRecord> profile = request.profile().map(reader::readable);
        if (request.stack().isPresent()) {
            return fromStack(request, profile);
        }
        return profile.isPresent() ? fromVersion(request, profile.get()) : blank(request);
    }

    private ProfileDraft blank(CreateDraftRequest request) {
        // An empty stack has no secrets, but the policy's own texts may.
        RedactedStack redacted = parts.redactor(Policies.storing(parts, request.redaction()))
                .redact(StackSpec.builder().build(), List.of(), RedactionContext.none());
        Start empty = new Start(
                redacted.spec(), List.of(), List.of(), CaptureReport.empty(), redacted.policy(), Fingerprints.none());
        return save(request, Optional.empty(), empty, NoSecrets.SWEEP);
    }

    private ProfileDraft fromVersion(CreateDraftRequest request, ProfileRecord profile) {
        ProfileReader.Marked marked = reader.marked(profile, request.version().orElse(profile.currentVersion()));
        ProfileVersion version = marked.version();
        if (request.redaction().isPresent()) {
            return redactedAnew(request, profile, marked);
        }
        Start start = new Start(
                version.spec(),
                version.parameters(),
                version.rules(),
                version.report(),
                version.redaction(),
                marked.fingerprints());
        return save(request, Optional.of(profile), start, NoSecrets.SWEEP);
    }

    /** Under another policy than the version's, what that one let stand may be a secret. */
    private ProfileDraft redactedAnew(CreateDraftRequest request, ProfileRecord profile, ProfileReader.Marked marked) {
        ProfileVersion version = marked.version();
        Redactor redactor = parts.redactor(Policies.storing(parts, request.redaction()));
        RedactionContext context = RedactionContext.builder()
                .addAllEarlier(version.report().redactions())
                .previous(version.spec())
                .build();
        RedactedStack redacted = redactor.redact(version.spec(), version.parameters(), context);
        try (SecretLedger ledger = redacted.ledger()) {
            Start start = new Start(
                    redacted.spec(),
                    redacted.parameters(),
                    version.rules(),
                    DraftEditing.report(
                            version.report().cleanings(), version.report().redactions(), redacted),
                    redacted.policy(),
                    parts.fingerprinting(caller.organisation()).of(redacted.secrets(), marked.fingerprints()));
            return save(request, Optional.of(profile), start, Sweep.of(ledger));
        }
    }

    /** What a draft begins with. */
    private record Start(
            StackSpec spec,
            List<Parameter> parameters,
            List<ParameterRule> rules,
            CaptureReport report,
            RedactionPolicy redaction,
            Fingerprints fingerprints) {}

    private ProfileDraft fromStack(CreateDraftRequest request, Optional<ProfileRecord> profile) {
        call.step("read", 0, 1);
        StackSnapshot snapshot = new ClusterFinder(parts.clusters(), caller)
                .stack(request.cluster().orElseThrow(), request.stack().orElseThrow());
        Redactor redactor = parts.redactor(Policies.storing(parts, request.redaction()));
        String name = request.name().orElseGet(() -> profile.orElseThrow().name());
        Optional<ProfileReader.Marked> before = profile.map(owned -> reader.marked(owned, owned.latestVersion()));
        try (CapturedStack captured = StackCapture.capture(
                snapshot,
                request.includeAddonConfigurations(),
                before.map(ProfileReader.Marked::version),
                redactor.knowing(
                        caller.subject(),
                        caller.organisation(),
                        name,
                        request.cluster().orElseThrow(),
                        request.stack().orElseThrow()),
                parts.limits(),
                call::step)) {
            Fingerprints scope = new Fingerprints(
                    before.flatMap(marked -> marked.fingerprints().scope()), Map.of());
            Start start = new Start(
                    captured.spec(),
                    captured.parameters(),
                    captured.rules(),
                    captured.report(),
                    captured.redaction(),
                    parts.fingerprinting(caller.organisation()).of(captured.secrets(), scope));
            call.step("store", 0, 1);
            return save(request, profile, start, Sweep.of(captured.ledger()));
        }
    }

    private ProfileDraft save(CreateDraftRequest request, Optional<ProfileRecord> profile, Start start, Sweep sweep) {
        Instant now = parts.now();
        ProfileDraft draft = ProfileDraft.builder()
                .id(new DraftId(parts.ids().next()))
                .revision(1)
                .name(request.name().orElseGet(() -> profile.orElseThrow().name()))
                .profile(profile.map(ProfileRecord::id))
                .baseVersion(profile.map(ProfileRecord::latestVersion))
                .spec(start.spec())
                .addAllParameters(start.parameters())
                .addAllRules(start.rules())
                .report(start.report())
                .redaction(start.redaction())
                .createdAt(now)
                .createdBy(caller.subject())
                .updatedAt(now)
                .updatedBy(caller.subject())
                .build();
        DraftRecord record = drafts.first(new DraftRecords.Marked(draft, start.fingerprints()), sweep);
        parts.writes().create(record);
        return draft;
    }
}
