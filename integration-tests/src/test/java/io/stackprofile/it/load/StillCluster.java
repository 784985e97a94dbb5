package io.stackprofile.it.load;

import io.stackprofile.StackDraftId;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import java.util.List;
import java.util.Optional;

/** A cluster whose stacks never moved: it is gone with its process, and what was drafted on it is committed elsewhere. */
final class StillCluster implements ClusterAccess {

    private final ClusterAccess cluster;

    StillCluster(ClusterAccess cluster) {
        this.cluster = cluster;
    }

    @Override
    public String fingerprint(String stack) {
        return "still";
    }

    @Override
    public CommitReport commit(StackCommit commit) {
        return cluster.commit(StackCommit.builder()
                .organisation(commit.organisation())
                .draftId(commit.draftId())
                .stack(commit.stack())
                .description(commit.description())
                .addAllMembers(commit.members())
                .addAllRemovals(commit.removals())
                .removeForeign(commit.removeForeign())
                .forceConflicts(commit.forceConflicts())
                .mark(commit.mark())
                .secrets(commit.secrets())
                .build());
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
    public void saveDraft(DraftDocument draft) {
        cluster.saveDraft(draft);
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
        cluster.deleteDraft(id);
    }

    @Override
    public CommitPreview preview(StackCommit commit) {
        return cluster.preview(commit);
    }
}
