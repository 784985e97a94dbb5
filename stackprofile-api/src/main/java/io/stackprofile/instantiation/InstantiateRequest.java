package io.stackprofile.instantiation;

import io.stackprofile.Names;
import io.stackprofile.ProfileId;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks for a stack draft on a target cluster. */
@Value.Immutable
public interface InstantiateRequest {

    /** The profile. */
    ProfileId profile();

    /** The version; the profile's current one when absent. */
    Optional<Integer> version();

    /** The channel whose head to take; not beside {@link #version()}. */
    Optional<String> channel();

    /** Takes a deprecated version all the same; no by default. */
    @Value.Default
    default boolean allowDeprecated() {
        return false;
    }

    /** The target cluster, as the cluster adapter knows it. */
    String cluster();

    /** The stack's name on the target; the profile's name when absent. */
    Optional<String> stack();

    /**
     * What fills the parameters. Those not named are filled, in this order, by the chosen options of other parameters, the
     * parameter set and their defaults. Bindings that earlier instances had from other sources count as not given.
     */
    List<Binding> bindings();

    /** Further sources of values. */
    Optional<ParameterSet> parameterSet();

    /**
     * The namespaces that objects of the version go to, by those that it names; one that is not here stays. With another
     * {@link #stack()} name, one profile lives twice on a cluster.
     */
    Map<String, String> namespaces();

    /** Requires a legal stack name and one binding a parameter. */
    @Value.Check
    default void check() {
        stack().ifPresent(stack -> Names.label("stack", stack));
        channel().ifPresent(channel -> Names.channel("channel", channel));
        if (version().isPresent() && channel().isPresent()) {
            throw new IllegalArgumentException("version and channel: one of them says which version");
        }
        BoundOnce.require(bindings());
        NamespaceNames.require(namespaces());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link InstantiateRequest}. */
    final class Builder extends ImmutableInstantiateRequest.Builder {
        Builder() {}

        /** Binds a text; it is read as the parameter's type. */
        public Builder bind(String parameter, String value) {
            return addBinding(Binding.of(parameter, ParameterValue.of(value)));
        }

        /** Binds a whole number. */
        public Builder bind(String parameter, long value) {
            return addBinding(Binding.of(parameter, ParameterValue.of(value)));
        }

        /** Binds a boolean. */
        public Builder bind(String parameter, boolean value) {
            return addBinding(Binding.of(parameter, ParameterValue.of(value)));
        }

        /** Binds a secret by reference. */
        public Builder bindSecret(String parameter, SecretRef ref) {
            return addBinding(Binding.of(parameter, ref));
        }
    }
}
