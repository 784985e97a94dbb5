package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.core.internal.codec.SuggestionDocument;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.draft.SuggestionSummary;
import io.stackprofile.draft.Suggestions;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.SuggestionRecord;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Suggestions} for one caller. */
final class SuggestionCalls implements Suggestions {

    private static final Logger LOG = LoggerFactory.getLogger(SuggestionCalls.class);

    private final EngineParts parts;
    private final Caller caller;
    private final Gate gate;
    private final SuggestionRecords records;

    SuggestionCalls(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
        this.gate = new Gate(parts.access(), caller);
        this.records = new SuggestionRecords(parts, caller);
    }

    @Override
    public Suggestion submit(SuggestRequest request) {
        gate.require(Action.SUGGEST);
        Suggestion submitted = new SuggestionSubmission(parts, caller).submit(request);
        LOG.info(
                "suggestion submitted: id={} profile={}",
                submitted.summary().id(),
                submitted.summary().profileId());
        return submitted;
    }

    @Override
    public Page<SuggestionSummary> received(ProfileId profile, PageRequest page) {
        gate.require(Action.READ);
        new ProfileReader(parts.store(), caller).owned(profile);
        return parts.store()
                .suggestions()
                .received(caller.organisation(), profile, page)
                .map(SuggestionRecords::summary);
    }

    @Override
    public Page<SuggestionSummary> sent(PageRequest page) {
        gate.require(Action.SUGGEST);
        return parts.store().suggestions().sent(caller.organisation(), page).map(SuggestionRecords::summary);
    }

    @Override
    public Suggestion get(SuggestionId id) {
        gate.require(Action.READ);
        return records.view(records.find(id));
    }

    @Override
    public ProfileVersion approve(SuggestionId id, long revision, PublishRequest request) {
        gate.require(Action.PUBLISH);
        SuggestionRecord record = records.received(id);
        ProfileVersion version = new SuggestionApproval(parts, caller).approve(record, revision, request);
        LOG.info("suggestion approved: id={} profile={} version={}", id, version.profileId(), version.version());
        return version;
    }

    @Override
    public SuggestionSummary reject(SuggestionId id, long revision, String note) {
        gate.require(Action.PUBLISH);
        SuggestionRecord record = records.received(id);
        new ProfileTexts(parts).require("the answer to the suggestion", Optional.of(note));
        SuggestionDocument.Content said = SuggestionDocument.decode(record.document());
        return close(record, revision, SuggestionStatus.REJECTED, said.answered(note));
    }

    @Override
    public SuggestionSummary withdraw(SuggestionId id, long revision) {
        gate.require(Action.SUGGEST);
        SuggestionRecord record = records.sent(id);
        return close(record, revision, SuggestionStatus.WITHDRAWN, SuggestionDocument.decode(record.document()));
    }

    private SuggestionSummary close(
            SuggestionRecord record, long revision, SuggestionStatus status, SuggestionDocument.Content said) {
        SuggestionRecords.requireOpen(record, revision, Set.of(SuggestionStatus.SUBMITTED));
        SuggestionRecord closed = records.closed(record, status, said);
        parts.store().suggestions().update(revision, closed);
        LOG.info("suggestion closed: id={} status={}", record.id(), status);
        return SuggestionRecords.summary(closed);
    }
}
