package io.stackprofile.draft;

import io.stackprofile.InstantiationId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.MemberPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What an update to a draft's content would mean for one instance. */
@Value.Immutable
public interface SimulatedInstance {

    /** What an update would come to. */
    enum Outcome {
        /** Nothing would change on the target. */
        NO_OP,
        /** It would be updated. */
        CLEAN,
        /** What was changed on the target and what the draft changes do not go together. */
        CONFLICT,
        /** Values would have to be given, or do not fit. */
        INVALID_BINDING,
        /** The stack is not on the target any more. */
        TARGET_GONE,
        /** The cluster is not known or cannot be read. */
        UNREACHABLE
    }

    /** The instance. */
    InstantiationId instantiationId();

    /** The cluster. */
    String cluster();

    /** The stack on the cluster. */
    String stack();

    /** The version it has. */
    int fromVersion();

    /** What an update would come to. */
    Outcome outcome();

    /** How many members would be created, updated, removed and left as they are. */
    Map<MemberPlan.Effect, Integer> members();

    /** What does not go together. */
    List<MergeConflict> conflicts();

    /** What is asked or does not fit. */
    List<Finding> findings();

    /** Why the target could not be read. */
    Optional<ErrorCode> code();

    /** The same in words; never a secret. */
    Optional<String> message();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SimulatedInstance}. */
    final class Builder extends ImmutableSimulatedInstance.Builder {
        Builder() {}
    }
}
