package io.stackprofile.core.internal.engine;

import io.stackprofile.CallOptions;
import io.stackprofile.Caller;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
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
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileSummary;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Profiles;
import io.stackprofile.profile.UpdateStatus;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import java.util.Optional;
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

    ProfileCalls(EngineParts parts, Caller caller, CallOptions options) {
        this.parts = parts;
        this.caller = caller;
        this.options = options;
        this.gate = new Gate(parts.access(), caller);
        this.reader = new ProfileReader(parts.store(), caller);
    }

    @Override
    public Page<ProfileSummary> list(ProfileQuery query, PageRequest page) {
        gate.require(Action.READ);
        Optional<ProfileFilter> filter = filter(query);
        return filter.isEmpty()
                ? new Page<>(List.of(), Optional.empty())
                : parts.store()
                        .catalogue()
                        .page(filter.get(), page)
                        .map(record -> ProfileRecords.summary(record, status(record)));
    }

    @Override
    public long count(ProfileQuery query) {
        gate.require(Action.READ);
        return filter(query).map(parts.store().catalogue()::count).orElse(0L);
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
        new OutputGuard(parts.redactor()).requireClean(found);
        return Suggestions.of(found.spec(), found.parameters(), parts.limits());
    }

    @Override
    public String inputsSchema(ProfileId id, int version) {
        ProfileVersion read = version(id, version);
        new OutputGuard(parts.redactor()).requireClean(read);
        return ParameterSchema.of(read.parameters(), read.rules());
    }

    @Override
    public VersionDiff diff(ProfileId id, int from, int to) {
        gate.require(Action.READ);
        ProfileRecord profile = reader.readable(id);
        Call call = call("diff");
        call.step("read", 0, 2);
        ProfileVersion older = reader.version(profile, from);
        call.step("read", 1, 2);
        ProfileVersion newer = reader.version(profile, to);
        call.step("compare", 0, 1);
        OutputGuard guard = new OutputGuard(parts.redactor());
        guard.requireClean(older);
        guard.requireClean(newer);
        return VersionComparison.compare(older, newer, parts.limits());
    }

    @Override
    public String renderDiff(VersionDiff diff, DiffFormat format) {
        return DiffRenderer.render(diff, format);
    }

    @Override
    public IacExport exportIac(ProfileId id, int version) {
        gate.require(Action.READ);
        return new ExchangeCalls(parts, caller, call("export")).exportIac(reader.readable(id), version);
    }

    @Override
    public Profile update(ProfileId id, ProfileChanges changes) {
        ProfileRecord stored = new ProfileEdits(parts, caller, gate).update(id, changes);
        LOG.info("profile updated: id={} revision={}", stored.id(), stored.revision());
        return view(stored);
    }

    @Override
    public void delete(ProfileId id) {
        new ProfileEdits(parts, caller, gate).delete(id);
        LOG.info("profile deleted: id={}", id);
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
        return ProfileRecords.profile(
                record, parts.store().profiles().versions(record.organisation(), record.id()), status(record));
    }

    private UpdateStatus status(ProfileRecord record) {
        return UpdateStatus.of(parts.store()
                .instantiations()
                .outdatedCount(caller.organisation(), record.id(), record.currentVersion()));
    }

    /** The store's filter for a query; empty when nothing can match it. */
    private Optional<ProfileFilter> filter(ProfileQuery query) {
        boolean everyone = query.scope() == ProfileQuery.Scope.PUBLIC;
        if (everyone && query.visibility().equals(Optional.of(Visibility.ORGANISATION))) {
            return Optional.empty();
        }
        return Optional.of(ProfileFilter.builder()
                .organisation(everyone ? Optional.empty() : Optional.of(caller.organisation()))
                .namePrefix(query.namePrefix())
                .category(query.category())
                .tag(query.tag())
                .visibility(everyone ? Optional.of(Visibility.PUBLIC) : query.visibility())
                .build());
    }
}
