package io.stackprofile.instantiation;

import io.stackprofile.InstantiationId;
import io.stackprofile.Names;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks for a stack draft that brings an instance to another version of its profile, or gives it other values. */
@Value.Immutable
public interface UpdateRequest {

    /** The instance. */
    InstantiationId instantiation();

    /** The version; the profile's current one when absent. May be the instance's own, or an earlier one. */
    Optional<Integer> version();

    /** The channel whose head to take; not beside {@link #version()}. */
    Optional<String> channel();

    /** Takes a deprecated version all the same; no by default. */
    @Value.Default
    default boolean allowDeprecated() {
        return false;
    }

    /** What is given now; goes before what the instance had. */
    List<Binding> bindings();

    /** Further sources of values; they too go before what the instance had. */
    Optional<ParameterSet> parameterSet();

    /** Parameters of the version that take their defaults, whatever the instance had. */
    List<String> reset();

    /** How conflicts with local edits are settled, by the ids that the preview gives them. */
    Map<String, MergeResolution> resolutions();

    /** Requires one way to say the version, and one binding a parameter. */
    @Value.Check
    default void check() {
        channel().ifPresent(channel -> Names.channel("channel", channel));
        if (version().isPresent() && channel().isPresent()) {
            throw new IllegalArgumentException("version and channel: one of them says which version");
        }
        BoundOnce.require(bindings());
        reset().forEach(name -> Names.parameter("reset", name));
    }

    /** An update of an instance to its profile's current version. */
    static UpdateRequest of(InstantiationId instantiation) {
        return builder().instantiation(instantiation).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link UpdateRequest}. */
    final class Builder extends ImmutableUpdateRequest.Builder {
        Builder() {}

        /** Binds a text; it is read as the parameter's type. */
        public Builder bind(String parameter, String value) {
            return addBinding(Binding.of(parameter, ParameterValue.of(value)));
        }

        /** Binds a secret by reference. */
        public Builder bindSecret(String parameter, SecretRef ref) {
            return addBinding(Binding.of(parameter, ref));
        }
    }
}
