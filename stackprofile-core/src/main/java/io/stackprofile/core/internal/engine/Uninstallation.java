package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.CommitOptions;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.store.InstantiationRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends instances: takes their members off the target, or lets go of them. */
final class Uninstallation {

    private static final Logger LOG = LoggerFactory.getLogger(Uninstallation.class);

    private final EngineParts parts;
    private final Call call;
    private final Caller caller;
    private final InstantiationRecords records;

    Uninstallation(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.call = call;
        this.caller = caller;
        this.records = new InstantiationRecords(parts, caller);
    }

    CommitResult uninstall(InstantiationRecord record, CommitOptions options) {
        if (record.status() == InstantiationStatus.UNINSTALLED) {
            close(record);
            return CommitResult.builder().instantiation(records.view(record)).build();
        }
        requireOnTarget(record, "be uninstalled");
        OpenDraft open = records.open(record);
        SecretLookup secrets = CommitPlan.secrets(parts, open);
        StackCommit plan = CommitPlan.leaving(open, secrets, options);
        QuietCluster cluster =
                new QuietCluster(new ClusterFinder(parts.clusters(), caller).cluster(record.cluster()), secrets);
        call.step("remove", 0, plan.removals().size());
        CommitRun.Settled settled = new CommitRun(parts, records)
                .run(open, cluster, plan, open.document().state().leaving(), InstantiationStatus.UNINSTALLED);
        if (settled.record().status() == InstantiationStatus.UNINSTALLED) {
            close(settled.record());
        }
        return CommitResult.builder()
                .instantiation(AfterWrite.get(
                        "the instance was taken off its target and could not be read back",
                        () -> records.view(settled.record())))
                .addAllMembers(settled.report().members())
                .build();
    }

    /** What an unfinished update was to take the place of went with it, and is not behind any more. */
    private void close(InstantiationRecord uninstalled) {
        try {
            new Supersession(parts, caller).of(uninstalled);
        } catch (StackProfileException failure) {
            LOG.warn(
                    "uninstalled, but an earlier instance was left as it was; uninstalling again tidies up:"
                            + " instance={} code={}",
                    uninstalled.id(),
                    failure.code());
        } catch (RuntimeException failure) {
            // Of a host, which may quote what it was handed.
            LOG.warn(
                    "uninstalled, but an earlier instance was left as it was; uninstalling again tidies up:"
                            + " instance={} failure={}",
                    uninstalled.id(),
                    failure.getClass().getName());
        }
    }

    Instantiation forget(InstantiationRecord record) {
        if (record.status() == InstantiationStatus.FORGOTTEN) {
            return records.view(record);
        }
        requireOnTarget(record, "be forgotten");
        InstantiationRecord forgotten = records.next(record, InstantiationStatus.FORGOTTEN);
        parts.writes().update(record.revision(), forgotten);
        return records.view(forgotten);
    }

    private static void requireOnTarget(InstantiationRecord record, String what) {
        if (record.status() == InstantiationStatus.DRAFTED) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "instance '" + record.id() + "' was never committed and cannot " + what,
                    "Discard its draft '" + record.draftId() + "'.");
        }
        if (!InstanceUpdate.isOnTarget(record)) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "instance '" + record.id() + "' is closed already and cannot " + what,
                    "List the profile's instances to see which one is deployed on stack '" + record.stack() + "'.");
        }
    }
}
