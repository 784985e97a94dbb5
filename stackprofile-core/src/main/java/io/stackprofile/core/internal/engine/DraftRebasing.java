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
    private final Caller caller;
    private final DraftRecords drafts;
    private final ProfileReader reader;

    DraftRebasing(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
        this.drafts = new DraftRecords(parts, caller);
        this.reader = new ProfileReader(parts.store(), caller);
    }

    DraftRebase rebase(DraftRecord record, long revision, Map<String, MergeResolution> resolutions) {
        drafts.requireRevision(record, revision);
        DraftRecords.Marked ours = drafts.marked(record);
        ProfileDraft draft = ours.draft();
        ProfileRecord profile = reader.readable(draft.profile().orElseThrow(DraftRebasing::ofNewProfile));
        int base = draft.baseVersion().orElseThrow(DraftRebasing::ofNewProfile);
        if (base == profile.latestVersion()) {
            return new DraftRebase(draft, List.of());
        }
        ProfileReader.Marked before = reader.marked(profile, base);
        ProfileReader.Marked latest = reader.marked(profile, profile.latestVersion());
        requireClean(draft, before.version(), latest.version());
        StackMerge.Result result = StackMerge.merge(
                side(before.version()),
                side(latest.version()),
                new Side(draft.spec(), draft.parameters(), draft.rules()),
                resolutions,
                parts.limits());
        return result.conflicts().isEmpty()
                ? new DraftRebase(stored(record, onto(ours, before, latest), result.merged()), List.of())
                : new DraftRebase(draft, result.conflicts());
    }

    /** A resolution may bring in a secret, so what is joined is redacted as what is edited is. */
    private ProfileDraft stored(DraftRecord record, DraftRecords.Marked draft, Side merged) {
        DraftEdit all = new DraftEdit.ReplaceAll(merged.spec(), merged.parameters(), merged.rules());
        return new DraftEditing(parts, caller).apply(draft, List.of(all), (rebased, sweep) -> {
            DraftRecord next = drafts.next(record, rebased, sweep);
            // Read before it is stored: a failure to read is then a failure of the call.
            ProfileDraft view = drafts.view(next);
            drafts.update(record.revision(), next);
            return view;
        });
    }

    private void requireClean(ProfileDraft draft, ProfileVersion... versions) {
        new OutputGuard(parts.redactor(draft.redaction()))
                .requireClean(draft.spec(), draft.parameters(), draft.rules());
        for (ProfileVersion version : versions) {
            new OutputGuard(parts.redactor(version.redaction())).requireClean(version);
        }
    }

    /** The draft as one that follows {@code latest}: what says how secrets are told and which they are is joined too. */
    private static DraftRecords.Marked onto(
            DraftRecords.Marked ours, ProfileReader.Marked before, ProfileReader.Marked latest) {
        ProfileDraft draft = ours.draft();
        boolean ownPolicy = !draft.redaction().equals(before.version().redaction());
        ProfileDraft onto = ProfileDraft.builder()
                .id(draft.id())
                .revision(draft.revision())
                .name(draft.name())
                .profile(draft.profile())
                .baseVersion(latest.version().version())
                .spec(draft.spec())
                .addAllParameters(draft.parameters())
                .addAllRules(draft.rules())
                .report(joined(draft.report(), latest.version().report()))
                .redaction(ownPolicy ? draft.redaction() : latest.version().redaction())
                .createdAt(draft.createdAt())
                .createdBy(draft.createdBy())
                .updatedAt(draft.updatedAt())
                .updatedBy(draft.updatedBy())
                .build();
        return new DraftRecords.Marked(onto, ours.fingerprints().rebased(before.fingerprints(), latest.fingerprints()));
    }

    /** What was redacted on either side. */
    private static CaptureReport joined(CaptureReport ours, CaptureReport theirs) {
        return CaptureReport.builder()
                .addAllRedactions(ours.redactions())
                .addAllRedactions(theirs.redactions().stream()
                        .filter(entry -> !ours.redactions().contains(entry))
                        .toList())
                .addAllCleanings(ours.cleanings())
                .addAllCleanings(theirs.cleanings().stream()
                        .filter(entry -> !ours.cleanings().contains(entry))
                        .toList())
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
