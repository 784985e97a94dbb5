package io.stackprofile.draft;

import io.stackprofile.diff.Impact;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What publishing a draft would mean for instances of its profile. */
@Value.Immutable
public interface FleetSimulation {

    /** What the draft changes against the version it started from. */
    Impact impact();

    /** The deployed instances of this page, newest first. */
    List<SimulatedInstance> instances();

    /** The token of the page after this one; empty on the last. */
    Optional<String> next();

    /** How many of this page would come out so. */
    default long count(SimulatedInstance.Outcome outcome) {
        return instances().stream()
                .filter(instance -> instance.outcome() == outcome)
                .count();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FleetSimulation}. */
    final class Builder extends ImmutableFleetSimulation.Builder {
        Builder() {}
    }
}
