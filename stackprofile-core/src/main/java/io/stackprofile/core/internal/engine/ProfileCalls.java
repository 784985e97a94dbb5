package io.stackprofile.core.internal.engine;

import io.stackprofile.CallOptions;
import io.stackprofile.Caller;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.capture.MultiCaptureReport;
import io.stackprofile.capture.MultiCaptureRequest;
import io.stackprofile.core.internal.diff.ComparedSide;
import io.stackprofile.core.internal.diff.VersionComparison;
import io.stackprofile.core.internal.parameter.ParameterSchema;
import io.stackprofile.core.internal.parameterise.InfluenceMap;
import io.stackprofile.core.internal.render.DiffRenderer;
import io.stackprofile.core.internal.suggest.Suggestions;
import io.stackprofile.diff.DiffFormat;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.iac.IacExport;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterUse;
import io.stackprofile.profile.DeleteOptions;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.MultiCapture;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileSummary;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Profiles;
import io.stackprofile.profile.UpdateStatus;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Profiles} for one caller. */
final class ProfileCalls implements Profiles {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileCalls.class);

    private final EngineParts parts;
    private final Caller caller;
    private final CallOptions options;
    private final Gate gate;
    private final ProfileReader reader;
    private final ProfileListings listings;

    ProfileCalls(EngineParts parts, Caller caller, CallOptions options) {
        this.parts = parts;
        this.caller = caller;
        this.options = options;
        this.gate = new Gate(parts.access(), caller);
        this.reader = new ProfileReader(parts.store(), caller);
        this.listings = new ProfileListings(parts.store().catalogue(), caller);
    }

    @Override
    public Page<ProfileSummary> list(ProfileQuery query, PageRequest page) {
        gate.require(Action.READ);
        return listings.page(query, page).map(record -> ProfileRecords.summary(record, status(record)));
    }

    @Override
    public long count(ProfileQuery query) {
        gate.require(Action.READ);
        return listings.count(query);
    }

    @Override
    public Profile get(ProfileId id) {
        gate.require(Action.READ);
        return view(reader.readable(id));
    }

    @Override
    public Profile find(String nameOrId) {
        gate.require(Action.READ);
        return view(reader.find(nameOrId));
    }

    @Override
    public ProfileVersion capture(CaptureRequest request) {
        gate.require(Action.PUBLISH, request.name());
        requireShare(request.visibility(), request.name());
        return new CaptureCalls(parts, caller, call("capture")).capture(request);
    }

    @Override
    public MultiCapture captureCommon(MultiCaptureRequest request) {
        gate.require(Action.PUBLISH, request.name());
        requireShare(request.visibility(), request.name());
        return new CommonCaptureCalls(parts, caller, call("capture")).capture(request);
    }

    @Override
    public MultiCaptureReport inspectCommon(MultiCaptureRequest request) {
        gate.require(Action.PUBLISH, request.name());
        return new CommonCaptureCalls(parts, caller, call("inspect")).inspect(request);
    }

    @Override
    public ProfileVersion captureVersion(ProfileId id, CaptureVersionRequest request) {
        ProfileRecord profile = reader.owned(id);
        gate.require(Action.PUBLISH, profile.name());
        return new CaptureCalls(parts, caller, call("capture")).captureVersion(profile, request);
    }

    @Override
    public ProfileVersion importIac(ImportRequest request) {
        gate.require(Action.PUBLISH);
        return new ExchangeCalls(parts, caller, call("import")).importIac(request, name -> {
            gate.require(Action.PUBLISH, name);
            requireShare(request.visibility(), name);
        });
    }

    @Override
    public CaptureReport inspect(CaptureRequest request) {
        gate.require(Action.PUBLISH, request.name());
        return new CaptureCalls(parts, caller, call("inspect")).inspect(request);
    }

    @Override
    public CaptureReport inspectIac(ImportRequest request) {
        gate.require(Action.PUBLISH);
        return new ExchangeCalls(parts, caller, call("inspect")).inspect(request);
    }

    @Override
    public ProfileVersion version(ProfileId id, int version) {
        gate.require(Action.READ);
        return reader.version(reader.readable(id), version);
    }

    @Override
    public List<ParameterUse> influence(ProfileId id, int version) {
        ProfileVersion found = version(id, version);
        return InfluenceMap.of(found.spec(), found.parameters(), found.rules(), parts.limits());
    }

    @Override
    public List<ParameterSuggestion> suggest(ProfileId id, int version) {
        ProfileVersion found = version(id, version);
        guard(found).requireClean(found);
        return Suggestions.of(found.spec(), found.parameters(), parts.limits());
    }

    @Override
    public String inputsSchema(ProfileId id, int version) {
        ProfileVersion read = version(id, version);
        guard(read).requireClean(read);
        return ParameterSchema.of(read.parameters(), read.rules());
    }

    @Override
    public VersionDiff diff(ProfileId id, int from, int to) {
        gate.require(Action.READ);
        ProfileRecord profile = reader.readable(id);
        Call call = call("diff");
        call.step("read", 0, 2);
        ProfileReader.Marked older = reader.marked(profile, from);
        call.step("read", 1, 2);
        ProfileReader.Marked newer = reader.marked(profile, to);
        call.step("compare", 0, 1);
        guard(older.version()).requireClean(older.version());
        guard(newer.version()).requireClean(newer.version());
        return VersionComparison.compare(
                id,
                ComparedSide.of(older.version(), older.fingerprints()),
                ComparedSide.of(newer.version(), newer.fingerprints()),
                parts.limits());
    }

    @Override
    public String renderDiff(VersionDiff diff, DiffFormat format) {
        gate.require(Action.READ);
        return DiffRenderer.render(diff, format);
    }

    @Override
    public IacExport exportIac(ProfileId id, int version) {
        gate.require(Action.READ);
        return new ExchangeCalls(parts, caller, call("export")).exportIac(reader.readable(id), version);
    }

    @Override
    public Profile update(ProfileId id, ProfileChanges changes) {
        return changed("updated", new ProfileEdits(parts, caller, gate).update(id, changes));
    }

    @Override
    public Profile pin(ProfileId id, long revision, int version) {
        return changed("pinned", versionEdits().pin(id, revision, version));
    }

    @Override
    public Profile unpin(ProfileId id, long revision) {
        return changed("unpinned", versionEdits().unpin(id, revision));
    }

    @Override
    public Profile deprecate(ProfileId id, long revision, int version, DeprecateRequest request) {
        return changed("version deprecated", versionEdits().deprecate(id, revision, version, request));
    }

    @Override
    public Profile undeprecate(ProfileId id, long revision, int version) {
        return changed("version no longer deprecated", versionEdits().undeprecate(id, revision, version));
    }

    @Override
    public Profile share(ProfileId id, long revision, String organisation) {
        return changed("shared", new SharingEdits(parts, caller, gate).share(id, revision, organisation));
    }

    @Override
    public Profile unshare(ProfileId id, long revision, String organisation) {
        return changed("unshared", new SharingEdits(parts, caller, gate).unshare(id, revision, organisation));
    }

    @Override
    public Page<ProfileChange> history(ProfileId id, PageRequest page) {
        gate.require(Action.READ);
        Page<HistoryRecord> entries = parts.store().history().page(caller.organisation(), id, page);
        if (entries.items().isEmpty()) {
            reader.owned(id);
        }
        return entries.map(HistoryEntries::view);
    }

    @Override
    public void delete(ProfileId id) {
        delete(id, DeleteOptions.none());
    }

    @Override
    public void delete(ProfileId id, DeleteOptions options) {
        new ProfileEdits(parts, caller, gate).delete(id, options);
        LOG.info("profile deleted: id={}", id);
        new ContentPurge(parts, caller).afterDeletion();
    }

    @Override
    public long purge() {
        gate.require(Action.DELETE);
        long gone = new ContentPurge(parts, caller).purge();
        LOG.info("contents purged: count={}", gone);
        return gone;
    }

    private VersionEdits versionEdits() {
        return new VersionEdits(parts, caller, gate);
    }

    private Profile changed(String how, ProfileRecord stored) {
        LOG.info("profile {}: id={} revision={}", how, stored.id(), stored.revision());
        return AfterWrite.get("the change was stored and could not be read back", () -> view(stored));
    }

    private OutputGuard guard(ProfileVersion version) {
        return new OutputGuard(parts.redactor(version.redaction()));
    }

    /** A profile that begins its life public is shared all the same. */
    private void requireShare(Visibility visibility, String name) {
        if (visibility != Visibility.ORGANISATION) {
            gate.require(Action.SHARE, name);
        }
    }

    private Call call(String operation) {
        return new Call(operation, options, parts.clock());
    }

    private Profile view(ProfileRecord record) {
        return ProfileRecords.profile(record, reader.versions(record), status(record), reader.isOwn(record));
    }

    private UpdateStatus status(ProfileRecord record) {
        return UpdateStatus.of(parts.store()
                .instantiations()
                .outdatedCount(caller.organisation(), record.id(), record.currentVersion()));
    }
}
