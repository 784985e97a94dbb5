package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.SecretException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import java.util.List;
import java.util.Optional;

/**
 * Deploys a draft. The record says COMMITTING before the cluster is touched and is settled after, so that a commit that
 * was cut off is seen and resumed.
 */
final class DraftCommit {

    private final EngineParts parts;
    private final Call call;
    private final Caller caller;
    private final InstantiationRecords records;

    DraftCommit(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.call = call;
        this.caller = caller;
        this.records = new InstantiationRecords(parts, caller);
    }

    CommitResult commit(InstantiationRecord record) {
        OpenDraft open = records.open(record);
        if (record.status() == InstantiationStatus.DEPLOYED) {
            return unchanged(open);
        }
        ClusterAccess cluster = new ClusterFinder(parts.clusters(), caller).cluster(record.cluster());
        boolean fresh = record.status() == InstantiationStatus.DRAFTED;
        Optional<String> expected = fresh ? Optional.of(open.document().targetFingerprint()) : Optional.empty();
        call.step("deploy", 0, open.draft().spec().members().size());
        InstantiationRecord committing = move(record, InstantiationStatus.COMMITTING);
        CommitReport report = deploy(cluster, open, expected, committing, record.status());
        call.step("deploy", report.members().size(), report.members().size());
        InstantiationRecord settled =
                move(committing, report.complete() ? InstantiationStatus.DEPLOYED : InstantiationStatus.PARTIAL);
        if (report.complete()) {
            cluster.deleteDraft(record.draftId());
        }
        return CommitResult.builder()
                .instantiation(records.view(settled))
                .addAllMembers(report.members())
                .build();
    }

    /** A refusal changed nothing on the target, so the record goes back; any other failure leaves COMMITTING to resume. */
    private CommitReport deploy(
            ClusterAccess cluster,
            OpenDraft open,
            Optional<String> expected,
            InstantiationRecord committing,
            InstantiationStatus before) {
        try {
            return cluster.commit(CommitPlan.of(parts, open, expected));
        } catch (ConflictException | SecretException refused) {
            try {
                move(committing, before);
            } catch (StackProfileException unsettled) {
                refused.addSuppressed(unsettled);
            }
            throw refused;
        }
    }

    private InstantiationRecord move(InstantiationRecord record, InstantiationStatus status) {
        InstantiationRecord next = records.next(record, status);
        parts.store().instantiations().update(record.revision(), next);
        return next;
    }

    private CommitResult unchanged(OpenDraft open) {
        List<MemberRef> order = StackGraph.of(open.draft().spec()).order();
        return CommitResult.builder()
                .instantiation(records.view(open.record()))
                .addAllMembers(order.stream()
                        .map(ref -> MemberOutcome.builder()
                                .ref(ref)
                                .status(MemberOutcome.Status.UNCHANGED)
                                .build())
                        .toList())
                .build();
    }
}
