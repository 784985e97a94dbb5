package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.codec.InstanceState;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.SecretException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.stack.MemberRef;
import java.util.List;

/**
 * Has a cluster do what is planned for an instance. The record says COMMITTING before the cluster is touched and is
 * settled after, so that work that was cut off is seen and resumed.
 */
final class CommitRun {

    private final EngineParts parts;
    private final InstantiationRecords records;

    CommitRun(EngineParts parts, InstantiationRecords records) {
        this.parts = parts;
        this.records = records;
    }

    /**
     * What became of it.
     *
     * @param record the instance, settled
     * @param report what the cluster did
     */
    record Settled(InstantiationRecord record, CommitReport report) {}

    /**
     * Does it.
     *
     * @param state what the instance's document says while it is under way
     * @param done the status when nothing is left to do
     */
    Settled run(OpenDraft open, QuietCluster cluster, StackCommit plan, InstanceState state, InstantiationStatus done) {
        InstantiationRecord committing = move(open.record(), InstantiationStatus.COMMITTING, open, state);
        CommitReport report = deploy(open, cluster, plan, committing);
        InstanceState after = state.without(left(plan, report));
        InstantiationRecord settled = AfterWrite.get(
                "the cluster did its work and that could not be stored",
                () -> move(committing, report.complete() ? done : InstantiationStatus.PARTIAL, open, after));
        return new Settled(settled, report);
    }

    /** A refusal changed nothing on the target, so the record goes back; any other failure leaves COMMITTING to resume. */
    private CommitReport deploy(
            OpenDraft open, QuietCluster cluster, StackCommit plan, InstantiationRecord committing) {
        try {
            return cluster.commit(plan);
        } catch (ConflictException | SecretException | InvalidContentException refused) {
            try {
                move(committing, open.record().status(), open, open.document().state());
            } catch (StackProfileException unsettled) {
                refused.addSuppressed(unsettled);
            }
            throw refused;
        }
    }

    /** The members that are not there as they should be. */
    private static List<MemberRef> left(StackCommit plan, CommitReport report) {
        return report.members().stream()
                .filter(outcome -> outcome.status() == MemberOutcome.Status.FAILED
                        || outcome.status() == MemberOutcome.Status.SKIPPED)
                .map(MemberOutcome::ref)
                .filter(ref -> plan.spec().find(ref).isPresent())
                .toList();
    }

    private InstantiationRecord move(
            InstantiationRecord record, InstantiationStatus status, OpenDraft open, InstanceState state) {
        String document = state.equals(open.document().state())
                ? open.record().document()
                : InstantiationDocument.encode(open.document().with(state)).document();
        InstantiationRecord next = records.next(record, status, document);
        parts.writes().update(record.revision(), next);
        return next;
    }
}
