package io.stackprofile.core.internal.parameterise;

import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a value as another type, where it says the same. */
public final class Conversion {

    // Possessive, so that no text makes it slow.
    private static final Pattern NUMBER =
            Pattern.compile("-?+(?:0|[1-9][0-9]{0,99}+)(?:\\.[0-9]{1,99}+)?+(?:[eE][+-]?+[0-9]{1,3}+)?+");

    private Conversion() {}

    /** The value as one of {@code type}; empty when it is none. Numbers and booleans become text as they are spelled. */
    public static Optional<ParameterValue> to(ParameterType type, ParameterValue value) {
        ParameterValue.Kind kind = kind(type);
        if (kind == value.kind()) {
            return Optional.of(value);
        }
        if (kind == ParameterValue.Kind.STRING) {
            return Optional.of(ParameterValue.of(value.spelling().orElse(value.text())));
        }
        return value.kind() == ParameterValue.Kind.STRING ? read(kind, value.text()) : Optional.empty();
    }

    /** Whether two values say the same, however they are spelled. */
    static boolean same(ParameterValue one, ParameterValue other) {
        if (one.kind() != other.kind()) {
            return false;
        }
        return one.kind() == ParameterValue.Kind.NUMBER
                ? new BigDecimal(one.text()).compareTo(new BigDecimal(other.text())) == 0
                : one.text().equals(other.text());
    }

    /** The number or boolean that JSON reads in {@code text}. */
    static Optional<ParameterValue> json(String text) {
        return read(ParameterValue.Kind.NUMBER, text).or(() -> read(ParameterValue.Kind.BOOLEAN, text));
    }

    private static Optional<ParameterValue> read(ParameterValue.Kind kind, String text) {
        if (kind == ParameterValue.Kind.NUMBER && NUMBER.matcher(text).matches()) {
            return Optional.of(ParameterValue.of(new BigDecimal(text)).spelled(text));
        }
        if (kind == ParameterValue.Kind.BOOLEAN && (text.equals("true") || text.equals("false"))) {
            return Optional.of(ParameterValue.of(text.equals("true")));
        }
        return Optional.empty();
    }

    private static ParameterValue.Kind kind(ParameterType type) {
        return switch (type) {
            case NUMBER -> ParameterValue.Kind.NUMBER;
            case BOOLEAN -> ParameterValue.Kind.BOOLEAN;
            case STRING, ENUM, SECRET -> ParameterValue.Kind.STRING;
        };
    }
}
