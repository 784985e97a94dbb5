package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.YamlValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter's value as a tree, in two forms: {@link #explicit} says everything in texts, {@link #natural} is what a
 * person would write. {@link #read} takes both.
 */
public final class ValueTree {

    private static final List<String> KNOWN = List.of("kind", "text", "spelling");
    // What parsing a number may cost; BigDecimal takes time square in the digits.
    private static final int LONGEST_NUMBER = 1_000;

    private ValueTree() {}

    /** A mapping of kind, text and, where it differs, spelling. */
    public static Map<String, Object> explicit(ParameterValue value) {
        return new Entries()
                .put("kind", Fields.label(value.kind()))
                .put("text", value.text())
                .put("spelling", value.spelling())
                .map();
    }

    /** The scalar itself where that reads back as the same value, else the explicit form. */
    public static Object natural(ParameterValue value) {
        if (value.spelling().isEmpty()) {
            Object scalar = scalar(value);
            if (fromScalar(scalar, "").equals(value)) {
                return scalar;
            }
        }
        return explicit(value);
    }

    /** Reads either form. */
    public static ParameterValue read(@Nullable Object tree, String path) {
        if (!(tree instanceof Map<?, ?>)) {
            return fromScalar(tree, path);
        }
        Fields fields = Fields.of(tree, path, KNOWN);
        ParameterValue.Kind kind = fields.choice("kind", ParameterValue.Kind.values());
        ParameterValue value = fields.parsed("text", text -> parse(kind, text));
        return fields.optionalText("spelling").map(value::spelled).orElse(value);
    }

    private static Object scalar(ParameterValue value) {
        return switch (value.kind()) {
            case STRING -> value.text();
            case BOOLEAN -> value.text().equals("true");
            case NUMBER -> number(value.text());
        };
    }

    private static Object number(String text) {
        BigDecimal exact = new BigDecimal(text);
        if (exact.scale() == 0 && exact.precision() < 19) {
            return exact.longValue();
        }
        double nearest = exact.doubleValue();
        return Double.isInfinite(nearest) ? text : (Object) nearest;
    }

    private static ParameterValue fromScalar(@Nullable Object tree, String path) {
        if (tree instanceof String text) {
            return ParameterValue.of(text);
        }
        if (tree instanceof Boolean flag) {
            return ParameterValue.of(flag);
        }
        if (tree instanceof Long number) {
            return ParameterValue.of(number);
        }
        if (tree instanceof Double || tree instanceof BigInteger) {
            return ParameterValue.of(new BigDecimal(YamlValue.of(tree).json()));
        }
        throw new Misfit(path, "a text, a number, true or false is expected here", "Write a single value.");
    }

    private static ParameterValue parse(ParameterValue.Kind kind, String text) {
        return switch (kind) {
            case STRING -> ParameterValue.of(text);
            case BOOLEAN -> ParameterValue.of(flag(text));
            case NUMBER -> ParameterValue.of(decimal(text));
        };
    }

    private static boolean flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("a boolean's text is 'true' or 'false'");
    }

    private static BigDecimal decimal(String text) {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException refused) {
            // Falls through: the exception's own message may repeat the text.
        }
        throw new IllegalArgumentException("a number's text is a decimal number of at most 1000 characters");
    }
}
