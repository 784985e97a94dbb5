package io.stackprofile.core.internal.engine;

import io.stackprofile.CallOptions;
import io.stackprofile.Caller;
import io.stackprofile.InstantiationId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.core.internal.iac.ParameterSetDocument;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.instantiation.AdoptRequest;
import io.stackprofile.instantiation.Adoption;
import io.stackprofile.instantiation.CommitOptions;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.DriftReport;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.KeptDraft;
import io.stackprofile.instantiation.RebindRequest;
import io.stackprofile.instantiation.RolloutReport;
import io.stackprofile.instantiation.RolloutRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.StackReview;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Instantiations} for one caller. */
final class InstantiationCalls implements Instantiations {

    private static final Logger LOG = LoggerFactory.getLogger(InstantiationCalls.class);

    private final EngineParts parts;
    private final Caller caller;
    private final CallOptions options;
    private final Gate gate;
    private final ProfileReader reader;
    private final InstantiationRecords records;

    InstantiationCalls(EngineParts parts, Caller caller, CallOptions options) {
        this.parts = parts;
        this.caller = caller;
        this.options = options;
        this.gate = new Gate(parts.access(), caller);
        this.reader = new ProfileReader(parts.store(), caller);
        this.records = new InstantiationRecords(parts, caller);
    }

    @Override
    public StackDraft create(InstantiateRequest request) {
        ProfileRecord profile = reader.readable(request.profile());
        gate.require(Action.INSTANTIATE, profile.name());
        Call call = new Call("instantiate", options, parts.clock());
        StackDraft draft = new DraftDeployment(parts, caller, call).create(profile, request);
        LOG.info(
                "stack drafted: draft={} profile={} version={} members={}",
                draft.id(),
                draft.profileId(),
                draft.version(),
                draft.spec().members().size());
        return draft;
    }

    @Override
    public ParameterSet readParameterSet(String document) {
        gate.require(Action.INSTANTIATE);
        return ParameterSetDocument.read(document, Optional.empty(), parts.limits());
    }

    @Override
    public UpdatePreview preview(UpdateRequest request) {
        gate.require(Action.INSTANTIATE);
        Call call = new Call("preview", options, parts.clock());
        return new InstanceUpdate(parts, caller, call).preview(find(request.instantiation()), request);
    }

    @Override
    public StackDraft update(UpdateRequest request) {
        gate.require(Action.INSTANTIATE);
        Call call = new Call("update", options, parts.clock());
        StackDraft draft = new InstanceUpdate(parts, caller, call).update(find(request.instantiation()), request);
        LOG.info(
                "update drafted: draft={} instance={} profile={} version={}",
                draft.id(),
                request.instantiation(),
                draft.profileId(),
                draft.version());
        return draft;
    }

    @Override
    public RolloutReport rollout(RolloutRequest request) {
        gate.require(Action.INSTANTIATE);
        return new Rollout(parts, caller, new Call("rollout", options, parts.clock()), request).run();
    }

    @Override
    public StackDraft draft(StackDraftId id) {
        gate.require(Action.INSTANTIATE);
        return records.open(records.byDraft(id)).draft();
    }

    @Override
    public StackReview review(StackDraftId id) {
        gate.require(Action.INSTANTIATE);
        Call call = new Call("review", options, parts.clock());
        return new DraftReview(parts, caller, call).review(records.open(records.byDraft(id)));
    }

    @Override
    public CommitResult commit(StackDraftId id, CommitOptions how) {
        gate.require(Action.INSTANTIATE);
        Call call = new Call("commit", options, parts.clock());
        CommitResult result = new DraftCommit(parts, caller, call).commit(records.byDraft(id), how);
        LOG.info(
                "stack committed: draft={} instance={} status={} members={}",
                id,
                result.instantiation().id(),
                result.instantiation().status(),
                result.members().size());
        return result;
    }

    @Override
    public void discard(StackDraftId id) {
        gate.require(Action.INSTANTIATE);
        InstantiationRecord record = records.byDraft(id);
        if (record.status() != InstantiationStatus.DRAFTED) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "stack draft '" + id + "' has been committed",
                    "Only a draft that was never committed can be discarded.");
        }
        new ClusterFinder(parts.clusters(), caller).cluster(record.cluster()).deleteDraft(id);
        parts.writes().delete(record);
        LOG.info("stack draft discarded: draft={}", id);
    }

    @Override
    public StackDraft rebind(RebindRequest request) {
        gate.require(Action.INSTANTIATE);
        Call call = new Call("rebind", options, parts.clock());
        StackDraft draft = new Rebinding(parts, caller, call).rebind(records.byDraft(request.draft()), request);
        LOG.info("stack draft rebound: draft={} instance={}", draft.id(), draft.instantiationId());
        return draft;
    }

    @Override
    public List<KeptDraft> drafts(String cluster) {
        gate.require(Action.INSTANTIATE);
        return new ClusterFinder(parts.clusters(), caller)
                .cluster(cluster).drafts().stream()
                        .map(draft -> new KeptDraft(
                                draft.id(),
                                draft.stack(),
                                parts.store()
                                        .instantiations()
                                        .findByDraft(caller.organisation(), draft.id())
                                        .map(InstantiationRecord::id)))
                        .toList();
    }

    @Override
    public DriftReport drift(InstantiationId id) {
        gate.require(Action.READ);
        Call call = new Call("drift", options, parts.clock());
        return new TargetReport(parts, caller, call).drift(find(id));
    }

    @Override
    public Adoption adopt(AdoptRequest request) {
        ProfileRecord profile = reader.readable(request.profile());
        gate.require(Action.INSTANTIATE, profile.name());
        Call call = new Call("adopt", options, parts.clock());
        Adoption adoption = new Adopting(parts, caller, call).adopt(profile, request);
        LOG.info(
                "stack adopted: instance={} profile={} version={}",
                adoption.instantiation().id(),
                adoption.instantiation().profileId(),
                adoption.instantiation().version());
        return adoption;
    }

    @Override
    public CommitResult uninstall(InstantiationId id, CommitOptions how) {
        gate.require(Action.INSTANTIATE);
        Call call = new Call("uninstall", options, parts.clock());
        CommitResult result = new Uninstallation(parts, caller, call).uninstall(find(id), how);
        LOG.info(
                "instance uninstalled: instance={} status={} members={}",
                id,
                result.instantiation().status(),
                result.members().size());
        return result;
    }

    @Override
    public Instantiation forget(InstantiationId id) {
        gate.require(Action.INSTANTIATE);
        Call call = new Call("forget", options, parts.clock());
        Instantiation forgotten = new Uninstallation(parts, caller, call).forget(find(id));
        LOG.info("instance forgotten: instance={}", id);
        return forgotten;
    }

    @Override
    public Instantiation get(InstantiationId id) {
        gate.require(Action.READ);
        return records.view(find(id));
    }

    @Override
    public Page<Instantiation> list(ProfileId profile, PageRequest page) {
        gate.require(Action.READ);
        Optional<ProfileRecord> record = tracked(profile);
        return page(profile, record, OptionalInt.empty(), page);
    }

    @Override
    public Page<Instantiation> outdated(ProfileId profile, PageRequest page) {
        gate.require(Action.READ);
        Optional<ProfileRecord> record = tracked(profile);
        // Below version 0 there is none: what cannot be read is not known to be ahead.
        int below = record.map(ProfileRecord::currentVersion).orElse(0);
        return page(profile, record, OptionalInt.of(below), page);
    }

    private InstantiationRecord find(InstantiationId id) {
        return parts.store()
                .instantiations()
                .find(caller.organisation(), id)
                .orElseThrow(() -> new NotFoundException(
                        "there is no instance '" + id + "'", "List a profile's instances to see their ids."));
    }

    /** The profile, unless it is gone or private by now; then the caller's organisation has instances of it. */
    private Optional<ProfileRecord> tracked(ProfileId profile) {
        Optional<ProfileRecord> record = reader.visible(profile);
        if (record.isEmpty()
                && parts.store()
                        .instantiations()
                        .page(caller.organisation(), profile, OptionalInt.empty(), PageRequest.first(1))
                        .items()
                        .isEmpty()) {
            throw ProfileReader.missing(profile.toString());
        }
        return record;
    }

    private Page<Instantiation> page(
            ProfileId profile, Optional<ProfileRecord> record, OptionalInt below, PageRequest page) {
        ProfileStanding standing = record.map(read -> ProfileStanding.of(read, reader.versions(read)))
                .orElse(ProfileStanding.UNKNOWN);
        return parts.store()
                .instantiations()
                .page(caller.organisation(), profile, below, page)
                .map(instance -> records.view(instance, standing));
    }
}
