package io.stackprofile.instantiation;

import io.stackprofile.Names;
import io.stackprofile.StackDraftId;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks for other values in a stack draft that was never committed. */
@Value.Immutable
public interface RebindRequest {

    /** The draft. */
    StackDraftId draft();

    /** What is given now; goes before what the draft had. */
    List<Binding> bindings();

    /** Further sources of values; they too go before what the draft had. */
    Optional<ParameterSet> parameterSet();

    /** Parameters that take their defaults, whatever the draft had. */
    List<String> reset();

    /** How conflicts with local edits are settled when the draft is an update; they are not kept from one to the next. */
    Map<String, MergeResolution> resolutions();

    /** Requires one binding a parameter. */
    @Value.Check
    default void check() {
        BoundOnce.require(bindings());
        reset().forEach(name -> Names.parameter("reset", name));
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RebindRequest}. */
    final class Builder extends ImmutableRebindRequest.Builder {
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
