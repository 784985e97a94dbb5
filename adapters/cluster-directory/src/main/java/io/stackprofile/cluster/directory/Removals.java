package io.stackprofile.cluster.directory;

import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of a commit's removals are made, and why the others are not. [CA-10]
 *
 * @param outcomes one for each removal, in order
 * @param gone the members that are there and go
 * @param left the stack without them
 */
record Removals(List<MemberOutcome> outcomes, List<MemberRef> gone, StackSpec left) {

    /**
     * Decides on each removal.
     *
     * @param there the stack with the commit's members
     * @param notes who put the members there
     */
    static Removals of(StackCommit commit, StackSpec there, StackNotes notes) {
        List<MemberOutcome> outcomes = new ArrayList<>();
        List<MemberRef> gone = new ArrayList<>();
        StackSpec left = there;
        for (Member removal : commit.removals()) {
            MemberRef ref = removal.ref();
            Optional<Member> member = left.find(ref);
            Optional<String> reason = member.isEmpty() ? Optional.empty() : reason(commit, removal, left, notes);
            outcomes.add(MemberOutcome.builder()
                    .ref(ref)
                    .status(reason.isPresent() ? Status.KEPT : Status.REMOVED)
                    .message(reason)
                    .build());
            if (member.isPresent() && reason.isEmpty()) {
                gone.add(ref);
                left = left.without(ref);
            }
        }
        return new Removals(List.copyOf(outcomes), List.copyOf(gone), left);
    }

    /** The members that will not be there, those included that were not there before. */
    List<MemberRef> absent() {
        return outcomes.stream()
                .map(MemberOutcome::ref)
                .filter(ref -> left.find(ref).isEmpty())
                .toList();
    }

    /** Why a member that is there stays; empty when it goes. */
    private static Optional<String> reason(StackCommit commit, Member removal, StackSpec there, StackNotes notes) {
        Optional<MemberRef> child = there.members().stream()
                .filter(member -> member.parents().contains(removal.ref()))
                .map(Member::ref)
                .findFirst();
        if (child.isPresent()) {
            return Optional.of(child.get() + ", which needs it, stays");
        }
        if (commit.removeForeign()) {
            return Optional.empty();
        }
        Optional<PutThere> put = notes.putThere(removal.ref());
        boolean own = commit.mark().isEmpty()
                || put.map(PutThere::mark)
                        .map(InstanceMark::profile)
                        .equals(commit.mark().map(InstanceMark::profile));
        if (!own) {
            return Optional.of("it was not put there by an instance of this profile");
        }
        Member member = there.find(removal.ref()).orElseThrow();
        boolean same = put.map(note -> note.state().equals(Fingerprints.of(member)))
                .orElseGet(() -> member.withParents(List.of()).equals(removal.withParents(List.of())));
        return same ? Optional.empty() : Optional.of("it was changed after it was put there");
    }
}
