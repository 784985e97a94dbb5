package io.stackprofile.core.internal.parameter;

import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads a bound value as its parameter's type. */
final class ValueReader {

    // Possessive, so that no text makes it slow.
    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?+(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]{1,4}+)?+");
    private static final int LONGEST_NUMBER = 400;

    private ValueReader() {}

    /**
     * A text that reads as the number or boolean the parameter takes becomes that, and keeps its spelling: {@code "1e3"}
     * is written {@code 1e3}. Any other value is given back as it is.
     */
    static ParameterValue read(ParameterType type, ParameterValue value) {
        if (value.kind() != ParameterValue.Kind.STRING) {
            return value;
        }
        String text = value.text();
        if (type == ParameterType.NUMBER && isJsonNumber(text)) {
            return ParameterValue.of(new BigDecimal(text)).spelled(text);
        }
        if (type == ParameterType.BOOLEAN && (text.equals("true") || text.equals("false"))) {
            return ParameterValue.of(text.equals("true"));
        }
        return value;
    }

    /** What a value of {@code type} is. */
    static ParameterValue.Kind kind(ParameterType type) {
        return switch (type) {
            case NUMBER -> ParameterValue.Kind.NUMBER;
            case BOOLEAN -> ParameterValue.Kind.BOOLEAN;
            case STRING, ENUM, SECRET -> ParameterValue.Kind.STRING;
        };
    }

    private static boolean isJsonNumber(String text) {
        return text.length() <= LONGEST_NUMBER && JSON_NUMBER.matcher(text).matches();
    }

    /** Whether a number is one that Kubernetes can read: no reader of it goes beyond 64-bit floating point. */
    static boolean isFinite(ParameterValue number) {
        return isJsonNumber(number.text()) && Double.isFinite(new BigDecimal(number.text()).doubleValue());
    }

    /** Whether a text can be written in UTF-8: no half of a surrogate pair. */
    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
