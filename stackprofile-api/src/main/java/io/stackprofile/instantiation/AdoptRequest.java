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

/** Asks that a running stack become an instance of a profile. */
@Value.Immutable
public interface AdoptRequest {

    /** The profile. */
    ProfileId profile();

    /** The version; the profile's current one when absent. */
    Optional<Integer> version();

    /** Takes a deprecated version all the same; no by default. */
    @Value.Default
    default boolean allowDeprecated() {
        return false;
    }

    /** The cluster. */
    String cluster();

    /** The stack's name there; the profile's name when absent. */
    Optional<String> stack();

    /** What fills the parameters. What is not given is read from the stack where it can be. Secrets by reference. */
    List<Binding> bindings();

    /** Further sources of values. */
    Optional<ParameterSet> parameterSet();

    /** The namespaces that objects of the version stand in, by those that it names. */
    Map<String, String> namespaces();

    /** Requires a legal stack name, namespaces, and one binding a parameter. */
    @Value.Check
    default void check() {
        stack().ifPresent(stack -> Names.label("stack", stack));
        BoundOnce.require(bindings());
        NamespaceNames.require(namespaces());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link AdoptRequest}. */
    final class Builder extends ImmutableAdoptRequest.Builder {
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
