package io.stackprofile.cluster.directory;

import io.stackprofile.Limits;
import io.stackprofile.StackDraftId;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.spi.secret.SecretWriter;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster that is a folder: a GitOps repository whose {@code cluster.yaml} is an {@code ImportCluster}, or plain
 * folders of manifests. Nothing is kept between calls. Safe for concurrent use, also by several processes: commits and
 * drafts take turns through {@code .stackprofile/lock}; reading takes no lock and writes nothing.
 *
 * <p>Content that cannot be read is refused with an {@link InvalidContentException} that names file and line; a folder
 * that cannot be reached is a {@link io.stackprofile.error.ClusterException}.
 */
public final class DirectoryCluster implements ClusterAccess {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryCluster.class);

    private final String name;
    private final Path path;
    private final Limits limits;
    private final Optional<SecretWriter> secretWriter;
    private final FolderWriter.Move move;

    DirectoryCluster(
            String name, Path path, Limits limits, Optional<SecretWriter> secretWriter, FolderWriter.Move move) {
        this.name = name;
        this.path = path;
        this.limits = limits;
        this.secretWriter = secretWriter;
        this.move = move;
    }

    /** The cluster in the folder {@code path}, within the default limits and without a secret writer. */
    public static DirectoryCluster at(Path path) {
        return new DirectoryCluster(
                DirectoryClusters.PREFIX + path, path, Limits.defaults(), Optional.empty(), FolderWriter.Move.ATOMIC);
    }

    private Folder folder() {
        return Folder.open(path, limits);
    }

    @Override
    public List<String> stacks() {
        return Layout.of(folder()).stacks();
    }

    @Override
    public Optional<StackSnapshot> read(String stack) {
        return Layout.of(folder()).read(stack);
    }

    @Override
    public String fingerprint(String stack) {
        return fingerprint(read(stack));
    }

    private static String fingerprint(Optional<StackSnapshot> stack) {
        return stack.map(StackSnapshot::fingerprint).orElse(Fingerprints.ABSENT);
    }

    @Override
    public void saveDraft(DraftDocument draft) {
        Folder folder = folder();
        StateFolder state = new StateFolder(folder);
        state.locked(() -> {
            new DraftFolder(folder, state.staging()).save(draft);
            return draft.id();
        });
        LOG.debug("Saved draft {} for stack {} beside cluster {}", draft.id(), draft.stack(), name);
    }

    @Override
    public Optional<DraftDocument> findDraft(StackDraftId id) {
        Folder folder = folder();
        return new DraftFolder(folder, new StateFolder(folder).staging()).find(id);
    }

    @Override
    public void deleteDraft(StackDraftId id) {
        Folder folder = folder();
        StateFolder state = new StateFolder(folder);
        if (state.exists()) {
            state.locked(() -> {
                new DraftFolder(folder, state.staging()).delete(id);
                return id;
            });
        }
    }

    @Override
    public StackSpec preview(StackCommit commit) {
        requireDistinct(commit);
        Folder folder = folder();
        Layout layout = Layout.of(folder);
        Plan plan = layout.plan(commit);
        Optional<StackSnapshot> result = check(folder, layout, commit, plan).result();
        return result.map(StackSnapshot::spec).orElseGet(() -> StackSpec.of(commit.description(), List.of()));
    }

    @Override
    public CommitReport commit(StackCommit commit) {
        requireDistinct(commit);
        Folder folder = folder();
        StateFolder state = new StateFolder(folder);
        CommitReport report = state.locked(() -> write(folder, state, commit));
        LOG.info(
                "Committed {} members ({} unchanged) of stack {} to cluster {}",
                report.members().size(),
                report.members().stream()
                        .filter(member -> member.status() == MemberOutcome.Status.UNCHANGED)
                        .count(),
                commit.stack(),
                name);
        return report;
    }

    private CommitReport write(Folder folder, StateFolder state, StackCommit commit) {
        Layout layout = Layout.of(folder);
        requireUnmoved(layout, commit);
        Plan plan = layout.plan(commit);
        CommitCheck check = check(folder, layout, commit, plan);
        List<MemberOutcome> outcomes = check.outcomes(check.result());
        // Whoever reads the files next must find the secrets they refer to.
        secretWriter
                .map(writer -> new SecretHandover(writer, name))
                .ifPresent(handover -> plan.secrets().forEach(secret -> handover.hand(commit, secret)));
        new FolderWriter(folder, state.staging(), move).write(plan.files());
        return new CommitReport(outcomes);
    }

    private static CommitCheck check(Folder folder, Layout layout, StackCommit commit, Plan plan) {
        return new CommitCheck(layout, Layout.of(folder.with(plan.files())), commit.stack(), plan);
    }

    private void requireUnmoved(Layout layout, StackCommit commit) {
        if (commit.expectedFingerprint().isEmpty()) {
            return;
        }
        if (!commit.expectedFingerprint().get().equals(fingerprint(layout.read(commit.stack())))) {
            throw new ConflictException(
                    ErrorCode.TARGET_MOVED,
                    "stack '" + commit.stack() + "' on cluster '" + name + "' changed after the draft was reviewed",
                    "Review a new draft against the stack as it is now.");
        }
    }

    private static void requireDistinct(StackCommit commit) {
        Set<MemberRef> seen = new HashSet<>();
        for (CommitMember member : commit.members()) {
            if (!seen.add(member.member().ref())) {
                throw new InvalidContentException(
                        ErrorCode.INVALID_REQUEST,
                        "the commit has two members called " + member.member().ref(),
                        "Commit each member once.",
                        Location.member(member.member().ref()));
            }
        }
    }

    @Override
    public String toString() {
        return "DirectoryCluster[" + name + "]";
    }
}
