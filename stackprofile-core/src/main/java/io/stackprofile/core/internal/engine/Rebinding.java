package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.core.internal.codec.EncodedDocument;
import io.stackprofile.core.internal.codec.InstanceState;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.core.internal.migrate.UpdatePlan;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.ValidationException;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.RebindRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.stack.StackSpec;
import java.util.LinkedHashSet;
import java.util.Map;

/** Gives a draft that was never committed other values. */
final class Rebinding {

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;

    Rebinding(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
    }

    StackDraft rebind(InstantiationRecord record, RebindRequest request) {
        if (record.status() != InstantiationStatus.DRAFTED) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "stack draft '" + record.draftId() + "' has been committed",
                    "Update its instance '" + record.id() + "' instead.");
        }
        ClusterAccess cluster = new ClusterFinder(parts.clusters(), caller).cluster(record.cluster());
        call.step("read", 0, 1);
        ProfileReader reader = new ProfileReader(parts.store(), caller);
        ProfileRecord profile = reader.readable(record.profileId());
        new Gate(parts.access(), caller).require(Action.INSTANTIATE, profile.name());
        ProfileVersion version = reader.version(profile, record.version());
        UpdatePlan plan = new UpdateBindings(parts, caller, call, profile)
                .plan(record, version, UpdateBindings.Asked.of(request), record.id());
        if (!plan.open().isEmpty()) {
            throw new ValidationException(
                    ErrorCode.INVALID_BINDING, "the draft cannot be bound so", "Give what is asked.", plan.open());
        }
        call.step("merge", 0, 1);
        DraftDeployment.Bound bound = bound(record, version, plan, request);
        EncodedDocument encoded = new DraftDeployment(parts, caller, call).document(profile, version, bound);
        return keep(cluster, record, bound.applied(), encoded);
    }

    private DraftDeployment.Bound bound(
            InstantiationRecord record, ProfileVersion version, UpdatePlan plan, RebindRequest request) {
        Map<String, String> namespaces = InstantiationDocument.namespaces(record.document());
        StackSpec pure = DraftDeployment.render(version, plan.bindings(), namespaces, parts.limits());
        TargetMerge.Merged merged = InstanceUpdate.requireMerged(
                record, new TargetMerge(parts, caller).merge(record, pure, version.redaction(), request.resolutions()));
        return new DraftDeployment.Bound(
                record.id(),
                record.cluster(),
                record.stack(),
                plan.bindings(),
                merged.applied(),
                merged.fingerprint(),
                merged.state(InstanceState.of(version.digest(), namespaces)));
    }

    private StackDraft keep(
            ClusterAccess cluster, InstantiationRecord record, StackSpec applied, EncodedDocument encoded) {
        InstantiationRecords records = new InstantiationRecords(parts, caller);
        InstantiationRecord changed = records.next(
                record,
                InstantiationStatus.DRAFTED,
                encoded.document(),
                new LinkedHashSet<>(encoded.contents().keySet()));
        StackDraft draft = records.open(changed).draft();
        parts.writes().update(record.revision(), changed);
        try {
            cluster.saveDraft(DraftDocument.builder()
                    .id(record.draftId())
                    .stack(record.stack())
                    .spec(applied)
                    .document(changed.document())
                    .build());
        } catch (RuntimeException failure) {
            undo(record, changed, failure);
            throw failure;
        }
        return draft;
    }

    /** A draft that cannot be kept beside its target stays what it was. */
    private void undo(InstantiationRecord record, InstantiationRecord changed, RuntimeException failure) {
        try {
            parts.writes()
                    .update(
                            changed.revision(),
                            new InstantiationRecords(parts, caller)
                                    .next(changed, InstantiationStatus.DRAFTED, record.document(), record.contents()));
        } catch (StackProfileException left) {
            failure.addSuppressed(left);
        }
    }
}
