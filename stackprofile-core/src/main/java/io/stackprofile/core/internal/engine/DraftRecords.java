package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.DraftId;
import io.stackprofile.core.internal.codec.EncodedDocument;
import io.stackprofile.core.internal.codec.ProfileDraftDocument;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.draft.DraftSummary;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.spi.store.DraftRecord;
import java.util.LinkedHashSet;

/** Between a stored draft and what callers see of it. */
final class DraftRecords {

    private final EngineParts parts;
    private final Caller caller;

    DraftRecords(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
    }

    /** The stored draft. */
    DraftRecord find(DraftId id) {
        return parts.store()
                .drafts()
                .find(caller.organisation(), id)
                .orElseThrow(
                        () -> new NotFoundException(
                                "there is no draft '" + id + "'",
                                "List the drafts to see their ids; the version that a published one became names it as its provenance."));
    }

    /** Requires that {@code record} is what the caller read. */
    void requireRevision(DraftRecord record, long revision) {
        if (record.revision() != revision) {
            throw new ConflictException(
                    "draft '" + record.id() + "' is at revision " + record.revision() + ", not " + revision,
                    "Read it again and make the edits from there.",
                    record.revision());
        }
    }

    /** Stores {@code next} in the place of the revision the caller read. */
    void update(long revision, DraftRecord next) {
        try {
            parts.writes().update(revision, next);
        } catch (ConflictException faster) {
            requireRevision(find(next.id()), revision);
            throw faster;
        }
    }

    /**
     * A draft and the codes of its captured secrets, which no caller sees.
     *
     * @param draft the draft
     * @param fingerprints the codes
     */
    record Marked(ProfileDraft draft, Fingerprints fingerprints) {}

    /** What a caller sees. */
    ProfileDraft view(DraftRecord record) {
        return marked(record).draft();
    }

    /** A draft with the codes of its captured secrets. */
    Marked marked(DraftRecord record) {
        ProfileDraftDocument.Decoded decoded = ProfileDraftDocument.decode(
                record.document(), ProfileReader.contents(parts.store(), record.organisation(), record.contents()));
        ProfileDraft draft = ProfileDraft.builder()
                .id(record.id())
                .revision(record.revision())
                .name(record.name())
                .profile(record.profile())
                .baseVersion(decoded.baseVersion())
                .spec(decoded.spec())
                .addAllParameters(decoded.parameters())
                .addAllRules(decoded.rules())
                .report(decoded.report())
                .redaction(decoded.redaction())
                .createdAt(record.createdAt())
                .createdBy(record.createdBy())
                .updatedAt(record.updatedAt())
                .updatedBy(record.updatedBy())
                .build();
        return new Marked(draft, decoded.fingerprints());
    }

    /** The next revision of {@code record} with the content of {@code draft}; its contents are stored. */
    DraftRecord next(DraftRecord record, Marked draft, Sweep sweep) {
        return record(draft, record.revision() + 1, sweep)
                .createdAt(record.createdAt())
                .createdBy(record.createdBy())
                .updatedAt(parts.now())
                .build();
    }

    /** A new record of {@code draft}; its contents are stored. */
    DraftRecord first(Marked marked, Sweep sweep) {
        ProfileDraft draft = marked.draft();
        return record(marked, 1, sweep)
                .createdAt(draft.createdAt())
                .createdBy(draft.createdBy())
                .updatedAt(draft.updatedAt())
                .build();
    }

    static DraftSummary summary(DraftRecord record) {
        return DraftSummary.builder()
                .id(record.id())
                .revision(record.revision())
                .name(record.name())
                .profile(record.profile())
                .updatedAt(record.updatedAt())
                .updatedBy(record.updatedBy())
                .build();
    }

    /** The stored form of a draft. */
    static EncodedDocument encoded(ProfileDraft draft, Fingerprints fingerprints) {
        return ProfileDraftDocument.encode(
                draft.spec(),
                draft.parameters(),
                draft.rules(),
                draft.report(),
                draft.baseVersion(),
                draft.redaction(),
                fingerprints.of(draft.parameters()));
    }

    private DraftRecord.Builder record(Marked marked, long revision, Sweep sweep) {
        ProfileDraft draft = marked.draft();
        EncodedDocument encoded = encoded(draft, marked.fingerprints());
        sweep.requireAbsent("the draft's name", draft.name());
        sweep.requireAbsent("the draft's document", encoded.document());
        encoded.contents().values().forEach(text -> sweep.requireAbsent("a member's template", text));
        parts.store().contents().putAll(caller.organisation(), encoded.contents(), parts.now());
        DraftRecord.Builder builder = DraftRecord.builder();
        builder.id(draft.id())
                .organisation(caller.organisation())
                .revision(revision)
                .name(draft.name())
                .profile(draft.profile())
                .updatedBy(caller.subject())
                .document(encoded.document())
                .addAllContents(new LinkedHashSet<>(encoded.contents().keySet()));
        return builder;
    }
}
