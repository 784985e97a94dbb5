package io.stackprofile.testkit.broken;

import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import java.util.List;
import java.util.Optional;

/** A commit with something else in it than its caller meant. */
record Recommit(
        StackCommit meant,
        List<CommitMember> members,
        List<Member> removals,
        Optional<String> fingerprint,
        boolean removeForeign,
        Optional<InstanceMark> mark) {

    static Recommit of(StackCommit commit) {
        return new Recommit(
                commit,
                commit.members(),
                commit.removals(),
                commit.expectedFingerprint(),
                commit.removeForeign(),
                commit.mark());
    }

    Recommit members(List<CommitMember> others) {
        return new Recommit(meant, others, removals, fingerprint, removeForeign, mark);
    }

    Recommit removals(List<Member> others) {
        return new Recommit(meant, members, others, fingerprint, removeForeign, mark);
    }

    Recommit unconditional() {
        return new Recommit(meant, members, removals, Optional.empty(), removeForeign, mark);
    }

    Recommit removeForeign(boolean asked) {
        return new Recommit(meant, members, removals, fingerprint, asked, mark);
    }

    Recommit unmarked() {
        return new Recommit(meant, members, removals, fingerprint, removeForeign, Optional.empty());
    }

    StackCommit build() {
        return StackCommit.builder()
                .organisation(meant.organisation())
                .draftId(meant.draftId())
                .stack(meant.stack())
                .description(meant.description())
                .addAllMembers(members)
                .expectedFingerprint(fingerprint)
                .addAllRemovals(removals)
                .removeForeign(removeForeign)
                .forceConflicts(meant.forceConflicts())
                .mark(mark)
                .secrets(meant.secrets())
                .build();
    }
}
