package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.StackDraftId;
import io.stackprofile.error.CancelledException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.ValidationException;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.RolloutRequest;
import io.stackprofile.instantiation.RolloutStep;
import io.stackprofile.instantiation.RolloutStep.Outcome;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.InstantiationRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one target to a version, from whatever an earlier rollout left there. */
final class RolloutTarget {

    private static final Logger LOG = LoggerFactory.getLogger(RolloutTarget.class);

    /** What another writer may have been faster with; the target is looked at again once. */
    private static final List<ErrorCode> MOVED = List.of(ErrorCode.TARGET_MOVED, ErrorCode.STALE_REVISION);

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;
    private final RolloutRequest request;
    private final ProfileVersion version;
    private final LeftDrafts left;

    RolloutTarget(EngineParts parts, Caller caller, Call call, RolloutRequest request, ProfileVersion version) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
        this.request = request;
        this.version = version;
        this.left = new LeftDrafts(parts, caller);
    }

    static RolloutStep.Builder step(FleetTarget target, InstantiationRecord record, int wave) {
        RolloutStep.Builder step = RolloutStep.builder();
        step.instantiationId(record.id())
                .cluster(target.cluster())
                .stack(target.stack())
                .fromVersion(record.version())
                .wave(wave);
        return step;
    }

    /** Tidies up what an earlier rollout left at a target that has the version; what fails is left for the next one. */
    void tidy(FleetTarget target) {
        Optional<InstantiationRecord> deployed = target.live()
                .filter(live -> live.status() == InstantiationStatus.DEPLOYED && live.version() == version.version());
        try {
            deployed.ifPresent(live -> tidy(target, live));
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (StackProfileException failure) {
            LOG.warn(
                    "a draft or an earlier instance was left as it was: cluster={} stack={} code={}",
                    target.cluster(),
                    target.stack(),
                    failure.code());
        } catch (RuntimeException failure) {
            // Of a host, which may quote what it was handed.
            LOG.warn(
                    "a draft or an earlier instance was left as it was: cluster={} stack={} failure={}",
                    target.cluster(),
                    target.stack(),
                    failure.getClass().getName());
        }
    }

    /** Never throws for what is wrong with the target alone. */
    RolloutStep bring(FleetTarget target, int wave) {
        InstantiationRecord selected = target.settled().orElseThrow();
        try {
            return work(target, step(target, selected, wave));
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (StackProfileException failure) {
            return MOVED.contains(failure.code())
                    ? again(target, selected, wave)
                    : failed(target, step(target, selected, wave), failure);
        } catch (RuntimeException failure) {
            return unknown(step(target, selected, wave), failure);
        }
    }

    private RolloutStep again(FleetTarget target, InstantiationRecord selected, int wave) {
        try {
            return work(reread(target), step(target, selected, wave));
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (StackProfileException failure) {
            return failed(target, step(target, selected, wave), failure);
        } catch (RuntimeException failure) {
            return unknown(step(target, selected, wave), failure);
        }
    }

    private FleetTarget reread(FleetTarget target) {
        List<InstantiationRecord> records = new ArrayList<>();
        new TargetInstances(parts.store(), caller.organisation())
                .forEach(request.profile(), target.cluster(), target.stack(), records::add);
        return new FleetTarget(target.cluster(), target.stack(), records);
    }

    private RolloutStep work(FleetTarget target, RolloutStep.Builder step) {
        InstantiationRecord live = target.live().orElse(null);
        if (live == null) {
            return step.outcome(Outcome.SKIPPED)
                    .code(ErrorCode.WRONG_STATE)
                    .message("the instance is not looked after any more")
                    .build();
        }
        boolean there = live.version() == version.version();
        if (there && live.status() == InstantiationStatus.DEPLOYED) {
            tidy(target, live);
            return step.outcome(Outcome.ALREADY).build();
        }
        if (there || live.status() != InstantiationStatus.COMMITTING) {
            return request.dryRun() ? previewed(live, step) : there ? resumed(live, step) : updated(target, live, step);
        }
        return step.outcome(Outcome.SKIPPED)
                .code(ErrorCode.WRONG_STATE)
                .message("a commit of version " + live.version() + " is under way; commit its draft '" + live.draftId()
                        + "' again first")
                .build();
    }

    /** What an earlier rollout put there and did not tidy up behind. */
    private void tidy(FleetTarget target, InstantiationRecord live) {
        if (request.dryRun()) {
            return;
        }
        left.discard(target, version.version());
        if (target.hasOthersBeside(live) || left.isKept(live)) {
            new DraftCommit(parts, caller, call).commit(live, request.commit());
        }
    }

    private RolloutStep previewed(InstantiationRecord live, RolloutStep.Builder step) {
        if (live.version() == version.version()) {
            return step.outcome(Outcome.UPDATED)
                    .message("its commit was cut off and would be resumed")
                    .build();
        }
        UpdatePreview preview = preview(live);
        if (!preview.conflicts().isEmpty()) {
            return step.outcome(Outcome.CONFLICT)
                    .code(ErrorCode.MERGE_CONFLICT)
                    .addAllConflicts(preview.conflicts())
                    .build();
        }
        if (preview.targetGone()) {
            return step.outcome(Outcome.FAILED)
                    .code(ErrorCode.NOT_FOUND)
                    .message("the stack is not on the target any more")
                    .build();
        }
        return preview.complete()
                ? step.outcome(Outcome.UPDATED).build()
                : step.outcome(Outcome.INVALID_BINDING)
                        .code(ErrorCode.INVALID_BINDING)
                        .addAllFindings(AskedFindings.of(preview))
                        .build();
    }

    private UpdatePreview preview(InstantiationRecord live) {
        return new InstanceUpdate(parts, caller, call).preview(live, asked(live));
    }

    private UpdateRequest asked(InstantiationRecord live) {
        return Rollout.update(request, live, version.version());
    }

    private RolloutStep resumed(InstantiationRecord live, RolloutStep.Builder step) {
        return settled(new DraftCommit(parts, caller, call).commit(live, request.commit()), step);
    }

    private RolloutStep updated(FleetTarget target, InstantiationRecord live, RolloutStep.Builder step) {
        left.discard(target, version.version());
        StackDraft draft = new InstanceUpdate(parts, caller, call).update(live, asked(live));
        try {
            InstantiationRecord record = new InstantiationRecords(parts, caller).byDraft(draft.id());
            return settled(new DraftCommit(parts, caller, call).commit(record, request.commit()), step);
        } catch (RuntimeException failure) {
            discard(draft.id(), failure);
            throw failure;
        }
    }

    /** A draft whose commit was refused is of no use; one whose commit was cut off is resumed by the next rollout. */
    private void discard(StackDraftId draft, RuntimeException failure) {
        try {
            parts.store()
                    .instantiations()
                    .findByDraft(caller.organisation(), draft)
                    .filter(record -> record.status() == InstantiationStatus.DRAFTED)
                    .ifPresent(left::discard);
        } catch (StackProfileException unsettled) {
            failure.addSuppressed(unsettled);
        }
    }

    private static RolloutStep settled(CommitResult result, RolloutStep.Builder step) {
        boolean done = result.instantiation().status() == InstantiationStatus.DEPLOYED;
        Optional<ErrorCode> code = result.members().stream()
                .flatMap(member -> member.code().stream())
                .findFirst();
        return step.outcome(done ? Outcome.UPDATED : Outcome.PARTIAL)
                .successor(result.instantiation().id())
                .code(done ? Optional.empty() : code)
                .addAllMembers(result.members())
                .build();
    }

    private RolloutStep failed(FleetTarget target, RolloutStep.Builder step, StackProfileException failure) {
        step.code(failure.code()).message(failure.getMessage());
        if (failure instanceof ValidationException invalid && failure.code() == ErrorCode.INVALID_BINDING) {
            return step.outcome(Outcome.INVALID_BINDING)
                    .addAllFindings(invalid.findings())
                    .build();
        }
        if (failure.code() != ErrorCode.MERGE_CONFLICT) {
            return step.outcome(Outcome.FAILED).build();
        }
        try {
            target.live().ifPresent(live -> step.addAllConflicts(preview(live).conflicts()));
        } catch (StackProfileException unreadable) {
            // That it is in conflict is known; where can be asked again.
            return step.outcome(Outcome.CONFLICT).build();
        }
        return step.outcome(Outcome.CONFLICT).build();
    }

    /** Of a host's adapter, which may quote what it was handed. */
    private static RolloutStep unknown(RolloutStep.Builder step, RuntimeException failure) {
        return step.outcome(Outcome.FAILED)
                .code(ErrorCode.CLUSTER_FAILED)
                .message("the call failed with " + failure.getClass().getName())
                .build();
    }
}
