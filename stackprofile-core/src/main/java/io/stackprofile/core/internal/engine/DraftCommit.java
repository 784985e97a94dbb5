package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.CommitOptions;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deploys a draft, and tidies up behind it. */
final class DraftCommit {

    private static final Logger LOG = LoggerFactory.getLogger(DraftCommit.class);

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

    CommitResult commit(InstantiationRecord record, CommitOptions options) {
        requireOpen(record);
        OpenDraft open = records.open(record);
        ClusterAccess cluster = new ClusterFinder(parts.clusters(), caller).cluster(record.cluster());
        if (record.status() == InstantiationStatus.DEPLOYED) {
            finish(cluster, record);
            return unchanged(open);
        }
        boolean fresh = record.status() == InstantiationStatus.DRAFTED;
        Optional<String> expected = fresh ? Optional.of(open.document().targetFingerprint()) : Optional.empty();
        // What cannot be planned is refused before the record says that work began.
        SecretLookup secrets = CommitPlan.secrets(parts, open);
        StackCommit plan = CommitPlan.of(parts, open, expected, secrets, options);
        call.step("deploy", 0, open.draft().spec().members().size());
        CommitRun.Settled settled = new CommitRun(parts, records)
                .run(
                        open,
                        new QuietCluster(cluster, secrets),
                        plan,
                        open.document().state(),
                        InstantiationStatus.DEPLOYED);
        if (settled.report().complete()) {
            finish(cluster, settled.record());
        }
        return CommitResult.builder()
                .instantiation(AfterWrite.get(
                        "the stack was deployed and the instance could not be read back",
                        () -> records.view(settled.record())))
                .addAllMembers(settled.report().members())
                .build();
    }

    private static void requireOpen(InstantiationRecord record) {
        if (record.status() == InstantiationStatus.SUPERSEDED) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "a later instance of the profile was deployed onto stack '" + record.stack() + "'",
                    "Instantiate the version again to go back to it.");
        }
        if (record.status() == InstantiationStatus.UNINSTALLED || record.status() == InstantiationStatus.FORGOTTEN) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "the draft's instance was uninstalled or forgotten",
                    "Instantiate the version again.");
        }
        if (record.status() != InstantiationStatus.DEPLOYED && InstantiationDocument.uninstalling(record.document())) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "the draft's instance '" + record.id() + "' is being uninstalled",
                    "Uninstall it again to finish that.");
        }
    }

    /** What is left to do once every member is on the target. It is deployed all the same when this fails. */
    private void finish(ClusterAccess cluster, InstantiationRecord deployed) {
        try {
            new Supersession(parts, caller).of(deployed);
            cluster.deleteDraft(deployed.draftId());
        } catch (StackProfileException failure) {
            LOG.warn(
                    "deployed, but its draft or an earlier instance was left as it was; committing again tidies up:"
                            + " draft={} code={}",
                    deployed.draftId(),
                    failure.code());
        } catch (RuntimeException failure) {
            // Of a host, which may quote what it was handed.
            LOG.warn(
                    "deployed, but its draft or an earlier instance was left as it was; committing again tidies up:"
                            + " draft={} failure={}",
                    deployed.draftId(),
                    failure.getClass().getName());
        }
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
