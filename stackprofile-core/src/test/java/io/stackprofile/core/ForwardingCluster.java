package io.stackprofile.core;

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

/** A cluster in front of another, for tests that let one call go wrong. */
class ForwardingCluster implements ClusterAccess {

    private final ClusterAccess to;

    ForwardingCluster(ClusterAccess to) {
        this.to = to;
    }

    @Override
    public List<String> stacks() {
        return to.stacks();
    }

    @Override
    public Optional<StackSnapshot> read(String stack) {
        return to.read(stack);
    }

    @Override
    public String fingerprint(String stack) {
        return to.fingerprint(stack);
    }

    @Override
    public void saveDraft(DraftDocument draft) {
        to.saveDraft(draft);
    }

    @Override
    public Optional<DraftDocument> findDraft(StackDraftId id) {
        return to.findDraft(id);
    }

    @Override
    public List<DraftHeading> drafts() {
        return to.drafts();
    }

    @Override
    public void deleteDraft(StackDraftId id) {
        to.deleteDraft(id);
    }

    @Override
    public CommitPreview preview(StackCommit commit) {
        return to.preview(commit);
    }

    @Override
    public CommitReport commit(StackCommit commit) {
        return to.commit(commit);
    }
}
