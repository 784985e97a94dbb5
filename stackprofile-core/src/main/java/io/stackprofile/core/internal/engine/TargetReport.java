package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.core.internal.standing.TargetDrift;
import io.stackprofile.core.internal.standing.TargetSide;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.DriftReport;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;

/** Holds an instance's version against its target. */
final class TargetReport {

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;

    TargetReport(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
    }

    DriftReport drift(InstantiationRecord record) {
        if (!InstanceUpdate.isOnTarget(record)) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "instance '" + record.id() + "' "
                            + (record.status() == InstantiationStatus.DRAFTED
                                    ? "was never committed"
                                    : "does not describe its target any more"),
                    "Ask for the instance that is deployed on stack '" + record.stack() + "'.");
        }
        call.step("read", 0, 1);
        InstantiationDocument.Content document =
                new InstantiationRecords(parts, caller).open(record).document();
        Optional<StackSnapshot> target = new ClusterFinder(parts.clusters(), caller)
                .cluster(record.cluster())
                .read(record.stack());
        call.step("compare", 0, 1);
        return drift(record, document.base(), target, policy(record));
    }

    /** What a version gives against a target that was read. */
    DriftReport drift(
            InstantiationRecord record, StackSpec version, Optional<StackSnapshot> target, RedactionPolicy policy) {
        Optional<TargetSide> side = target.map(
                snapshot -> TargetSide.of(version, version, snapshot, parts.redactor(policy), parts.limits()));
        return DriftReport.builder()
                .instantiationId(record.id())
                .version(record.version())
                .cluster(record.cluster())
                .stack(record.stack())
                .targetGone(target.isEmpty())
                .addAllMembers(side.map(found -> TargetDrift.of(version, found, parts.limits()))
                        .orElseGet(() -> TargetDrift.gone(version)))
                .addAllOthers(side.map(TargetSide::others).orElse(List.of()))
                .build();
    }

    /** How the version's secrets are told; a profile that cannot be read any more says nothing of it. */
    private RedactionPolicy policy(InstantiationRecord record) {
        ProfileReader reader = new ProfileReader(parts.store(), caller);
        Optional<ProfileRecord> profile = reader.visible(record.profileId());
        return profile.map(found -> reader.version(found, record.version()).redaction())
                .orElse(parts.redaction());
    }
}
