package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.codec.ProfileDraftDocument;
import io.stackprofile.core.internal.codec.SuggestionDocument;
import io.stackprofile.core.internal.diff.ComparedSide;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.diff.Impact;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.spi.store.SuggestionRecord;
import java.util.Optional;
import java.util.Set;

/**
 * Publishes a suggestion. The record says APPROVING before the version is stored and is settled after, so that it can be
 * neither withdrawn nor rejected in between, and an approval that was cut off is resumed.
 */
final class SuggestionApproval {

    private final EngineParts parts;
    private final Caller caller;
    private final SuggestionRecords records;

    SuggestionApproval(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
        this.records = new SuggestionRecords(parts, caller);
    }

    ProfileVersion approve(SuggestionRecord record, long revision, PublishRequest request) {
        SuggestionRecords.requireOpen(record, revision, Set.of(SuggestionStatus.SUBMITTED, SuggestionStatus.APPROVING));
        ProfileDraftDocument.Decoded proposal = records.proposal(record);
        SuggestionDocument.Content said = SuggestionDocument.decode(record.document());
        RedactionPolicy policy = policy(record, said);
        new DraftChecks(parts, policy).requirePublishable(proposal.spec(), proposal.parameters(), proposal.rules());
        new MigrationChecks(parts, caller, policy)
                .require(
                        request.migration(),
                        Optional.of(record.profileId()),
                        Optional.of(said.baseVersion()),
                        proposal.parameters());
        new ProfileTexts(parts).require("the changelog", request.changelog());
        request.expectedImpact().ifPresent(expected -> requireImpact(record, said, proposal, expected));
        SuggestionRecord approving = record.status() == SuggestionStatus.APPROVING
                ? record
                : move(record, records.next(record, SuggestionStatus.APPROVING));
        return AfterWrite.get("the approval was begun and its end could not be stored", () -> {
            ProfileVersion version = publish(approving, content(approving, proposal, policy, request), said);
            settle(approving, said.published(version.version()));
            return version;
        });
    }

    private void requireImpact(
            SuggestionRecord record,
            SuggestionDocument.Content said,
            ProfileDraftDocument.Decoded proposal,
            Impact expected) {
        new DraftDiff(parts, caller)
                .requireImpact(
                        new ProfileReader(parts.store(), caller).owned(record.profileId()),
                        said.baseVersion(),
                        ComparedSide.suggested(proposal.spec(), proposal.parameters(), proposal.rules()),
                        expected);
    }

    /**
     * A conflict is the store's word that no attempt was stored, so the suggestion waits again. Anything else may have
     * come after the version, of this attempt or an earlier one: it stays APPROVING, to resume.
     */
    private ProfileVersion publish(
            SuggestionRecord approving, VersionContent content, SuggestionDocument.Content said) {
        try {
            return new VersionWriter(parts, caller)
                    .append(
                            RequestKey.of("approve", approving.id().toString()),
                            approving.profileId(),
                            content,
                            Optional.of(said.baseVersion()),
                            NoSecrets.SWEEP);
        } catch (ConflictException refused) {
            try {
                move(approving, records.next(approving, SuggestionStatus.SUBMITTED));
            } catch (StackProfileException unsettled) {
                refused.addSuppressed(unsettled);
            }
            throw refused;
        }
    }

    /** Another call may have resumed this approval and settled it. */
    private void settle(SuggestionRecord approving, SuggestionDocument.Content said) {
        try {
            move(approving, records.closed(approving, SuggestionStatus.APPROVED, said));
        } catch (ConflictException faster) {
            if (records.received(approving.id()).status() != SuggestionStatus.APPROVED) {
                throw faster;
            }
        }
    }

    /** Secrets are told as in the version that it follows, whatever its author would let stand. */
    private RedactionPolicy policy(SuggestionRecord record, SuggestionDocument.Content said) {
        ProfileReader reader = new ProfileReader(parts.store(), caller);
        return reader.version(reader.owned(record.profileId()), said.baseVersion())
                .redaction();
    }

    private VersionContent content(
            SuggestionRecord suggestion,
            ProfileDraftDocument.Decoded proposal,
            RedactionPolicy policy,
            PublishRequest request) {
        return new VersionContent(
                request.channel(),
                request.changelog(),
                proposal.spec(),
                proposal.parameters(),
                proposal.rules(),
                provenance(suggestion),
                proposal.report(),
                policy,
                Fingerprints.none(),
                request.migration());
    }

    private Provenance provenance(SuggestionRecord suggestion) {
        return Provenance.builder()
                .origin(Provenance.Origin.SUGGESTION)
                .suggestedBy(suggestion.organisation() + "/" + suggestion.createdBy())
                .createdAt(parts.now())
                .createdBy(caller.subject())
                .libraryVersion(LibraryVersion.text())
                .build();
    }

    private SuggestionRecord move(SuggestionRecord record, SuggestionRecord next) {
        parts.writes().update(record.revision(), next);
        return next;
    }
}
