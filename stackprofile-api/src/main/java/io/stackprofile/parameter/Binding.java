package io.stackprofile.parameter;

import java.util.Optional;
import org.immutables.value.Value;

/** A parameter and what fills it: a value, or a reference to a secret. Exactly one of the two is present. */
@Value.Immutable
public interface Binding {

    /** The parameter's name. */
    String parameter();

    /** Where the value came from. */
    @Value.Default
    default BindingSource source() {
        return BindingSource.EXPLICIT;
    }

    /** The value of a parameter that is not a secret; not printed, since one given by mistake may be. */
    @Value.Redacted
    Optional<ParameterValue> value();

    /** Where a secret is. */
    Optional<SecretRef> secretRef();

    /** Requires one of value and reference. */
    @Value.Check
    default void check() {
        if (value().isPresent() == secretRef().isPresent()) {
            throw new IllegalArgumentException(
                    "parameter " + parameter() + ": a binding has either a value or a secret reference");
        }
    }

    /** A value the caller gives. */
    static Binding of(String parameter, ParameterValue value) {
        return builder().parameter(parameter).value(value).build();
    }

    /** A secret reference the caller gives. */
    static Binding of(String parameter, SecretRef ref) {
        return builder().parameter(parameter).secretRef(ref).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Binding}. */
    final class Builder extends ImmutableBinding.Builder {
        Builder() {}
    }
}
