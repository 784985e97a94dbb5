package io.stackprofile.instantiation;

import io.stackprofile.Names;
import io.stackprofile.ProfileId;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks to bring many instances of a profile to one version, wave by wave. */
@Value.Immutable
public interface RolloutRequest {

    /** The profile. */
    ProfileId profile();

    /** Which of its instances; those below its current version by default. */
    @Value.Default
    default FleetFilter filter() {
        return FleetFilter.behind();
    }

    /** The version; the profile's current one when absent. */
    Optional<Integer> version();

    /** The channel whose head to take; not beside {@link #version()}. */
    Optional<String> channel();

    /** Takes a deprecated version all the same; no by default. */
    @Value.Default
    default boolean allowDeprecated() {
        return false;
    }

    /** What every instance is given now; goes before what it had. */
    List<Binding> bindings();

    /** Further sources of values for every instance. */
    Optional<ParameterSet> parameterSet();

    /** Parameters that take their defaults, whatever an instance had. */
    List<String> reset();

    /** How far each commit may go against what others did. */
    @Value.Default
    default CommitOptions commit() {
        return CommitOptions.defaults();
    }

    /** The waves in order; whatever they leave is the last one. All in one when there are none. */
    List<RolloutWave> waves();

    /** After how many failures more the rollout stops: the first one stops it by default. */
    @Value.Default
    default int toleratedFailures() {
        return 0;
    }

    /** Says what would happen, and writes nothing; no by default. */
    @Value.Default
    default boolean dryRun() {
        return false;
    }

    /** Requires one way to say the version, and one binding a parameter. */
    @Value.Check
    default void check() {
        channel().ifPresent(channel -> Names.channel("channel", channel));
        if (version().isPresent() && channel().isPresent()) {
            throw new IllegalArgumentException("version and channel: one of them says which version");
        }
        if (toleratedFailures() < 0) {
            throw new IllegalArgumentException("toleratedFailures: 0 or more");
        }
        BoundOnce.require(bindings());
        reset().forEach(name -> Names.parameter("reset", name));
    }

    /** A rollout of a profile's current version to every instance below it. */
    static RolloutRequest of(ProfileId profile) {
        return builder().profile(profile).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RolloutRequest}. */
    final class Builder extends ImmutableRolloutRequest.Builder {
        Builder() {}

        /** Binds a text for every instance; it is read as the parameter's type. */
        public Builder bind(String parameter, String value) {
            return addBinding(Binding.of(parameter, ParameterValue.of(value)));
        }

        /** Binds a secret by reference for every instance. */
        public Builder bindSecret(String parameter, SecretRef ref) {
            return addBinding(Binding.of(parameter, ref));
        }

        /** Goes on whatever fails. */
        public Builder continueOnError() {
            return toleratedFailures(Integer.MAX_VALUE);
        }
    }
}
