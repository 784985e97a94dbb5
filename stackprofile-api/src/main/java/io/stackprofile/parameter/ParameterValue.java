package io.stackprofile.parameter;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value for a parameter that is not a secret. Immutable. A value read from YAML keeps how it was written, so that
 * binding it writes the same characters: {@code yes} stays {@code yes}, {@code 0644} stays {@code 0644}.
 */
public final class ParameterValue {

    /** What a value is. */
    public enum Kind {
        /** Text. */
        STRING,
        /** A number. */
        NUMBER,
        /** True or false. */
        BOOLEAN
    }

    private final Kind kind;
    private final String text;
    private final Optional<String> spelling;

    private ParameterValue(Kind kind, String text, Optional<String> spelling) {
        this.kind = kind;
        this.text = text;
        this.spelling = spelling.filter(spelled -> !spelled.equals(text));
    }

    /** A text. */
    public static ParameterValue of(String text) {
        return new ParameterValue(Kind.STRING, text, Optional.empty());
    }

    /** A boolean. */
    public static ParameterValue of(boolean value) {
        return new ParameterValue(Kind.BOOLEAN, Boolean.toString(value), Optional.empty());
    }

    /** A whole number. */
    public static ParameterValue of(long value) {
        return new ParameterValue(Kind.NUMBER, Long.toString(value), Optional.empty());
    }

    /** A number. */
    public static ParameterValue of(BigDecimal value) {
        return new ParameterValue(Kind.NUMBER, value.toString(), Optional.empty());
    }

    /** The same value, written as {@code spelling} in YAML source. */
    public ParameterValue spelled(String spelling) {
        return new ParameterValue(kind, text, Optional.of(spelling));
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** The text itself, the number in JSON's notation, or {@code true} or {@code false}. */
    public String text() {
        return text;
    }

    /** How YAML source writes it, when that differs from {@link #text()}. */
    public Optional<String> spelling() {
        return spelling;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterValue that
                && kind == that.kind
                && text.equals(that.text)
                && spelling.equals(that.spelling);
    }

    @Override
    public int hashCode() {
        return text.hashCode() * 31 + kind.hashCode();
    }

    /** The {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
