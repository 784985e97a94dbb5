package io.stackprofile.instantiation;

import io.stackprofile.InstantiationId;
import io.stackprofile.Names;
import java.util.List;
import org.immutables.value.Value;

/** Which of a profile's deployed instances are meant: those that every condition that is given admits. */
@Value.Immutable
public interface FleetFilter {

    /** Only those below the profile's current version; no by default. */
    @Value.Default
    default boolean outdated() {
        return false;
    }

    /** The channels of the versions that they have. */
    List<String> channels();

    /** The clusters' names; {@code *} is any number of characters, as in {@code prod-*}. */
    List<String> clusters();

    /** The stacks' names on their clusters, likewise. */
    List<String> stacks();

    /** These alone, whatever version they have. An instance that a later one replaced means that one. */
    List<InstantiationId> ids();

    /** Requires legal channels. */
    @Value.Check
    default void check() {
        channels().forEach(channel -> Names.channel("channels", channel));
    }

    /** All of them. */
    static FleetFilter all() {
        return builder().build();
    }

    /** Those below the profile's current version. */
    static FleetFilter behind() {
        return builder().outdated(true).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FleetFilter}. */
    final class Builder extends ImmutableFleetFilter.Builder {
        Builder() {}
    }
}
