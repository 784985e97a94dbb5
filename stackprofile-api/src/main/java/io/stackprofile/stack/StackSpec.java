package io.stackprofile.stack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.immutables.value.Value;

/** A stack: its members in declared order. Edges are the members' {@link Member#parents() parents}. */
@Value.Immutable
public interface StackSpec {

    /** What the stack is for; free text. */
    Optional<String> description();

    /** Add-ons and manifests, in declared order; no two with the same reference. */
    List<Member> members();

    /** The add-ons among the members, in order. */
    default List<Addon> addons() {
        return members().stream()
                .filter(Addon.class::isInstance)
                .map(Addon.class::cast)
                .toList();
    }

    /** The manifests among the members, in order. */
    default List<Manifest> manifests() {
        return members().stream()
                .filter(Manifest.class::isInstance)
                .map(Manifest.class::cast)
                .toList();
    }

    /** The member called {@code ref}, if there is one. */
    default Optional<Member> find(MemberRef ref) {
        return members().stream().filter(member -> member.ref().equals(ref)).findFirst();
    }

    /** The same stack with {@code member} in place of the one with its reference, or added at the end. */
    default StackSpec with(Member member) {
        List<Member> changed = new ArrayList<>(members());
        int at = members().stream().map(Member::ref).toList().indexOf(member.ref());
        if (at < 0) {
            changed.add(member);
        } else {
            changed.set(at, member);
        }
        return of(description(), changed);
    }

    /** The same stack without the member called {@code ref}. Edges to it stay; validation reports them. */
    default StackSpec without(MemberRef ref) {
        return of(
                description(),
                members().stream().filter(member -> !member.ref().equals(ref)).toList());
    }

    /** The same stack with each member mapped. */
    default StackSpec map(Function<? super Member, ? extends Member> mapper) {
        return of(description(), members().stream().<Member>map(mapper).toList());
    }

    /** Requires that references are unique. */
    @Value.Check
    default void check() {
        Set<MemberRef> seen = new HashSet<>(2 * members().size());
        for (Member member : members()) {
            if (!seen.add(member.ref())) {
                throw new IllegalArgumentException("members: two are called " + member.ref());
            }
        }
    }

    /** A stack of {@code members}. */
    static StackSpec of(Optional<String> description, List<? extends Member> members) {
        return builder().description(description).addAllMembers(members).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StackSpec}. */
    final class Builder extends ImmutableStackSpec.Builder {
        Builder() {}
    }
}
