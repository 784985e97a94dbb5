package io.stackprofile.instantiation;

import io.stackprofile.stack.MemberRef;
import java.util.Optional;
import org.immutables.value.Value;

/** What committing a draft would do to one member of the target. */
@Value.Immutable
public interface MemberPlan {

    /** What would happen. */
    enum Effect {
        /** The target does not have it. */
        CREATE,
        /** The target has it, differently. */
        UPDATE,
        /** The target has it already. */
        NONE
    }

    /** The member. */
    MemberRef ref();

    /** What would happen. */
    Effect effect();

    /** The text's change as a unified diff, secrets on either side masked; absent when nothing changes. */
    Optional<String> unified();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MemberPlan}. */
    final class Builder extends ImmutableMemberPlan.Builder {
        Builder() {}
    }
}
