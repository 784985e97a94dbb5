package io.stackprofile.core;

import io.stackprofile.StackDraftId;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Manifest;
import io.stackprofile.testkit.InMemoryCluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A cluster that fails as clusters do, at random, and counts the commits of each stack that changed something. */
final class FlakyCluster implements ClusterAccess {

    /** A process that is killed. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("the process was killed");
        }
    }

    final InMemoryCluster cluster;
    private final Random random;
    private final Map<String, Integer> applied = new TreeMap<>();
    private double share;
    private int edits;

    FlakyCluster(InMemoryCluster cluster, Random random) {
        this.cluster = cluster;
        this.random = random;
    }

    /** How many of its calls go wrong from now on. */
    void share(double wrong) {
        share = wrong;
    }

    /** How many commits of a stack changed something. */
    int applied(String stack) {
        return applied.getOrDefault(stack, 0);
    }

    private boolean chance() {
        return random.nextDouble() < share;
    }

    private void before(String what) {
        goWrong(what + " was refused");
    }

    private void after(String what) {
        goWrong("the answer to " + what + " was lost");
    }

    private void goWrong(String how) {
        if (chance()) {
            if (random.nextInt(4) == 0) {
                throw new Crash();
            }
            throw failure(how);
        }
    }

    private static ClusterException failure(String what) {
        return new ClusterException(ErrorCode.CLUSTER_UNREACHABLE, what, "Try again.", Location.unknown());
    }

    @Override
    public List<String> stacks() {
        return cluster.stacks();
    }

    @Override
    public Optional<StackSnapshot> read(String stack) {
        return cluster.read(stack);
    }

    @Override
    public String fingerprint(String stack) {
        return cluster.fingerprint(stack);
    }

    @Override
    public void saveDraft(DraftDocument draft) {
        before("saving");
        cluster.saveDraft(draft);
        if (chance()) {
            StackSnapshot stack = cluster.read(draft.stack()).orElseThrow();
            Manifest local = Manifest.builder()
                    .name("local")
                    .content("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: local}\ndata: {edit: \"" + ++edits
                            + "\"}\n")
                    .build();
            cluster.put(draft.stack(), stack.spec().with(local));
        }
        after("saving");
    }

    @Override
    public Optional<DraftDocument> findDraft(StackDraftId id) {
        return cluster.findDraft(id);
    }

    @Override
    public List<DraftHeading> drafts() {
        return cluster.drafts();
    }

    @Override
    public void deleteDraft(StackDraftId id) {
        before("deleting");
        cluster.deleteDraft(id);
        after("deleting");
    }

    @Override
    public CommitPreview preview(StackCommit commit) {
        return cluster.preview(commit);
    }

    @Override
    public CommitReport commit(StackCommit commit) {
        before("committing");
        CommitReport report = cluster.commit(commit);
        boolean changed =
                report.members().stream().anyMatch(member -> member.status() != MemberOutcome.Status.UNCHANGED);
        applied.merge(commit.stack(), changed ? 1 : 0, Integer::sum);
        after("committing");
        return report;
    }
}
