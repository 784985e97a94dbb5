package io.stackprofile.cluster.kubernetes;

import io.stackprofile.StackDraftId;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.commit.StackWriter;
import io.stackprofile.cluster.kubernetes.internal.commit.TargetState;
import io.stackprofile.cluster.kubernetes.internal.draft.ClusterDrafts;
import io.stackprofile.cluster.kubernetes.internal.read.StackNames;
import io.stackprofile.cluster.kubernetes.internal.read.StackReader;
import io.stackprofile.cluster.kubernetes.internal.read.StackState;
import io.stackprofile.cluster.kubernetes.internal.source.SourcePart;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** One API server. Thread-safe; commits to one stack through one instance come one after the other. */
final class KubernetesCluster implements ClusterAccess {

    private final String name;
    private final KubeApi api;
    private final Map<String, StackSource> sources;
    private final StackReader reader;
    private final StackWriter writer;
    private final ClusterDrafts drafts;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    KubernetesCluster(
            String name,
            KubeApi api,
            Map<String, StackSource> sources,
            StackReader reader,
            StackWriter writer,
            ClusterDrafts drafts) {
        this.name = name;
        this.api = api;
        this.sources = Map.copyOf(sources);
        this.reader = reader;
        this.writer = writer;
        this.drafts = drafts;
    }

    @Override
    public List<String> stacks() {
        Set<String> names = new TreeSet<>(StackNames.of(api));
        names.addAll(sources.keySet());
        return List.copyOf(names);
    }

    @Override
    public Optional<StackSnapshot> read(String stack) {
        return state(stack).snapshot();
    }

    @Override
    public String fingerprint(String stack) {
        return state(stack).fingerprint();
    }

    private StackState state(String stack) {
        return reader.read(stack, source(stack));
    }

    private List<SourcePart> source(String stack) {
        return Optional.ofNullable(sources.get(stack))
                .map(StackSource::parts)
                .orElseGet(() ->
                        StackNames.isName(stack) ? StackSource.partOf(stack).parts() : List.of());
    }

    @Override
    public CommitPreview preview(StackCommit commit) {
        return writer.preview(commit, target(commit.stack()));
    }

    @Override
    public CommitReport commit(StackCommit commit) {
        ReentrantLock lock = locks.computeIfAbsent(commit.stack(), stack -> new ReentrantLock());
        lock.lock();
        try {
            return writer.commit(commit, target(commit.stack()));
        } finally {
            lock.unlock();
        }
    }

    private TargetState target(String stack) {
        StackState state = state(stack);
        return new TargetState(state.fingerprint(), state.objects(), state.reading());
    }

    @Override
    public void saveDraft(DraftDocument draft) {
        drafts.save(draft);
    }

    @Override
    public Optional<DraftDocument> findDraft(StackDraftId id) {
        return drafts.find(id);
    }

    @Override
    public List<DraftHeading> drafts() {
        return drafts.list();
    }

    @Override
    public void deleteDraft(StackDraftId id) {
        drafts.delete(id);
    }

    @Override
    public String toString() {
        return "KubernetesCluster[" + name + "]";
    }
}
