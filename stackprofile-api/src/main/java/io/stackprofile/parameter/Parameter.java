package io.stackprofile.parameter;

import io.stackprofile.Names;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    /** The least number allowed. */
    Optional<BigDecimal> minimum();

    /** The greatest number allowed. */
    Optional<BigDecimal> maximum();

    /** What a number must be a multiple of; greater than zero. */
    Optional<BigDecimal> multipleOf();

    /** The least length of a text or secret, in Unicode code points. */
    Optional<Integer> minLength();

    /** The greatest length of a text or secret, in Unicode code points. */
    Optional<Integer> maxLength();

    /** What a text or secret must be; {@link ParameterFormat#PORT} is for a number too. */
    Optional<ParameterFormat> format();

    /** The choices of an enum or boolean that have a title, a description or values for other parameters. */
    List<ParameterOption> options();

    /** How to make the secret when none is bound. */
    Optional<SecretGeneration> generate();

    /** The same with everything that people read passed through {@code change}: titles, descriptions, the group. */
    default Parameter withTexts(UnaryOperator<String> change) {
        return ParameterTexts.changed(this, change);
    }

    /** Checks what can be seen without binding; the pattern is compiled when the version is. */
    @Value.Check
    default void check() {
        Names.parameter("name", name());
        require(
                type() == ParameterType.ENUM != enumValues().isEmpty(),
                "enumValues are for an enum, which needs at least one");
        require(type() != ParameterType.SECRET || defaultValue().isEmpty(), "a secret has no default");
        require(!required() || defaultValue().isEmpty(), "a required parameter has no default");
        checkText();
        checkNumber();
        checkOptions();
        require(generate().isEmpty() || type() == ParameterType.SECRET, "only a secret is generated");
        require(
                generate().isEmpty() || !required(),
                "a generated secret is not required: it is made when none is bound");
    }

    private void checkText() {
        boolean text = type() == ParameterType.STRING || type() == ParameterType.SECRET;
        boolean port = type() == ParameterType.NUMBER && format().equals(Optional.of(ParameterFormat.PORT));
        require(pattern().isEmpty() || text, "a pattern is for a string or a secret");
        require(minLength().isEmpty() || text, "minLength is for a string or a secret");
        require(maxLength().isEmpty() || text, "maxLength is for a string or a secret");
        require(format().isEmpty() || text || port, "a format is for a string or a secret, and port for a number too");
        require(minLength().orElse(0) >= 0 && maxLength().orElse(0) >= 0, "a length is not negative");
    }

    private void checkNumber() {
        boolean number = type() == ParameterType.NUMBER;
        require(minimum().isEmpty() || number, "minimum is for a number");
        require(maximum().isEmpty() || number, "maximum is for a number");
        require(multipleOf().isEmpty() || number, "multipleOf is for a number");
        require(multipleOf().map(step -> step.signum() > 0).orElse(true), "multipleOf is greater than zero");
        // Arithmetic on more digits than a 64-bit floating-point number has room for may take for ever.
        require(
                Stream.of(minimum(), maximum(), multipleOf())
                        .flatMap(Optional::stream)
                        .allMatch(limit -> limit.precision() <= 400 && Math.abs(limit.scale()) <= 400),
                "a limit has at most 400 digits");
    }

    private void checkOptions() {
        boolean choices = type() == ParameterType.ENUM || type() == ParameterType.BOOLEAN;
        require(options().isEmpty() || choices, "options are for an enum or a boolean");
        List<String> allowed = type() == ParameterType.ENUM ? enumValues() : List.of("true", "false");
        List<String> values = options().stream().map(ParameterOption::value).toList();
        require(allowed.containsAll(values), "an option's value is one of the choices");
        require(values.stream().distinct().count() == values.size(), "a choice has one option");
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
