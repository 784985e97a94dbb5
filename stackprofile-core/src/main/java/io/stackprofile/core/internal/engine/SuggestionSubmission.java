package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.codec.ProfileDraftDocument;
import io.stackprofile.core.internal.codec.SuggestionDocument;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.SuggestionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Copies a draft to the owner of its profile: its texts first, then the record that refers to them. */
final class SuggestionSubmission {

    private final EngineParts parts;
    private final Caller caller;
    private final DraftRecords drafts;
    private final ProfileReader reader;

    SuggestionSubmission(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
        this.drafts = new DraftRecords(parts, caller);
        this.reader = new ProfileReader(parts.store(), caller);
    }

    Suggestion submit(SuggestRequest request) {
        DraftRecord record = drafts.find(request.draft());
        drafts.requireRevision(record, request.revision());
        ProfileDraft draft = drafts.view(record);
        ProfileRecord profile = target(draft);
        int follows = draft.baseVersion().orElse(profile.latestVersion());
        ProfileVersion followed = reader.version(profile, follows);
        // What the owner's versions keep no secret in, a suggestion may not either, whatever its author lets stand.
        new DraftChecks(parts, followed.redaction()).requirePublishable(draft);
        new ProfileTexts(parts).require("the suggestion's note", request.note());
        Instant now = parts.now();
        parts.store()
                .contents()
                .putAll(
                        profile.organisation(),
                        ProfileReader.contents(parts.store(), caller.organisation(), record.contents()),
                        now);
        SuggestionRecord suggestion = SuggestionRecord.builder()
                .id(new SuggestionId(parts.ids().next()))
                .owner(profile.organisation())
                .profileId(profile.id())
                .organisation(caller.organisation())
                .revision(1)
                .status(SuggestionStatus.SUBMITTED)
                .createdAt(now)
                .createdBy(caller.subject())
                .updatedAt(now)
                .updatedBy(caller.subject())
                .document(SuggestionDocument.encode(new SuggestionDocument.Content(
                        profile.organisation() + "/" + profile.name(),
                        follows,
                        request.note(),
                        Optional.empty(),
                        Optional.empty())))
                .proposal(proposal(draft, followed))
                .addAllContents(record.contents())
                .build();
        // Read before it is stored: a failure to read is then a failure of the call.
        Suggestion view = new SuggestionRecords(parts, caller).view(suggestion);
        parts.writes().create(suggestion);
        return view;
    }

    /**
     * The codes of the caller's secrets stay with the caller, and so does the caller's word on what is none.
     * Warnings are about that word.
     */
    private static String proposal(ProfileDraft draft, ProfileVersion followed) {
        List<Redaction> owners = followed.report().redactions();
        CaptureReport report = CaptureReport.builder()
                .addAllRedactions(draft.report().redactions().stream()
                        .filter(entry -> entry.action() != Redaction.Action.ALLOWED || owners.contains(entry))
                        .toList())
                .addAllCleanings(draft.report().cleanings())
                .addAllLeftOut(draft.report().leftOut())
                .addAllWarnings(draft.report().warnings().stream()
                        .filter(followed.report().warnings()::contains)
                        .toList())
                .roundTrip(draft.report().roundTrip())
                .build();
        return ProfileDraftDocument.encode(
                        draft.spec(),
                        draft.parameters(),
                        draft.rules(),
                        report,
                        draft.baseVersion(),
                        followed.redaction(),
                        Fingerprints.none())
                .document();
    }

    private ProfileRecord target(ProfileDraft draft) {
        ProfileId id = draft.profile().orElseThrow(() -> ownDraft(draft));
        ProfileRecord profile = reader.readable(id);
        if (reader.isOwn(profile)) {
            throw ownDraft(draft);
        }
        return profile;
    }

    private static ConflictException ownDraft(ProfileDraft draft) {
        return new ConflictException(
                ErrorCode.WRONG_STATE,
                "draft '" + draft.id() + "' is not of another organisation's profile",
                "Publish it.");
    }
}
