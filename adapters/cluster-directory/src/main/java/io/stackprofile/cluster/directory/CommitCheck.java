package io.stackprofile.cluster.directory;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a planned commit as if it were written and compares: the committed members are there as committed, all others
 * as they were. Anchors, shared files and shared includes make a small edit reach far; here that is noticed before
 * anything is written. [CA-6]
 */
final class CommitCheck {

    private final Layout before;
    private final Layout after;
    private final String stack;
    private final Plan plan;
    private final Optional<StackSnapshot> old;
    private final Optional<StackSnapshot> result;

    CommitCheck(Layout before, Layout after, String stack, Plan plan) {
        this.before = before;
        this.after = after;
        this.stack = stack;
        this.plan = plan;
        this.old = before.read(stack);
        this.result = after.read(stack);
    }

    /** The stack as it will be; empty only when nothing is committed to a stack that does not exist. */
    Optional<StackSnapshot> result() {
        for (Member member : plan.members()) {
            if (!find(result, member.ref()).equals(Optional.of(member))) {
                throw refused(member.ref() + " cannot be written so that it reads back as committed", member.ref());
            }
        }
        List<MemberRef> committed = plan.members().stream().map(Member::ref).toList();
        old.map(found -> found.spec().members()).orElseGet(List::of).stream()
                .filter(member -> !committed.contains(member.ref())
                        && !plan.removals().gone().contains(member.ref()))
                .filter(member -> !find(result, member.ref()).equals(Optional.of(member)))
                .findFirst()
                .ifPresent(member -> {
                    throw refused(
                            "the commit would change " + member.ref() + ", which is not part of it", member.ref());
                });
        requireGone();
        requireOthersUnmoved();
        return result;
    }

    private void requireGone() {
        for (MemberRef ref : plan.removals().gone()) {
            if (find(result, ref).isPresent()) {
                throw refused(ref + " cannot be removed, since it is declared in more than one way", ref);
            }
        }
    }

    private void requireOthersUnmoved() {
        for (String other : before.stacks()) {
            if (!other.equals(stack) && !state(before, other).equals(state(after, other))) {
                throw new InvalidContentException(
                        ErrorCode.INVALID_REQUEST,
                        "the commit would change the stack '" + other + "', which shares a file or an anchor with '"
                                + stack + "'",
                        "Give the two stacks files and entries of their own.",
                        Location.unknown());
            }
        }
    }

    private static String state(Layout layout, String stack) {
        try {
            return layout.read(stack).map(StackSnapshot::fingerprint).orElse(Fingerprints.ABSENT);
        } catch (StackProfileException unreadable) {
            return unreadable.code() + " " + unreadable.problem();
        }
    }

    private static InvalidContentException refused(String problem, MemberRef ref) {
        return new InvalidContentException(
                ErrorCode.INVALID_REQUEST,
                problem,
                "Rename the member, or give its entry and file to it alone.",
                Location.member(ref));
    }

    /** What committing does to each member of the plan, then to each removal. */
    List<MemberOutcome> outcomes() {
        List<MemberOutcome> outcomes = new ArrayList<>();
        for (Member member : plan.members()) {
            outcomes.add(MemberOutcome.builder()
                    .ref(member.ref())
                    .status(status(member.ref()))
                    .build());
        }
        outcomes.addAll(plan.removals().outcomes());
        return outcomes;
    }

    private MemberOutcome.Status status(MemberRef ref) {
        Optional<Member> was = find(old, ref);
        if (was.isEmpty()) {
            return MemberOutcome.Status.CREATED;
        }
        boolean same = was.equals(find(result, ref)) && encrypted(old, ref).equals(encrypted(result, ref));
        return same ? MemberOutcome.Status.UNCHANGED : MemberOutcome.Status.UPDATED;
    }

    private static Optional<Member> find(Optional<StackSnapshot> snapshot, MemberRef ref) {
        return snapshot.flatMap(found -> found.spec().find(ref));
    }

    private static List<String> encrypted(Optional<StackSnapshot> snapshot, MemberRef ref) {
        return snapshot.map(found -> found.encryptedPaths().get(ref)).orElseGet(List::of);
    }
}
