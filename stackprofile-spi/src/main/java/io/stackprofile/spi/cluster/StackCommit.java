package io.stackprofile.spi.cluster;

import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What to deploy. */
@Value.Immutable
public interface StackCommit {

    /** The organisation on whose behalf. */
    String organisation();

    /** The draft it comes from. */
    StackDraftId draftId();

    /** The stack's name on the target. */
    String stack();

    /** What the stack is for. */
    Optional<String> description();

    /** The members, every parent before its children. */
    List<CommitMember> members();

    /** The fingerprint of the target as reviewed; absent when a commit that was interrupted is resumed. */
    Optional<String> expectedFingerprint();

    /**
     * Members that the instance put there and that its new version has no more, with the texts that were last applied;
     * children before their parents. They are removed after every member is there.
     */
    List<Member> removals();

    /** Removes members also when others own or changed them, or this instance did not put them there; no by default. */
    @Value.Default
    default boolean removeForeign() {
        return false;
    }

    /** Takes fields that other managers own; no by default. */
    @Value.Default
    default boolean forceConflicts() {
        return false;
    }

    /** What the objects are marked with, where the cluster can; absent when they are not. */
    Optional<InstanceMark> mark();

    /** The secrets; only asked by adapters that hand them on. */
    SecretSource secrets();

    /** The members as a stack. */
    default StackSpec spec() {
        return StackSpec.of(
                description(), members().stream().map(CommitMember::member).toList());
    }

    /** Requires that nothing is both committed and removed, or removed twice. */
    @Value.Check
    default void check() {
        Set<MemberRef> removed = new HashSet<>();
        for (Member removal : removals()) {
            if (!removed.add(removal.ref())) {
                throw new IllegalArgumentException("removals: two are called " + removal.ref());
            }
        }
        for (CommitMember member : members()) {
            if (removed.contains(member.member().ref())) {
                throw new IllegalArgumentException(
                        "removals: " + member.member().ref() + " is also committed");
            }
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StackCommit}. */
    final class Builder extends ImmutableStackCommit.Builder {
        Builder() {}
    }
}
