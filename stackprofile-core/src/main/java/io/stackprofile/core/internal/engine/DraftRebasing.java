package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.core.internal.merge.Side;
import io.stackprofile.core.internal.merge.StackMerge;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import java.util.Map;

/** Joins what a draft changed with what its profile's newer versions changed. */
final class DraftRebasing {

    private final EngineParts parts;
    private final DraftRecords drafts;
    private final ProfileReader reader;

    DraftRebasing(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.drafts = new DraftRecords(parts, caller);
        this.reader = new ProfileReader(parts.store(), caller);
    }

    DraftRebase rebase(DraftRecord record, long revision, Map<String, MergeResolution> resolutions) {
        drafts.requireRevision(record, revision);
        ProfileDraft draft = drafts.view(record);
        ProfileRecord profile = reader.owned(draft.profile().orElseThrow(DraftRebasing::ofNewProfile));
        int base = draft.baseVersion().orElseThrow(DraftRebasing::ofNewProfile);
        if (base == profile.latestVersion()) {
            return new DraftRebase(draft, List.of());
        }
        ProfileVersion before = reader.version(profile, base);
        ProfileVersion latest = reader.version(profile, profile.latestVersion());
        requireClean(draft, before, latest);
        StackMerge.Result result = StackMerge.merge(
                side(before),
                side(latest),
                new Side(draft.spec(), draft.parameters(), draft.rules()),
                resolutions,
                parts.limits());
        return result.conflicts().isEmpty()
                ? new DraftRebase(stored(record, onto(draft, latest), result.merged()), List.of())
                : new DraftRebase(draft, result.conflicts());
    }

    /** A resolution may bring in a secret, so what is joined is redacted as what is edited is. */
    private ProfileDraft stored(DraftRecord record, ProfileDraft draft, Side merged) {
        DraftEdit all = new DraftEdit.ReplaceAll(merged.spec(), merged.parameters(), merged.rules());
        return new DraftEditing(parts).apply(draft, List.of(all), (rebased, sweep) -> {
            DraftRecord next = drafts.next(record, rebased, sweep);
            drafts.update(record.revision(), next);
            return drafts.view(next);
        });
    }

    private void requireClean(ProfileDraft draft, ProfileVersion... versions) {
        OutputGuard guard = new OutputGuard(parts.redactor());
        guard.requireClean(draft.spec(), draft.parameters(), draft.rules());
        for (ProfileVersion version : versions) {
            guard.requireClean(version);
        }
    }

    /** The draft as one that follows {@code version}, with what was redacted on either side. */
    private static ProfileDraft onto(ProfileDraft draft, ProfileVersion version) {
        CaptureReport report = CaptureReport.builder()
                .addAllRedactions(draft.report().redactions())
                .addAllRedactions(version.report().redactions().stream()
                        .filter(entry -> !draft.report().redactions().contains(entry))
                        .toList())
                .addAllCleanings(draft.report().cleanings())
                .addAllCleanings(version.report().cleanings().stream()
                        .filter(entry -> !draft.report().cleanings().contains(entry))
                        .toList())
                .build();
        return ProfileDraft.builder()
                .id(draft.id())
                .revision(draft.revision())
                .name(draft.name())
                .profile(draft.profile())
                .baseVersion(version.version())
                .spec(draft.spec())
                .addAllParameters(draft.parameters())
                .addAllRules(draft.rules())
                .report(report)
                .createdAt(draft.createdAt())
                .createdBy(draft.createdBy())
                .updatedAt(draft.updatedAt())
                .updatedBy(draft.updatedBy())
                .build();
    }

    private static Side side(ProfileVersion version) {
        return new Side(version.spec(), version.parameters(), version.rules());
    }

    private static ConflictException ofNewProfile() {
        return new ConflictException(
                ErrorCode.WRONG_STATE,
                "the draft makes a new profile, so there is no version to rebase it onto",
                "Publish it, or start a draft of the profile.");
    }
}
