package io.stackprofile.it.kube;

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

/** The stacks of one run among those of a server that others use too: their names are told apart, nothing else. */
final class RunCluster implements ClusterAccess {

    private final ClusterAccess cluster;
    private final String prefix;

    RunCluster(ClusterAccess cluster, String prefix) {
        this.cluster = cluster;
        this.prefix = prefix;
    }

    private String out(String stack) {
        return prefix + stack;
    }

    private String in(String stack) {
        return stack.startsWith(prefix) ? stack.substring(prefix.length()) : stack;
    }

    @Override
    public List<String> stacks() {
        return cluster.stacks().stream()
                .filter(stack -> stack.startsWith(prefix))
                .map(this::in)
                .toList();
    }

    @Override
    public Optional<StackSnapshot> read(String stack) {
        return cluster.read(out(stack))
                .map(snapshot -> StackSnapshot.builder()
                        .name(stack)
                        .spec(snapshot.spec())
                        .live(snapshot.live())
                        .putAllVariables(snapshot.variables())
                        .putAllFiles(snapshot.files())
                        .putAllEncryptedPaths(snapshot.encryptedPaths())
                        .putAllMarks(snapshot.marks())
                        .addAllLeftOut(snapshot.leftOut())
                        .addAllWarnings(snapshot.warnings())
                        .fingerprint(snapshot.fingerprint())
                        .build());
    }

    @Override
    public String fingerprint(String stack) {
        return cluster.fingerprint(out(stack));
    }

    @Override
    public void saveDraft(DraftDocument draft) {
        cluster.saveDraft(named(draft, out(draft.stack())));
    }

    @Override
    public Optional<DraftDocument> findDraft(StackDraftId id) {
        return cluster.findDraft(id).map(draft -> named(draft, in(draft.stack())));
    }

    @Override
    public List<DraftHeading> drafts() {
        return cluster.drafts().stream()
                .map(draft -> new DraftHeading(draft.id(), in(draft.stack())))
                .toList();
    }

    @Override
    public void deleteDraft(StackDraftId id) {
        cluster.deleteDraft(id);
    }

    @Override
    public CommitPreview preview(StackCommit commit) {
        return cluster.preview(named(commit));
    }

    @Override
    public CommitReport commit(StackCommit commit) {
        return cluster.commit(named(commit));
    }

    private StackCommit named(StackCommit commit) {
        return StackCommit.builder()
                .organisation(commit.organisation())
                .draftId(commit.draftId())
                .stack(out(commit.stack()))
                .description(commit.description())
                .addAllMembers(commit.members())
                .expectedFingerprint(commit.expectedFingerprint())
                .addAllRemovals(commit.removals())
                .removeForeign(commit.removeForeign())
                .forceConflicts(commit.forceConflicts())
                .mark(commit.mark())
                .secrets(commit.secrets())
                .build();
    }

    private static DraftDocument named(DraftDocument draft, String stack) {
        return DraftDocument.builder()
                .id(draft.id())
                .stack(stack)
                .spec(draft.spec())
                .document(draft.document())
                .build();
    }
}
