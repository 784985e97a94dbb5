package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.InstantiationId;
import io.stackprofile.core.internal.codec.InstanceState;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.core.internal.migrate.UpdatePlan;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.ValidationException;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.stack.StackSpec;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Brings an instance to another version: carries what it is bound to, joins the version's changes with those on the target,
 * and drafts the result beside it.
 */
final class InstanceUpdate {

    /** What is closed or not yet deployed says nothing of a target. */
    private static final Set<InstantiationStatus> ON_TARGET =
            EnumSet.of(InstantiationStatus.DEPLOYED, InstantiationStatus.PARTIAL, InstantiationStatus.COMMITTING);

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;
    private final ProfileReader reader;

    InstanceUpdate(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
        this.reader = new ProfileReader(parts.store(), caller);
    }

    static boolean isOnTarget(InstantiationRecord record) {
        return ON_TARGET.contains(record.status());
    }

    /** What an update would do. */
    UpdatePreview preview(InstantiationRecord record, UpdateRequest request) {
        ProfileRecord profile = readable(record);
        return preview(record, request, profile, new VersionChoice(reader).of(profile, request));
    }

    /** What an update to {@code version} would do, which need not be stored: then it follows the profile's latest. */
    UpdatePreview preview(
            InstantiationRecord record, UpdateRequest request, ProfileRecord profile, ProfileVersion version) {
        UpdatePlan plan = plans(profile).plan(record, version, UpdateBindings.Asked.of(request), record.id());
        UpdatePreview.Builder preview = UpdatePreview.builder()
                .instantiationId(record.id())
                .profileId(record.profileId())
                .fromVersion(record.version())
                .toVersion(version.version())
                .addAllParameters(plan.origins())
                .addAllLost(plan.lost())
                .addAllFindings(plan.findings());
        if (plan.open().isEmpty() && (isOnTarget(record) || record.status() == InstantiationStatus.DRAFTED)) {
            TargetMerge.Merged merged = merged(record, request, version, plan);
            preview.addAllConflicts(merged.conflicts())
                    .targetGone(merged.gone())
                    .addAllMembers(UpdateMembers.of(merged));
        }
        return preview.build();
    }

    StackDraft update(InstantiationRecord record, UpdateRequest request) {
        ProfileRecord profile = readable(record);
        requireLive(record);
        ProfileVersion version = new VersionChoice(reader).of(profile, request);
        InstantiationId id = new InstantiationId(parts.ids().next());
        UpdatePlan plan = plans(profile).plan(record, version, UpdateBindings.Asked.of(request), id);
        if (!plan.open().isEmpty()) {
            throw new ValidationException(
                    ErrorCode.INVALID_BINDING,
                    "the instance cannot go from version " + record.version() + " to " + version.version()
                            + " with what it is bound to",
                    "Give what is asked; a preview shows where everything comes from.",
                    plan.open());
        }
        TargetMerge.Merged merged = requireMerged(record, merged(record, request, version, plan));
        return new DraftDeployment(parts, caller, call)
                .draft(
                        profile,
                        version,
                        new DraftDeployment.Bound(
                                id,
                                record.cluster(),
                                record.stack(),
                                plan.bindings(),
                                merged.applied(),
                                merged.fingerprint(),
                                merged.state(InstanceState.of(version.digest(), namespaces(record)))));
    }

    private UpdateBindings plans(ProfileRecord profile) {
        return new UpdateBindings(parts, caller, call, profile);
    }

    private TargetMerge.Merged merged(
            InstantiationRecord record, UpdateRequest request, ProfileVersion version, UpdatePlan plan) {
        call.step("merge", 0, 1);
        StackSpec pure = DraftDeployment.render(version, plan.bindings(), namespaces(record), parts.limits());
        return new TargetMerge(parts, caller).merge(record, pure, version.redaction(), request.resolutions());
    }

    private static Map<String, String> namespaces(InstantiationRecord record) {
        return InstantiationDocument.namespaces(record.document());
    }

    /** Requires that the target is there and everything goes together. */
    static TargetMerge.Merged requireMerged(InstantiationRecord record, TargetMerge.Merged merged) {
        if (merged.gone()) {
            throw new NotFoundException(
                    "stack '" + record.stack() + "' of instance '" + record.id() + "' is not on cluster '"
                            + record.cluster() + "' any more",
                    "Forget the instance, and instantiate the profile again.");
        }
        if (!merged.conflicts().isEmpty()) {
            throw conflict(merged);
        }
        return merged;
    }

    private static StackProfileException conflict(TargetMerge.Merged merged) {
        int most = 5;
        StringBuilder where = new StringBuilder();
        merged.conflicts().stream()
                .limit(most)
                .forEach(conflict -> where.append(where.isEmpty() ? "" : ", ").append(conflict.location()));
        int more = merged.conflicts().size() - most;
        return new ConflictException(
                ErrorCode.MERGE_CONFLICT,
                "the version's changes and those on the target do not go together in "
                        + merged.conflicts().size() + " places: " + where + (more > 0 ? " and " + more + " more" : ""),
                "Settle each by its id; a preview gives them with both sides.");
    }

    private ProfileRecord readable(InstantiationRecord record) {
        call.step("read", 0, 1);
        ProfileRecord profile = reader.readable(record.profileId());
        new Gate(parts.access(), caller).require(Action.INSTANTIATE, profile.name());
        return profile;
    }

    /** Only what describes a target is brought on; what was replaced there would undo what came after it. */
    private static void requireLive(InstantiationRecord record) {
        if (record.status() == InstantiationStatus.SUPERSEDED) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "a later instance has taken the place of '" + record.id() + "'",
                    "Update the one that is deployed on stack '" + record.stack() + "'.");
        }
        if (record.status() == InstantiationStatus.UNINSTALLED || record.status() == InstantiationStatus.FORGOTTEN) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "instance '" + record.id() + "' is not looked after any more",
                    "Instantiate the profile, or adopt the stack.");
        }
        if (isOnTarget(record) && InstantiationDocument.uninstalling(record.document())) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "instance '" + record.id() + "' is being uninstalled",
                    "Uninstall it again to finish that.");
        }
    }
}
