package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.Digest;
import io.stackprofile.SuggestionId;
import io.stackprofile.core.internal.codec.ProfileDraftDocument;
import io.stackprofile.core.internal.codec.SuggestionDocument;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.draft.SuggestionSummary;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.spi.store.SuggestionRecord;
import java.util.Set;

/** Between a stored suggestion and what callers see of it. */
final class SuggestionRecords {

    private final EngineParts parts;
    private final Caller caller;

    SuggestionRecords(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
    }

    /** A suggestion that the caller's organisation made or received. */
    SuggestionRecord find(SuggestionId id) {
        return parts.store().suggestions().find(caller.organisation(), id).orElseThrow(() -> missing(id));
    }

    /** A suggestion to the caller's organisation. */
    SuggestionRecord received(SuggestionId id) {
        SuggestionRecord record = find(id);
        if (!record.owner().equals(caller.organisation())) {
            throw missing(id);
        }
        return record;
    }

    /** A suggestion of the caller's organisation. */
    SuggestionRecord sent(SuggestionId id) {
        SuggestionRecord record = find(id);
        if (!record.organisation().equals(caller.organisation())) {
            throw missing(id);
        }
        return record;
    }

    static NotFoundException missing(SuggestionId id) {
        return new NotFoundException("there is no suggestion '" + id + "'", "List the suggestions to see their ids.");
    }

    /** Requires that {@code record} is what the caller read, and that it waits. */
    static void requireOpen(SuggestionRecord record, long revision, Set<SuggestionStatus> open) {
        if (record.revision() != revision) {
            throw new ConflictException(
                    "suggestion '" + record.id() + "' is at revision " + record.revision() + ", not " + revision,
                    "Read it again and answer what you find.",
                    record.revision());
        }
        if (!open.contains(record.status())) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "suggestion '" + record.id() + "' does not wait for an answer",
                    "Read it to see what became of it.");
        }
    }

    /** The next revision, still holding what it proposes. */
    SuggestionRecord next(SuggestionRecord record, SuggestionStatus status) {
        return next(record, status, SuggestionDocument.decode(record.document()))
                .proposal(record.proposal())
                .addAllContents(record.contents())
                .build();
    }

    /** The next revision, and the last: what it proposed is no longer kept. */
    SuggestionRecord closed(SuggestionRecord record, SuggestionStatus status, SuggestionDocument.Content said) {
        return next(record, status, said).proposal("").build();
    }

    private SuggestionRecord.Builder next(
            SuggestionRecord record, SuggestionStatus status, SuggestionDocument.Content said) {
        SuggestionRecord.Builder builder = SuggestionRecord.builder();
        builder.id(record.id())
                .owner(record.owner())
                .profileId(record.profileId())
                .organisation(record.organisation())
                .revision(record.revision() + 1)
                .status(status)
                .createdAt(record.createdAt())
                .createdBy(record.createdBy())
                .updatedAt(parts.now())
                .updatedBy(caller.subject())
                .document(SuggestionDocument.encode(said));
        return builder;
    }

    static SuggestionSummary summary(SuggestionRecord record) {
        SuggestionDocument.Content said = SuggestionDocument.decode(record.document());
        return SuggestionSummary.builder()
                .id(record.id())
                .revision(record.revision())
                .status(record.status())
                .profileId(record.profileId())
                .profile(said.profile())
                .baseVersion(said.baseVersion())
                .organisation(record.organisation())
                .note(said.note())
                .answer(said.answer())
                .version(said.version())
                .createdAt(record.createdAt())
                .createdBy(record.createdBy())
                .updatedAt(record.updatedAt())
                .updatedBy(record.updatedBy())
                .build();
    }

    Suggestion view(SuggestionRecord record) {
        Suggestion.Builder builder = Suggestion.builder();
        builder.summary(summary(record));
        if (!record.proposal().isEmpty()) {
            ProfileDraftDocument.Decoded proposal = proposal(record);
            builder.spec(proposal.spec())
                    .addAllParameters(proposal.parameters())
                    .addAllRules(proposal.rules());
        }
        return builder.build();
    }

    /** What an open suggestion proposes; its texts lie with the owner's. */
    ProfileDraftDocument.Decoded proposal(SuggestionRecord record) {
        Set<Digest> contents = record.contents();
        return ProfileDraftDocument.decode(
                record.proposal(), ProfileReader.contents(parts.store(), record.owner(), contents));
    }
}
