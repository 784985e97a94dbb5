package io.stackprofile.parameter;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A choice of an {@link ParameterType#ENUM} or {@link ParameterType#BOOLEAN} parameter, with what people read and with
 * the values that it gives other parameters: choosing {@code large} may set {@code replicas} to 5.
 */
@Value.Immutable
public interface ParameterOption {

    /** The choice: one of the enum's values, or {@code true} or {@code false}. */
    String value();

    /** A short title for forms. */
    Optional<String> title();

    /** What choosing it means. */
    Optional<String> description();

    /**
     * Values for other parameters, by name, in order. They give way to what is bound explicitly and go before parameter
     * sets and defaults.
     */
    Map<String, ParameterValue> sets();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ParameterOption}. */
    final class Builder extends ImmutableParameterOption.Builder {
        Builder() {}
    }
}
