package io.stackprofile.parameter;

import io.stackprofile.Names;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something a caller fills in when a version is instantiated. In a member's text it stands as
 * <code>${{ parameters.NAME }}</code>.
 */
@Value.Immutable
public interface Parameter {

    /** A letter, then up to 62 letters, digits or underscores; unique within a version. */
    String name();

    /** What kind of value it takes. */
    ParameterType type();

    /** A short title for forms. */
    Optional<String> title();

    /** What it is for. */
    Optional<String> description();

    /** The heading it stands under in forms. */
    Optional<String> group();

    /** Whether a value must be bound. Never together with a default. */
    @Value.Default
    default boolean required() {
        return false;
    }

    /** The value when none is bound; never on a secret. */
    Optional<ParameterValue> defaultValue();

    /** The choices of an {@link ParameterType#ENUM}, in order; empty for other types. */
    List<String> enumValues();

    /** An RE2 pattern that the text must contain a match of, unanchored as in JSON Schema. */
    Optional<String> pattern();

    /** Checks what can be seen without binding; the pattern is compiled when the version is. */
    @Value.Check
    default void check() {
        Names.parameter("name", name());
        require(
                type() == ParameterType.ENUM != enumValues().isEmpty(),
                "enumValues are for an enum, which needs at least one");
        require(type() != ParameterType.SECRET || defaultValue().isEmpty(), "a secret has no default");
        require(!required() || defaultValue().isEmpty(), "a required parameter has no default");
        require(
                pattern().isEmpty() || type() == ParameterType.STRING || type() == ParameterType.SECRET,
                "a pattern is for a string or a secret");
    }

    private void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("parameter " + name() + ": " + rule);
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Parameter}. */
    final class Builder extends ImmutableParameter.Builder {
        Builder() {}
    }
}
