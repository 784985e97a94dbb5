package io.stackprofile.testkit;

import io.stackprofile.StackDraftId;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A cluster in memory that keeps every clause of the SPI; for tests. A test puts stacks on it, makes members fail, and
 * looks at what was committed. Secrets are resolved before anything changes, and kept apart from the members, whose
 * texts keep their placeholders. Thread-safe.
 */
public final class InMemoryCluster implements ClusterAccess {

    private final String name;
    private final Map<String, StackSnapshot> stacks = new TreeMap<>();
    private final Map<StackDraftId, DraftDocument> drafts = new HashMap<>();
    private final HandedSecrets secrets = new HandedSecrets();
    private final Map<String, CommitCount> counts = new HashMap<>();
    private final Map<MemberRef, ErrorCode> failing = new LinkedHashMap<>();
    private boolean reachable = true;
    private boolean losesAnswer;

    private InMemoryCluster(String name) {
        this.name = name;
    }

    /** An empty cluster. */
    public static InMemoryCluster named(String name) {
        return new InMemoryCluster(name);
    }

    /** What callers call it. */
    public String name() {
        return name;
    }

    /** Puts a stack on the cluster, in place of the one of its name. */
    public InMemoryCluster put(String stack, StackSpec spec) {
        return put(stack, spec, Map.of());
    }

    /** Puts a stack with variables on the cluster, in place of the one of its name. */
    public InMemoryCluster put(String stack, StackSpec spec, Map<String, String> variables) {
        return put(StackSnapshot.builder()
                .name(stack)
                .spec(spec)
                .putAllVariables(variables)
                .fingerprint("")
                .build());
    }

    /** Puts a stack on the cluster as {@link #read} shall give it, but for the fingerprint, which is computed. */
    public synchronized InMemoryCluster put(StackSnapshot snapshot) {
        stacks.put(snapshot.name(), Snapshots.with(snapshot, snapshot.spec(), snapshot.marks()));
        return this;
    }

    /**
     * Gives a member another text, as someone working on the cluster would.
     *
     * @throws IllegalArgumentException if the stack does not have the member
     */
    public synchronized InMemoryCluster edit(String stack, MemberRef member, String text) {
        StackSnapshot snapshot = snapshot(stack);
        Member there = snapshot.spec()
                .find(member)
                .orElseThrow(() -> new IllegalArgumentException("stack " + stack + " has no " + member));
        stacks.put(stack, Snapshots.with(snapshot, snapshot.spec().with(there.withText(text)), snapshot.marks()));
        return this;
    }

    /** Takes a member away, as someone working on the cluster would. */
    public synchronized InMemoryCluster remove(String stack, MemberRef member) {
        StackSnapshot snapshot = snapshot(stack);
        Map<MemberRef, InstanceMark> marks = new LinkedHashMap<>(snapshot.marks());
        marks.remove(member);
        stacks.put(stack, Snapshots.with(snapshot, snapshot.spec().without(member), marks));
        return this;
    }

    /** Takes a stack away, as someone working on the cluster would. */
    public synchronized InMemoryCluster remove(String stack) {
        stacks.remove(stack);
        return this;
    }

    /** Makes every commit and removal of a member fail with {@code OBJECT_REFUSED} until {@link #heal}. */
    public InMemoryCluster failOn(MemberRef member) {
        return failOn(member, ErrorCode.OBJECT_REFUSED);
    }

    /** Makes every commit and removal of a member fail for this reason until {@link #heal}. */
    public synchronized InMemoryCluster failOn(MemberRef member, ErrorCode code) {
        failing.put(member, code);
        return this;
    }

    /** Lets every member succeed again. */
    public synchronized InMemoryCluster heal() {
        failing.clear();
        return this;
    }

    /** Lets every call of the SPI fail with {@code CLUSTER_UNREACHABLE}, and do nothing, until {@link #reachable}. */
    public synchronized InMemoryCluster unreachable() {
        reachable = false;
        return this;
    }

    /** Answers again. */
    public synchronized InMemoryCluster reachable() {
        reachable = true;
        return this;
    }

    /** Lets the next commit take effect and fail with {@code OUTCOME_UNKNOWN}, as when the connection ends too early. */
    public synchronized InMemoryCluster loseNextAnswer() {
        losesAnswer = true;
        return this;
    }

    /** How many commits a stack took, those that changed nothing included. */
    public synchronized int commits(String stack) {
        return count(stack).all();
    }

    /** How many commits changed a stack. */
    public synchronized int changingCommits(String stack) {
        return count(stack).changing();
    }

    /** How many members of a stack commits created, updated and removed, all together. */
    public synchronized int changes(String stack) {
        return count(stack).changes();
    }

    private CommitCount count(String stack) {
        return counts.getOrDefault(stack, CommitCount.NONE);
    }

    /** The secret that was handed over for a parameter of a stack, if one was. */
    public synchronized Optional<String> secret(String stack, String parameter) {
        return secrets.find(stack, parameter);
    }

    /** How many drafts are kept. */
    public synchronized int draftCount() {
        return drafts.size();
    }

    @Override
    public synchronized List<String> stacks() {
        requireReachable();
        return List.copyOf(stacks.keySet());
    }

    @Override
    public synchronized Optional<StackSnapshot> read(String stack) {
        requireReachable();
        return Optional.ofNullable(stacks.get(stack));
    }

    @Override
    public synchronized String fingerprint(String stack) {
        return read(stack).map(StackSnapshot::fingerprint).orElse("absent");
    }

    @Override
    public synchronized void saveDraft(DraftDocument draft) {
        requireReachable();
        drafts.put(draft.id(), draft);
    }

    @Override
    public synchronized Optional<DraftDocument> findDraft(StackDraftId id) {
        requireReachable();
        return Optional.ofNullable(drafts.get(id));
    }

    @Override
    public synchronized void deleteDraft(StackDraftId id) {
        requireReachable();
        drafts.remove(id);
    }

    @Override
    public synchronized List<DraftHeading> drafts() {
        requireReachable();
        return drafts.values().stream()
                .map(draft -> new DraftHeading(draft.id(), draft.stack()))
                .sorted(Comparator.comparing(heading -> heading.id().toString()))
                .toList();
    }

    @Override
    public synchronized CommitPreview preview(StackCommit commit) {
        requireReachable();
        // A secret is not asked for: one that was handed over counts as the same.
        CommitRehearsal rehearsal = rehearse(
                commit, slot -> secret(commit.stack(), slot.parameter()).isPresent());
        return new CommitPreview(rehearsal.spec(), rehearsal.report());
    }

    private CommitRehearsal rehearse(StackCommit commit, Predicate<SecretSlot> sameSecret) {
        return CommitRehearsal.of(commit, snapshot(commit.stack()), failing, sameSecret);
    }

    @Override
    public synchronized CommitReport commit(StackCommit commit) {
        requireUnmoved(commit);
        String stack = commit.stack();
        Map<String, String> resolved = HandedSecrets.resolve(commit);
        CommitRehearsal rehearsal = rehearse(
                commit,
                slot -> Optional.ofNullable(resolved.get(slot.parameter())).equals(secret(stack, slot.parameter())));
        commit.members().stream()
                .filter(member -> rehearsal.isDone(member.member()))
                .forEach(member -> secrets.take(stack, member, resolved));
        counts.put(stack, count(stack).plus(rehearsal.changes()));
        settle(commit, rehearsal);
        if (losesAnswer) {
            losesAnswer = false;
            throw new OutcomeUnknownException(
                    "the commit of stack " + stack + " to cluster " + name + " was sent and no answer came");
        }
        return rehearsal.report();
    }

    private void settle(StackCommit commit, CommitRehearsal rehearsal) {
        if (rehearsal.spec().members().isEmpty() && !commit.removals().isEmpty()) {
            stacks.remove(commit.stack());
            secrets.forget(commit.stack());
        } else {
            stacks.put(commit.stack(), Snapshots.with(snapshot(commit.stack()), rehearsal.spec(), rehearsal.marks()));
        }
    }

    private void requireReachable() {
        if (!reachable) {
            throw new ClusterException(
                    ErrorCode.CLUSTER_UNREACHABLE,
                    "cluster " + name + " does not answer",
                    "Check that it runs and can be reached from here, then try again.",
                    Location.unknown());
        }
    }

    private void requireUnmoved(StackCommit commit) {
        String actual = fingerprint(commit.stack());
        if (!commit.expectedFingerprint().orElse(actual).equals(actual)) {
            throw new ConflictException(
                    ErrorCode.TARGET_MOVED,
                    "stack " + commit.stack() + " on cluster " + name + " changed after the draft was reviewed",
                    "Review a new draft against the stack as it is now.");
        }
    }

    private StackSnapshot snapshot(String stack) {
        return Optional.ofNullable(stacks.get(stack)).orElseGet(() -> Snapshots.empty(stack));
    }

    /** The name and the stacks' names; never a member's text. */
    @Override
    public synchronized String toString() {
        return "InMemoryCluster[" + name + ", stacks=" + stacks.keySet() + "]";
    }
}
