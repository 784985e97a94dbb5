package io.stackprofile.core.internal.engine;

import io.stackprofile.CallOptions;
import io.stackprofile.Caller;
import io.stackprofile.DraftId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.core.internal.iac.MigrationDocument;
import io.stackprofile.core.internal.parameter.ParameterSchema;
import io.stackprofile.core.internal.parameterise.InfluenceMap;
import io.stackprofile.core.internal.suggest.Suggestions;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.DraftSummary;
import io.stackprofile.draft.DraftValidation;
import io.stackprofile.draft.Drafts;
import io.stackprofile.draft.FleetQuery;
import io.stackprofile.draft.FleetSimulation;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterUse;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.DraftRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Drafts} for one caller. */
final class DraftCalls implements Drafts {

    private static final Logger LOG = LoggerFactory.getLogger(DraftCalls.class);

    private final EngineParts parts;
    private final Caller caller;
    private final CallOptions options;
    private final Gate gate;
    private final DraftRecords drafts;

    DraftCalls(EngineParts parts, Caller caller, CallOptions options) {
        this.parts = parts;
        this.caller = caller;
        this.options = options;
        this.gate = new Gate(parts.access(), caller);
        this.drafts = new DraftRecords(parts, caller);
    }

    @Override
    public ProfileDraft create(CreateDraftRequest request) {
        gate.require(Action.EDIT_DRAFT);
        Call call = new Call("draft", options, parts.clock());
        ProfileDraft draft = new DraftStart(parts, caller, call).create(request);
        LOG.info(
                "draft created: id={} members={}",
                draft.id(),
                draft.spec().members().size());
        return draft;
    }

    @Override
    public Page<DraftSummary> list(PageRequest page) {
        gate.require(Action.EDIT_DRAFT);
        return parts.store().drafts().page(caller.organisation(), page).map(DraftRecords::summary);
    }

    @Override
    public ProfileDraft get(DraftId id) {
        gate.require(Action.EDIT_DRAFT);
        return drafts.view(drafts.find(id));
    }

    @Override
    public ProfileDraft edit(DraftId id, long revision, List<DraftEdit> edits) {
        gate.require(Action.EDIT_DRAFT);
        DraftRecord record = drafts.find(id);
        drafts.requireRevision(record, revision);
        DraftEditing editing = new DraftEditing(parts, caller);
        ProfileDraft edited = editing.apply(drafts.marked(record), edits, (draft, sweep) -> {
            DraftRecord next = drafts.next(record, draft, sweep);
            // Read before it is stored: a failure to read is then a failure of the call.
            ProfileDraft view = drafts.view(next);
            drafts.update(revision, next);
            return view;
        });
        LOG.info("draft edited: id={} revision={} edits={}", id, edited.revision(), edits.size());
        return edited;
    }

    @Override
    public DraftRebase rebase(DraftId id, long revision, Map<String, MergeResolution> resolutions) {
        gate.require(Action.EDIT_DRAFT);
        DraftRebase rebase = new DraftRebasing(parts, caller).rebase(drafts.find(id), revision, resolutions);
        LOG.info(
                "draft rebased: id={} revision={} conflicts={}",
                id,
                rebase.draft().revision(),
                rebase.conflicts().size());
        return rebase;
    }

    @Override
    public DraftValidation validate(DraftId id) {
        gate.require(Action.EDIT_DRAFT);
        return validation(drafts.view(drafts.find(id)));
    }

    @Override
    public List<ParameterUse> influence(DraftId id) {
        gate.require(Action.EDIT_DRAFT);
        ProfileDraft draft = drafts.view(drafts.find(id));
        return InfluenceMap.of(draft.spec(), draft.parameters(), draft.rules(), parts.limits());
    }

    @Override
    public List<ParameterSuggestion> suggest(DraftId id) {
        gate.require(Action.EDIT_DRAFT);
        ProfileDraft draft = drafts.view(drafts.find(id));
        return Suggestions.of(draft.spec(), draft.parameters(), parts.limits());
    }

    @Override
    public String inputsSchema(DraftId id) {
        gate.require(Action.EDIT_DRAFT);
        ProfileDraft draft = drafts.view(drafts.find(id));
        new OutputGuard(parts.redactor(draft.redaction()))
                .requireClean(draft.spec(), draft.parameters(), draft.rules());
        return ParameterSchema.of(draft.parameters(), draft.rules());
    }

    @Override
    public VersionDiff diff(DraftId id) {
        gate.require(Action.EDIT_DRAFT);
        return draftDiff().againstBase(drafts.marked(drafts.find(id)));
    }

    @Override
    public VersionDiff diff(DraftId id, int fromVersion) {
        gate.require(Action.EDIT_DRAFT);
        return draftDiff().against(drafts.marked(drafts.find(id)), fromVersion);
    }

    private DraftDiff draftDiff() {
        return new DraftDiff(parts, caller);
    }

    @Override
    public FleetSimulation simulate(DraftId id, FleetQuery query) {
        gate.require(Action.EDIT_DRAFT);
        gate.require(Action.INSTANTIATE);
        Call call = new Call("simulate", options, parts.clock());
        return new FleetSimulator(parts, caller, call).simulate(drafts.marked(drafts.find(id)), query);
    }

    @Override
    public ProfileVersion publish(DraftId id, PublishRequest request) {
        DraftRecord record = drafts.find(id);
        gate.require(Action.PUBLISH, record.name());
        request.expectedRevision().ifPresent(revision -> drafts.requireRevision(record, revision));
        DraftRecords.Marked marked = drafts.marked(record);
        ProfileDraft draft = marked.draft();
        requireOwnProfile(draft);
        new DraftChecks(parts, draft.redaction()).requirePublishable(draft);
        new MigrationChecks(parts, caller, draft.redaction())
                .require(request.migration(), draft.profile(), draft.baseVersion(), draft.parameters());
        request.expectedImpact().ifPresent(expected -> draftDiff().requireImpact(marked, expected));
        ProfileVersion version = store(marked, request);
        removePublished(record);
        LOG.info("draft published: id={} profile={} version={}", id, version.profileId(), version.version());
        return version;
    }

    @Override
    public BindingMigration readMigration(String document) {
        gate.require(Action.EDIT_DRAFT);
        return MigrationDocument.read(document, parts.limits());
    }

    @Override
    public void delete(DraftId id) {
        gate.require(Action.EDIT_DRAFT);
        parts.store().drafts().delete(caller.organisation(), drafts.find(id).id());
        LOG.info("draft deleted: id={}", id);
    }

    /**
     * An edit that came in between is not part of the version; its draft stays. The version is stored by now, so a draft
     * that cannot be removed is no failure of the call: published again, it gives the same version and goes.
     */
    private void removePublished(DraftRecord draft) {
        AfterWrite.get("the version was stored and its draft could not be removed", () -> {
            parts.writes().deleteUnchanged(draft);
            return draft;
        });
    }

    private void requireOwnProfile(ProfileDraft draft) {
        ProfileReader reader = new ProfileReader(parts.store(), caller);
        if (draft.profile()
                .flatMap(reader::visible)
                .filter(profile -> !reader.isOwn(profile))
                .isPresent()) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "draft '" + draft.id() + "' is of another organisation's profile",
                    "Submit it to the owner as a suggestion.");
        }
    }

    private DraftValidation validation(ProfileDraft draft) {
        return new DraftChecks(parts, draft.redaction()).validation(draft.spec(), draft.parameters(), draft.rules());
    }

    /**
     * The draft's id and revision are the request's key, so that a repeat after an unknown outcome finds the earlier
     * version, and a draft that was edited since does not.
     */
    private ProfileVersion store(DraftRecords.Marked marked, PublishRequest request) {
        ProfileDraft draft = marked.draft();
        VersionContent content = new VersionContent(
                request.channel(),
                request.changelog(),
                draft.spec(),
                draft.parameters(),
                draft.rules(),
                Provenance.builder()
                        .origin(Provenance.Origin.DRAFT)
                        .draft(draft.id().toString())
                        .createdAt(parts.now())
                        .createdBy(caller.subject())
                        .libraryVersion(LibraryVersion.text())
                        .build(),
                draft.report(),
                draft.redaction(),
                marked.fingerprints(),
                request.migration());
        VersionWriter writer = new VersionWriter(parts, caller);
        RequestKey key = RequestKey.of("publish", draft.id() + ":" + draft.revision());
        return draft.profile().isPresent()
                ? writer.append(key, draft.profile().get(), content, draft.baseVersion(), NoSecrets.SWEEP)
                : writer.create(
                        key,
                        new ProfileMetadata(
                                draft.name(),
                                draft.spec().description(),
                                Optional.empty(),
                                List.of(),
                                Visibility.ORGANISATION),
                        content,
                        NoSecrets.SWEEP);
    }
}
