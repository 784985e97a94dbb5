package io.stackprofile.instantiation;

import io.stackprofile.ProfileId;
import java.util.List;
import org.immutables.value.Value;

/** What a rollout did, instance by instance. */
@Value.Immutable
public interface RolloutReport {

    /** The profile. */
    ProfileId profile();

    /** The version it rolled out. */
    int version();

    /** Whether nothing was written. */
    boolean dryRun();

    /** Each selected instance, in the order of work. */
    List<RolloutStep> steps();

    /** How many came out so. */
    default long count(RolloutStep.Outcome outcome) {
        return steps().stream().filter(step -> step.outcome() == outcome).count();
    }

    /** Whether it stopped before it reached all; the same call goes on. */
    default boolean stopped() {
        return count(RolloutStep.Outcome.NOT_REACHED) > 0;
    }

    /** Whether every selected instance has the version. */
    default boolean complete() {
        return steps().stream()
                .allMatch(step ->
                        step.outcome() == RolloutStep.Outcome.UPDATED || step.outcome() == RolloutStep.Outcome.ALREADY);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RolloutReport}. */
    final class Builder extends ImmutableRolloutReport.Builder {
        Builder() {}
    }
}
