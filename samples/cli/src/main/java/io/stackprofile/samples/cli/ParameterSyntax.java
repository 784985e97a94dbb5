package io.stackprofile.samples.cli;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code NAME:TYPE[:DEFAULT]} and {@code NAME:enum=A|B[:DEFAULT]}. */
final class ParameterSyntax {

    private ParameterSyntax() {}

    static Parameter parse(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length < 2) {
            throw new UsageException("a parameter has a name and a type", "Write NAME:TYPE or NAME:TYPE:DEFAULT.");
        }
        String[] typeAndChoices = parts[1].split("=", 2);
        ParameterType type = type(typeAndChoices[0]);
        Optional<ParameterValue> fallback = parts.length < 3 ? Optional.empty() : Optional.of(value(type, parts[2]));
        return Parameter.builder()
                .name(parts[0])
                .type(type)
                .addAllEnumValues(typeAndChoices.length < 2 ? List.of() : List.of(typeAndChoices[1].split("\\|", -1)))
                .defaultValue(fallback)
                .required(fallback.isEmpty())
                .build();
    }

    static ParameterType type(String label) {
        return Arrays.stream(ParameterType.values())
                .filter(type -> type.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UsageException("a parameter's type is unknown", "Use one of " + labels() + "."));
    }

    private static String labels() {
        return Arrays.stream(ParameterType.values()).map(ParameterType::label).collect(Collectors.joining(", "));
    }

    private static ParameterValue value(ParameterType type, String text) {
        return switch (type) {
            case STRING, ENUM -> ParameterValue.of(text);
            case NUMBER -> ParameterValue.of(number(text));
            case BOOLEAN -> ParameterValue.of(bool(text));
            case SECRET -> throw new UsageException("a secret has no default", "Write NAME:secret.");
        };
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw new UsageException("a number's default must be a number", "Write it in digits, such as 3 or 0.5.");
        }
    }

    private static boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new UsageException("a boolean's default must be true or false", "Write one of the two.");
        }
        return text.equals("true");
    }
}
