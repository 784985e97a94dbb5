package io.stackprofile.instantiation;

import io.stackprofile.error.Finding;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import org.immutables.value.Value;

/** A stack draft seen against its target. */
@Value.Immutable
public interface StackReview {

    /** The draft. */
    StackDraft draft();

    /** What would happen to each member, in the order of the draft, then to each that is to be removed. */
    List<MemberPlan> plan();

    /** The order of work: each wave needs only earlier ones. */
    List<List<MemberRef>> waves();

    /** The members that would be removed, children before their parents. */
    default List<MemberRef> removals() {
        return plan().stream()
                .filter(member -> member.effect() == MemberPlan.Effect.REMOVE)
                .map(MemberPlan::ref)
                .toList();
    }

    /** Whether the target changed after the draft was made; commit would refuse. */
    boolean targetMoved();

    /** Things to know before committing. */
    List<Finding> findings();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StackReview}. */
    final class Builder extends ImmutableStackReview.Builder {
        Builder() {}
    }
}
