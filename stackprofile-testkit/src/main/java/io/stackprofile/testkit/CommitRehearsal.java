package io.stackprofile.testkit;

import io.stackprofile.ProfileId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a commit makes of a stack, member by member, without doing it. */
final class CommitRehearsal {

    private final StackCommit commit;
    private final StackSnapshot before;
    private final Map<MemberRef, ErrorCode> failing;
    private final Predicate<SecretSlot> sameSecret;
    private final Map<MemberRef, InstanceMark> marks;
    private final Map<MemberRef, MemberOutcome> outcomes = new LinkedHashMap<>();
    private final Set<MemberRef> missing = new HashSet<>();
    private StackSpec spec;

    private CommitRehearsal(
            StackCommit commit,
            StackSnapshot before,
            Map<MemberRef, ErrorCode> failing,
            Predicate<SecretSlot> sameSecret) {
        this.commit = commit;
        this.before = before;
        this.failing = failing;
        this.sameSecret = sameSecret;
        this.marks = new LinkedHashMap<>(before.marks());
        this.spec = StackSpec.of(
                commit.description().or(before.spec()::description),
                before.spec().members());
    }

    /**
     * A commit's effect.
     *
     * @param before the stack as it is
     * @param failing members that fail, and why
     * @param sameSecret whether a secret is the one that was handed over before
     */
    static CommitRehearsal of(
            StackCommit commit,
            StackSnapshot before,
            Map<MemberRef, ErrorCode> failing,
            Predicate<SecretSlot> sameSecret) {
        CommitRehearsal rehearsal = new CommitRehearsal(commit, before, failing, sameSecret);
        commit.members().forEach(rehearsal::apply);
        commit.removals().forEach(rehearsal::remove);
        return rehearsal;
    }

    /** The members as they will be. */
    StackSpec spec() {
        return spec;
    }

    /** Which instance put them there. */
    Map<MemberRef, InstanceMark> marks() {
        return marks;
    }

    /** What will be reported. */
    CommitReport report() {
        return new CommitReport(List.copyOf(outcomes.values()));
    }

    /** Whether a member will be there as committed. */
    boolean isDone(Member member) {
        return !missing.contains(member.ref());
    }

    /** How many members will be created, updated or removed. */
    int changes() {
        long written = outcomes.values().stream()
                .filter(outcome -> Set.of(Status.CREATED, Status.UPDATED).contains(outcome.status()))
                .count();
        int gone = (int) before.spec().members().stream()
                .filter(member -> spec.find(member.ref()).isEmpty())
                .count();
        return (int) written + gone;
    }

    private void apply(CommitMember committed) {
        Member member = committed.member();
        MemberOutcome outcome = outcome(committed);
        outcomes.put(member.ref(), outcome);
        if (outcome.status() == Status.FAILED || outcome.status() == Status.SKIPPED) {
            missing.add(member.ref());
            return;
        }
        spec = spec.with(member);
        commit.mark().ifPresent(mark -> marks.put(member.ref(), mark));
    }

    private MemberOutcome outcome(CommitMember committed) {
        Member member = committed.member();
        Optional<MemberRef> unmet =
                member.parents().stream().filter(missing::contains).findFirst();
        if (unmet.isPresent()) {
            return told(member.ref(), Status.SKIPPED, "not tried, since " + unmet.get() + " is not on the target");
        }
        if (failing.containsKey(member.ref())) {
            return failed(member.ref());
        }
        Optional<Member> was = spec.find(member.ref());
        boolean same =
                was.equals(Optional.of(member)) && committed.secrets().stream().allMatch(sameSecret);
        Status status = was.isEmpty() ? Status.CREATED : same ? Status.UNCHANGED : Status.UPDATED;
        return MemberOutcome.builder().ref(member.ref()).status(status).build();
    }

    private void remove(Member removal) {
        MemberOutcome outcome = removal(removal);
        outcomes.put(removal.ref(), outcome);
        if (outcome.status() == Status.REMOVED) {
            spec = spec.without(removal.ref());
            marks.remove(removal.ref());
        }
    }

    private MemberOutcome removal(Member removal) {
        MemberRef ref = removal.ref();
        if (!missing.isEmpty()) {
            return told(
                    ref,
                    Status.SKIPPED,
                    "not removed, since " + missing.iterator().next() + " is not on the target");
        }
        if (failing.containsKey(ref)) {
            return failed(ref);
        }
        Optional<Member> there = spec.find(ref);
        if (there.isEmpty()) {
            return MemberOutcome.builder().ref(ref).status(Status.REMOVED).build();
        }
        return waiting(ref)
                .or(() -> needed(ref))
                .or(() -> foreign(there.get(), removal))
                .orElseGet(() ->
                        MemberOutcome.builder().ref(ref).status(Status.REMOVED).build());
    }

    /** What a member needs that could not be removed. */
    private Optional<MemberOutcome> waiting(MemberRef ref) {
        return children(ref)
                .filter(child -> Optional.ofNullable(outcomes.get(child))
                        .filter(outcome -> outcome.status() == Status.FAILED || outcome.status() == Status.SKIPPED)
                        .isPresent())
                .findFirst()
                .map(child -> told(ref, Status.SKIPPED, "not removed, since " + child + ", which needs it, is there"));
    }

    /** What a member needs that stays. */
    private Optional<MemberOutcome> needed(MemberRef ref) {
        return children(ref).findFirst().map(child -> told(ref, Status.KEPT, child + ", which needs it, stays"));
    }

    private Stream<MemberRef> children(MemberRef ref) {
        return spec.members().stream()
                .filter(member -> member.parents().contains(ref))
                .map(Member::ref);
    }

    private Optional<MemberOutcome> foreign(Member there, Member removal) {
        if (commit.removeForeign()) {
            return Optional.empty();
        }
        MemberRef ref = removal.ref();
        Optional<ProfileId> owner = Optional.ofNullable(before.marks().get(ref)).map(InstanceMark::profile);
        if (commit.mark().isPresent() && !owner.equals(commit.mark().map(InstanceMark::profile))) {
            return Optional.of(told(ref, Status.KEPT, "it was not put there by an instance of this profile"));
        }
        boolean same = there.withParents(List.of()).equals(removal.withParents(List.of()));
        return same ? Optional.empty() : Optional.of(told(ref, Status.KEPT, "it was changed after it was put there"));
    }

    private MemberOutcome failed(MemberRef ref) {
        return MemberOutcome.builder()
                .ref(ref)
                .status(Status.FAILED)
                .message("the cluster refused " + ref)
                .code(Optional.ofNullable(failing.get(ref)))
                .build();
    }

    private static MemberOutcome told(MemberRef ref, Status status, String message) {
        return MemberOutcome.builder().ref(ref).status(status).message(message).build();
    }
}
