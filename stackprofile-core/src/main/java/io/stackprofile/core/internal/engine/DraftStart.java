package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.DraftId;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.core.internal.capture.CapturedStack;
import io.stackprofile.core.internal.capture.StackCapture;
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
        if (profile.isPresent()) {
            ProfileVersion start = reader.version(
                    profile.get(), request.version().orElse(profile.get().currentVersion()));
            return save(
                    request, profile, start.spec(), start.parameters(), start.rules(), start.report(), NoSecrets.SWEEP);
        }
        StackSpec empty = StackSpec.builder().build();
        return save(request, profile, empty, List.of(), List.of(), CaptureReport.empty(), NoSecrets.SWEEP);
    }

    private ProfileDraft fromStack(CreateDraftRequest request, Optional<ProfileRecord> profile) {
        call.step("read", 0, 1);
        StackSnapshot snapshot = new ClusterFinder(parts.clusters(), caller)
                .stack(request.cluster().orElseThrow(), request.stack().orElseThrow());
        Optional<ProfileVersion> before = profile.map(owned -> reader.version(owned, owned.latestVersion()));
        try (CapturedStack captured = StackCapture.capture(
                snapshot, request.includeAddonConfigurations(), before, parts.redactor(), parts.limits(), call::step)) {
            call.step("store", 0, 1);
            return save(
                    request,
                    profile,
                    captured.spec(),
                    captured.parameters(),
                    captured.rules(),
                    captured.report(),
                    Sweep.of(captured.ledger()));
        }
    }

    private ProfileDraft save(
            CreateDraftRequest request,
            Optional<ProfileRecord> profile,
            StackSpec spec,
            List<Parameter> parameters,
            List<ParameterRule> rules,
            CaptureReport report,
            Sweep sweep) {
        Instant now = parts.now();
        ProfileDraft draft = ProfileDraft.builder()
                .id(new DraftId(parts.ids().next()))
                .revision(1)
                .name(request.name().orElseGet(() -> profile.orElseThrow().name()))
                .profile(profile.map(ProfileRecord::id))
                .baseVersion(profile.map(ProfileRecord::latestVersion))
                .spec(spec)
                .addAllParameters(parameters)
                .addAllRules(rules)
                .report(report)
                .createdAt(now)
                .createdBy(caller.subject())
                .updatedAt(now)
                .updatedBy(caller.subject())
                .build();
        DraftRecord record = drafts.first(draft, sweep);
        parts.store().drafts().create(record);
        return draft;
    }
}
