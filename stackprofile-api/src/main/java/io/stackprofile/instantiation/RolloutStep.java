package io.stackprofile.instantiation;

import io.stackprofile.InstantiationId;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a rollout did with one instance. */
@Value.Immutable
public interface RolloutStep {

    /** What became of an instance. */
    enum Outcome {
        /** It has the version now, or would have it in a dry run. */
        UPDATED,
        /** It had the version before. */
        ALREADY,
        /** What was changed on its target and what the version changes do not go together. */
        CONFLICT,
        /** Values have to be given, or do not fit. */
        INVALID_BINDING,
        /** The store or its cluster failed or refused. */
        FAILED,
        /** Some of its members could not be written; the same rollout resumes it. */
        PARTIAL,
        /** Someone else's commit of another version is under way on its target. */
        SKIPPED,
        /** The rollout had stopped before. */
        NOT_REACHED;

        /** Whether it counts as a failure. */
        public boolean isFailure() {
            return this == CONFLICT || this == INVALID_BINDING || this == FAILED || this == PARTIAL;
        }
    }

    /** The instance as it was selected. */
    InstantiationId instantiationId();

    /** The instance that took its place, when one did. */
    Optional<InstantiationId> successor();

    /** The cluster. */
    String cluster();

    /** The stack on the cluster. */
    String stack();

    /** The version it had. */
    int fromVersion();

    /** Which wave it belongs to, from 1. */
    int wave();

    /** What became of it. */
    Outcome outcome();

    /** Why it failed, closed and stable. */
    Optional<ErrorCode> code();

    /** Why it failed or what to know; never a secret. */
    Optional<String> message();

    /** What is asked or does not fit. */
    List<Finding> findings();

    /** What does not go together. */
    List<MergeConflict> conflicts();

    /** What happened to each member, when it was committed. */
    List<MemberOutcome> members();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RolloutStep}. */
    final class Builder extends ImmutableRolloutStep.Builder {
        Builder() {}
    }
}
