package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.AddonInstaller;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits by server-side apply. */
public final class KubernetesWriter implements StackWriter {

    private static final Logger LOG = LoggerFactory.getLogger(KubernetesWriter.class);

    private final KubeApi api;
    private final String cluster;
    private final WriteOptions options;
    private final MemberPlans plans;

    /**
     * A writer to one cluster.
     *
     * @param cluster what callers call it, for messages
     * @param installer how add-ons come onto it; absent: they fail
     */
    public KubernetesWriter(KubeApi api, String cluster, WriteOptions options, Optional<AddonInstaller> installer) {
        this.api = api;
        this.cluster = cluster;
        this.options = options;
        this.plans = new MemberPlans(installer, options.defaultNamespace());
    }

    @Override
    public CommitPreview preview(StackCommit commit, TargetState target) {
        List<PlannedMember> planned = plans.of(commit);
        ServedKinds kinds = new ServedKinds(api.discovery());
        ObjectWriter writer = writer(commit, target, kinds, true);
        CommitRun run = run(commit, target, kinds, new RehearsingStep(writer, planned), true);
        CommitReport report = run.report(planned);
        return new CommitPreview(target.reading().apply(run.objects()), report);
    }

    @Override
    public CommitReport commit(StackCommit commit, TargetState target) {
        requireUnmoved(commit, target);
        List<PlannedMember> planned = plans.of(commit);
        try (ResolvedSecrets secrets = ResolvedSecrets.of(commit)) {
            ServedKinds kinds = new ServedKinds(api.discovery());
            ObjectWriter writer = writer(commit, target, kinds, false);
            WritingStep step = new WritingStep(writer, new Readiness(api, kinds, options), secrets);
            CommitReport report = run(commit, target, kinds, step, false).report(planned);
            log(commit, report);
            return report;
        }
    }

    private CommitRun run(
            StackCommit commit, TargetState target, ServedKinds kinds, MemberWrites.Step step, boolean rehearsing) {
        ObjectRemover remover =
                new ObjectRemover(api, kinds, new KeepRules(commit, options.fieldManager()), rehearsing);
        return new CommitRun(
                commit,
                target,
                new PlannedIds(kinds, options.defaultNamespace()),
                new RemovalPlans(target, commit.stack(), options.defaultNamespace(), kinds),
                new MemberWrites(step, kinds),
                new MemberRemovals(remover, kinds, StayingMembers.of(commit, target)),
                remover);
    }

    private ObjectWriter writer(StackCommit commit, TargetState target, ServedKinds kinds, boolean rehearsing) {
        Map<ObjectId, JsonNode> objects = new HashMap<>();
        target.objects().forEach(object -> objects.put(ObjectId.of(object), object));
        return new ObjectWriter(api, kinds, options, commit.stack(), commit.forceConflicts(), objects, rehearsing);
    }

    private void requireUnmoved(StackCommit commit, TargetState target) {
        String actual = target.fingerprint();
        if (!commit.expectedFingerprint().orElse(actual).equals(actual)) {
            throw new ConflictException(
                    ErrorCode.TARGET_MOVED,
                    "stack " + commit.stack() + " on cluster " + cluster + " changed after the draft was reviewed",
                    "Review a new draft against the stack as it is now.");
        }
    }

    private void log(StackCommit commit, CommitReport report) {
        if (LOG.isInfoEnabled()) {
            long done = report.members().stream().filter(Outcomes::isDone).count();
            long unchanged = report.members().stream()
                    .filter(outcome -> outcome.status() == MemberOutcome.Status.UNCHANGED)
                    .count();
            LOG.info(
                    "committed stack {} to cluster {}: {} of {} members done, {} of them unchanged",
                    commit.stack(),
                    cluster,
                    done,
                    report.members().size(),
                    unchanged);
        }
    }

    @Override
    public String toString() {
        return "KubernetesWriter[" + cluster + "]";
    }
}
