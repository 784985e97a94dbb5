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
        NONE,
        /** The target has it, the instance put it there, and the draft's version has it no more. */
        REMOVE
    }

    /** The member. */
    MemberRef ref();

    /** What would happen. */
    Effect effect();

    /** The text's change as a unified diff, secrets on either side masked; absent when nothing changes. */
    Optional<String> unified();

    /**
     * What the commit would report, as far as the target can tell without doing it; absent where it was not asked. Says
     * by code and field why it would fail.
     */
    Optional<MemberOutcome> predicted();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MemberPlan}. */
    final class Builder extends ImmutableMemberPlan.Builder {
        Builder() {}
    }
}
