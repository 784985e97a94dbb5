package io.stackprofile.testkit;

import io.stackprofile.StackDraftId;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A cluster that holds objects, not texts, and gives them as an API server does: as JSON, with its own fields added. */
public final class LiveCluster implements ClusterAccess {

    private final InMemoryCluster held = InMemoryCluster.named("live");
    private final Consumer<Map<String, Object>> server;
    private final UnaryOperator<StackSpec> reader;

    /**
     * A cluster with two places for faults.
     *
     * @param server changes each object that is read
     * @param reader changes each stack that is read
     */
    public LiveCluster(
            Map<String, StackSpec> stacks, Consumer<Map<String, Object>> server, UnaryOperator<StackSpec> reader) {
        this.server = server;
        this.reader = reader;
        stacks.forEach((name, spec) -> held.put(name, LiveTexts.sent(spec)));
    }

    /** Makes every commit of a member fail. */
    public void failOn(MemberRef member) {
        held.failOn(member);
    }

    /** Lets every member succeed again. */
    public void heal() {
        held.heal();
    }

    private StackSpec live(StackSpec spec) {
        return reader.apply(LiveTexts.live(spec, server));
    }

    private static StackCommit sent(StackCommit commit) {
        return StackCommit.builder()
                .organisation(commit.organisation())
                .draftId(commit.draftId())
                .stack(commit.stack())
                .description(commit.description())
                .addAllMembers(commit.members().stream()
                        .map(member -> CommitMember.builder()
                                .member(LiveTexts.sent(member.member()))
                                .addAllSecrets(member.secrets())
                                .build())
                        .toList())
                .expectedFingerprint(commit.expectedFingerprint())
                .addAllRemovals(commit.removals().stream().map(LiveTexts::sent).toList())
                .removeForeign(commit.removeForeign())
                .forceConflicts(commit.forceConflicts())
                .mark(commit.mark())
                .secrets(commit.secrets())
                .build();
    }

    @Override
    public List<String> stacks() {
        return held.stacks();
    }

    @Override
    public Optional<StackSnapshot> read(String stack) {
        return held.read(stack)
                .map(snapshot -> StackSnapshot.builder()
                        .name(stack)
                        .spec(live(snapshot.spec()))
                        .putAllMarks(snapshot.marks())
                        .live(true)
                        .fingerprint(snapshot.fingerprint())
                        .build());
    }

    @Override
    public String fingerprint(String stack) {
        return held.fingerprint(stack);
    }

    @Override
    public void saveDraft(DraftDocument draft) {
        held.saveDraft(draft);
    }

    @Override
    public Optional<DraftDocument> findDraft(StackDraftId id) {
        return held.findDraft(id);
    }

    @Override
    public List<DraftHeading> drafts() {
        return held.drafts();
    }

    @Override
    public void deleteDraft(StackDraftId id) {
        held.deleteDraft(id);
    }

    @Override
    public CommitPreview preview(StackCommit commit) {
        CommitPreview preview = held.preview(sent(commit));
        return new CommitPreview(live(preview.spec()), preview.report());
    }

    @Override
    public CommitReport commit(StackCommit commit) {
        return held.commit(sent(commit));
    }
}
