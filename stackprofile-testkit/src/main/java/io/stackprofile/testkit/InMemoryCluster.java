package io.stackprofile.testkit;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitMember;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A cluster in memory that keeps every clause of the SPI; for tests. A test puts stacks on it, makes members fail, and
 * looks at what was committed. Secrets are resolved before anything changes, and kept apart from the members, whose
 * texts keep their placeholders. Thread-safe.
 */
public final class InMemoryCluster implements ClusterAccess {

    private final String name;
    private final Map<String, StackSnapshot> stacks = new TreeMap<>();
    private final Map<StackDraftId, DraftDocument> drafts = new HashMap<>();
    private final Map<String, Map<String, String>> secrets = new HashMap<>();
    private final Map<MemberRef, String> failing = new LinkedHashMap<>();

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
        stacks.put(snapshot.name(), withSpec(snapshot, snapshot.spec(), snapshot.marks()));
        return this;
    }

    /** Takes a stack away, as someone working on the cluster would. */
    public synchronized InMemoryCluster remove(String stack) {
        stacks.remove(stack);
        return this;
    }

    /** Makes every commit of a member fail until {@link #heal}. */
    public synchronized InMemoryCluster failOn(MemberRef member) {
        failing.put(member, "the cluster refused " + member);
        return this;
    }

    /** Lets every member succeed again. */
    public synchronized InMemoryCluster heal() {
        failing.clear();
        return this;
    }

    /** The secret that was handed over for a parameter of a stack, if one was. */
    public synchronized Optional<String> secret(String stack, String parameter) {
        return Optional.ofNullable(secretsOf(stack).get(parameter));
    }

    /** How many drafts are kept. */
    public synchronized int draftCount() {
        return drafts.size();
    }

    @Override
    public synchronized List<String> stacks() {
        return List.copyOf(stacks.keySet());
    }

    @Override
    public synchronized Optional<StackSnapshot> read(String stack) {
        return Optional.ofNullable(stacks.get(stack));
    }

    @Override
    public synchronized String fingerprint(String stack) {
        return read(stack).map(StackSnapshot::fingerprint).orElse("absent");
    }

    @Override
    public synchronized void saveDraft(DraftDocument draft) {
        drafts.put(draft.id(), draft);
    }

    @Override
    public synchronized Optional<DraftDocument> findDraft(StackDraftId id) {
        return Optional.ofNullable(drafts.get(id));
    }

    @Override
    public synchronized void deleteDraft(StackDraftId id) {
        drafts.remove(id);
    }

    @Override
    public synchronized List<DraftHeading> drafts() {
        return drafts.values().stream()
                .map(draft -> new DraftHeading(draft.id(), draft.stack()))
                .sorted(Comparator.comparing(heading -> heading.id().toString()))
                .toList();
    }

    @Override
    public synchronized CommitPreview preview(StackCommit commit) {
        // A secret is not asked for: one that was handed over counts as the same.
        Planned planned = plan(commit, secretsOf(commit.stack()));
        return new CommitPreview(planned.snapshot().spec(), new CommitReport(planned.outcomes()));
    }

    @Override
    public synchronized CommitReport commit(StackCommit commit) {
        requireUnmoved(commit);
        Map<String, String> resolved = resolve(commit);
        Planned planned = plan(commit, resolved);
        Set<MemberRef> done = planned.outcomes().stream()
                .filter(InMemoryCluster::isDone)
                .map(MemberOutcome::ref)
                .collect(Collectors.toSet());
        commit.members().stream()
                .filter(member -> done.contains(member.member().ref()))
                .forEach(member -> member.secrets().forEach(slot -> hand(commit.stack(), slot, resolved)));
        if (planned.snapshot().spec().members().isEmpty() && !commit.removals().isEmpty()) {
            stacks.remove(commit.stack());
            secrets.remove(commit.stack());
        } else {
            stacks.put(commit.stack(), planned.snapshot());
        }
        return new CommitReport(planned.outcomes());
    }

    private record Planned(StackSnapshot snapshot, List<MemberOutcome> outcomes) {}

    private Planned plan(StackCommit commit, Map<String, String> resolved) {
        StackSnapshot before = snapshot(commit.stack());
        StackSpec spec = described(commit);
        Map<MemberRef, InstanceMark> marks = new LinkedHashMap<>(before.marks());
        List<MemberOutcome> outcomes = new ArrayList<>();
        Set<MemberRef> missing = new HashSet<>();
        for (CommitMember committed : commit.members()) {
            Member member = committed.member();
            MemberOutcome outcome = outcome(commit.stack(), spec, committed, missing, resolved);
            outcomes.add(outcome);
            if (isDone(outcome)) {
                spec = spec.with(member);
                commit.mark().ifPresent(mark -> marks.put(member.ref(), mark));
            } else {
                missing.add(member.ref());
            }
        }
        for (Member removal : commit.removals()) {
            MemberOutcome outcome = missing.isEmpty()
                    ? removal(commit, before, spec, removal)
                    : skipped(
                            removal.ref(),
                            "not removed, since " + missing.iterator().next() + " is not on the target");
            outcomes.add(outcome);
            if (outcome.status() == MemberOutcome.Status.REMOVED) {
                spec = spec.without(removal.ref());
                marks.remove(removal.ref());
            }
        }
        return new Planned(withSpec(before, spec, marks), outcomes);
    }

    private MemberOutcome removal(StackCommit commit, StackSnapshot before, StackSpec spec, Member removal) {
        MemberOutcome.Builder outcome = MemberOutcome.builder().ref(removal.ref());
        if (failing.containsKey(removal.ref())) {
            return failed(removal.ref());
        }
        Optional<Member> there = spec.find(removal.ref());
        if (there.isEmpty() || commit.removeForeign()) {
            return outcome.status(MemberOutcome.Status.REMOVED).build();
        }
        Optional<ProfileId> owner =
                Optional.ofNullable(before.marks().get(removal.ref())).map(InstanceMark::profile);
        if (commit.mark().isPresent() && !owner.equals(commit.mark().map(InstanceMark::profile))) {
            return outcome.status(MemberOutcome.Status.KEPT)
                    .message("it was not put there by an instance of this profile")
                    .build();
        }
        return there.get().text().equals(removal.text())
                ? outcome.status(MemberOutcome.Status.REMOVED).build()
                : outcome.status(MemberOutcome.Status.KEPT)
                        .message("it was changed after it was put there")
                        .build();
    }

    private static MemberOutcome skipped(MemberRef ref, String message) {
        return MemberOutcome.builder()
                .ref(ref)
                .status(MemberOutcome.Status.SKIPPED)
                .message(message)
                .build();
    }

    private MemberOutcome failed(MemberRef ref) {
        return MemberOutcome.builder()
                .ref(ref)
                .status(MemberOutcome.Status.FAILED)
                .message(Optional.ofNullable(failing.get(ref)))
                .code(ErrorCode.OBJECT_REFUSED)
                .build();
    }

    private MemberOutcome outcome(
            String stack,
            StackSpec target,
            CommitMember committed,
            Set<MemberRef> missing,
            Map<String, String> resolved) {
        Member member = committed.member();
        Optional<MemberRef> unmet =
                member.parents().stream().filter(missing::contains).findFirst();
        if (unmet.isPresent()) {
            return skipped(member.ref(), "not tried, since " + unmet.get() + " is not on the target");
        }
        if (failing.containsKey(member.ref())) {
            return failed(member.ref());
        }
        boolean sameSecrets = committed.secrets().stream()
                .allMatch(slot ->
                        Optional.ofNullable(resolved.get(slot.parameter())).equals(secret(stack, slot.parameter())));
        return MemberOutcome.builder()
                .ref(member.ref())
                .status(status(target.find(member.ref()), member, sameSecrets))
                .build();
    }

    private static MemberOutcome.Status status(Optional<Member> before, Member after, boolean sameSecrets) {
        if (before.isEmpty()) {
            return MemberOutcome.Status.CREATED;
        }
        boolean same = sameSecrets && before.get().equals(after);
        return same ? MemberOutcome.Status.UNCHANGED : MemberOutcome.Status.UPDATED;
    }

    private static boolean isDone(MemberOutcome outcome) {
        return outcome.status() != MemberOutcome.Status.FAILED && outcome.status() != MemberOutcome.Status.SKIPPED;
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

    private static Map<String, String> resolve(StackCommit commit) {
        Map<String, String> resolved = new HashMap<>();
        for (CommitMember member : commit.members()) {
            for (SecretSlot slot : member.secrets()) {
                try (SecretValue secret = commit.secrets().secret(slot.parameter())) {
                    resolved.put(slot.parameter(), secret.revealText());
                }
            }
        }
        return resolved;
    }

    private void hand(String stack, SecretSlot slot, Map<String, String> resolved) {
        Optional.ofNullable(resolved.get(slot.parameter()))
                .ifPresent(value -> secretsOf(stack).put(slot.parameter(), value));
    }

    private Map<String, String> secretsOf(String stack) {
        return secrets.computeIfAbsent(stack, key -> new HashMap<>());
    }

    private StackSnapshot snapshot(String stack) {
        return read(stack)
                .orElseGet(() -> StackSnapshot.builder()
                        .name(stack)
                        .spec(StackSpec.builder().build())
                        .fingerprint("")
                        .build());
    }

    private StackSpec described(StackCommit commit) {
        StackSpec target = snapshot(commit.stack()).spec();
        return StackSpec.of(commit.description().or(target::description), target.members());
    }

    private static StackSnapshot withSpec(StackSnapshot snapshot, StackSpec spec, Map<MemberRef, InstanceMark> marks) {
        return StackSnapshot.builder()
                .name(snapshot.name())
                .spec(spec)
                .putAllVariables(snapshot.variables())
                .putAllFiles(snapshot.files())
                .putAllEncryptedPaths(snapshot.encryptedPaths())
                .live(snapshot.live())
                .putAllMarks(marks)
                .addAllLeftOut(snapshot.leftOut())
                .addAllWarnings(snapshot.warnings())
                .fingerprint(fingerprint(snapshot.variables(), spec).text())
                .build();
    }

    private static Digest fingerprint(Map<String, String> variables, StackSpec spec) {
        List<String> parts = new ArrayList<>();
        parts.add(variables.toString());
        // A member's toString leaves its text out.
        spec.members().forEach(member -> parts.add(member + member.text().toString()));
        return TextDigest.of(parts);
    }

    /** The name and the stacks' names; never a member's text. */
    @Override
    public synchronized String toString() {
        return "InMemoryCluster[" + name + ", stacks=" + stacks.keySet() + "]";
    }
}
