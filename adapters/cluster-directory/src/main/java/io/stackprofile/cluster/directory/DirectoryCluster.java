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
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster that is a folder. Nothing is kept between calls. Safe for concurrent use, also by several processes: commits
 * and drafts take turns through {@code .stackprofile/lock}; reading takes no lock and writes nothing.
 *
 * <p>A <b>GitOps repository</b> has a {@code cluster.yaml} of kind {@code ImportCluster} that declares stacks, manifests
 * and add-ons, or includes files that do. A commit edits the entries in place, writes new members to
 * {@code stacks/STACK/}, and refers to secrets as <code>${{ ankra.NAME }}</code> with {@code encrypted_paths}; an
 * existing stack keeps its description. A member that is removed takes its file along, and an include that has nothing
 * left; a stack that is emptied stays declared, with its variables.
 *
 * <p>In <b>plain folders</b> each direct subfolder is a stack; a folder that directly holds YAML files is itself the one
 * stack. A file is a manifest named by its path without the ending; {@code NAME.values.yaml} is an add-on whose first
 * line may say {@code # chart: NAME VERSION REPOSITORY_URL}. A commit keeps the placeholders of secrets, and notes edges,
 * namespaces and the description in {@code .stackprofile/stacks/}. A stack that is emptied is gone with its folder, unless
 * files stay there that are no members.
 *
 * <p>Both note there which instance put a member there, and a digest of it as it was then: that is how a removal tells what
 * others changed. Nobody owns single fields here, so {@code forceConflicts} means nothing. A commit is made as a whole or
 * refused as a whole, so no member fails alone. Who deletes {@code .stackprofile/} has all members kept.
 *
 * <p>Content that cannot be read is refused with an {@link InvalidContentException} that names file and line; a folder
 * that is not there is a {@link io.stackprofile.error.ClusterException} of {@code CLUSTER_UNREACHABLE}, one that this
 * process may not read or write {@code CLUSTER_FORBIDDEN}.
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
    public List<DraftHeading> drafts() {
        Folder folder = folder();
        return new DraftFolder(folder, new StateFolder(folder).staging()).list();
    }

    @Override
    public CommitPreview preview(StackCommit commit) {
        requireSound(commit);
        Folder folder = folder();
        Layout layout = Layout.of(folder);
        Plan plan = layout.plan(commit);
        CommitCheck check = check(folder, layout, commit, plan);
        return new CommitPreview(
                check.result().map(StackSnapshot::spec).orElseGet(() -> StackSpec.of(commit.description(), List.of())),
                new CommitReport(check.outcomes()));
    }

    @Override
    public CommitReport commit(StackCommit commit) {
        requireSound(commit);
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
        check.result();
        List<MemberOutcome> outcomes = check.outcomes();
        // Whoever reads the files next must find the secrets they refer to.
        secretWriter
                .map(writer -> new SecretHandover(writer, name))
                .ifPresent(handover -> plan.secrets().forEach(secret -> handover.hand(commit, secret)));
        new FolderWriter(folder, state.staging(), move).write(plan);
        return new CommitReport(outcomes);
    }

    private static CommitCheck check(Folder folder, Layout layout, StackCommit commit, Plan plan) {
        Stream.concat(plan.changes().keySet().stream(), plan.deletions().stream())
                .filter(folder::isLinked)
                .findFirst()
                .ifPresent(link -> {
                    throw Refusals.linked(link);
                });
        Layout after = Layout.of(folder.with(plan.changes(), plan.deletions()));
        return new CommitCheck(layout, after, commit.stack(), plan);
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

    private static void requireSound(StackCommit commit) {
        Set<MemberRef> seen = new HashSet<>();
        for (CommitMember member : commit.members()) {
            if (!seen.add(member.member().ref())) {
                throw new InvalidContentException(
                        ErrorCode.INVALID_REQUEST,
                        "the commit has two members called " + member.member().ref(),
                        "Commit each member once.",
                        Location.member(member.member().ref()));
            }
            // Half of a surrogate pair is found here, not when half of the files are written.
            Location at = Location.member(member.member().ref());
            Utf8.encode(member.member().name(), at);
            member.member().text().ifPresent(text -> Utf8.encode(text, at));
        }
    }

    @Override
    public String toString() {
        return "DirectoryCluster[" + name + "]";
    }
}
