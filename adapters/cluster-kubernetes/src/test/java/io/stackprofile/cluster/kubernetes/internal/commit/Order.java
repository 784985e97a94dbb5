package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.SecretSource;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A commit that a test describes step by step; what it says last counts. */
final class Order {

    private final StackDraftId draft;
    private final List<CommitMember> members;
    private final List<Member> removals = new ArrayList<>();
    private String stack = Bench.STACK;
    private Optional<InstanceMark> mark;
    private Optional<String> fingerprint = Optional.empty();
    private SecretSource secrets;
    private boolean forceConflicts;
    private boolean removeForeign;

    Order(StackDraftId draft, List<CommitMember> members, InstanceMark mark, SecretSource secrets) {
        this.draft = draft;
        this.members = members;
        this.mark = Optional.of(mark);
        this.secrets = secrets;
    }

    Order stack(String name) {
        stack = name;
        return this;
    }

    Order mark(Optional<InstanceMark> other) {
        mark = other;
        return this;
    }

    Order secrets(SecretSource source) {
        secrets = source;
        return this;
    }

    Order expectedFingerprint(String expected) {
        fingerprint = Optional.of(expected);
        return this;
    }

    Order forceConflicts(boolean force) {
        forceConflicts = force;
        return this;
    }

    Order removeForeign(boolean remove) {
        removeForeign = remove;
        return this;
    }

    Order removals(Member... gone) {
        removals.addAll(List.of(gone));
        return this;
    }

    StackCommit build() {
        return StackCommit.builder()
                .organisation("acme")
                .draftId(draft)
                .stack(stack)
                .addAllMembers(members)
                .addAllRemovals(removals)
                .removeForeign(removeForeign)
                .forceConflicts(forceConflicts)
                .expectedFingerprint(fingerprint)
                .mark(mark)
                .secrets(secrets)
                .build();
    }
}
