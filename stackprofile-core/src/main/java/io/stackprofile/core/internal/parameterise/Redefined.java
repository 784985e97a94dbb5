package io.stackprofile.core.internal.parameterise;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import java.util.Optional;

/** Copies parameters with a change. What a parameter has beyond name, type and values is carried along here alone. */
final class Redefined {

    private Redefined() {}

    static Parameter renamed(Parameter parameter, String name) {
        return limited(described(parameter), parameter)
                .name(name)
                .type(parameter.type())
                .required(parameter.required())
                .defaultValue(parameter.defaultValue())
                .addAllEnumValues(parameter.enumValues())
                .pattern(parameter.pattern())
                .minLength(parameter.minLength())
                .maxLength(parameter.maxLength())
                .format(parameter.format())
                .addAllOptions(parameter.options())
                .generate(parameter.generate())
                .build();
    }

    /** With {@code to} wherever its options set {@code from}; the same parameter when they do not. */
    static Parameter withSets(Parameter parameter, String from, String to) {
        if (parameter.options().stream().noneMatch(option -> option.sets().containsKey(from))) {
            return parameter;
        }
        return limited(described(parameter), parameter)
                .name(parameter.name())
                .type(parameter.type())
                .required(parameter.required())
                .defaultValue(parameter.defaultValue())
                .addAllEnumValues(parameter.enumValues())
                .addAllOptions(parameter.options().stream()
                        .map(option -> withSets(option, from, to))
                        .toList())
                .build();
    }

    private static ParameterOption withSets(ParameterOption option, String from, String to) {
        ParameterOption.Builder renamed = ParameterOption.builder();
        option.sets().forEach((name, value) -> renamed.putSet(name.equals(from) ? to : name, value));
        return renamed.value(option.value())
                .title(option.title())
                .description(option.description())
                .build();
    }

    /** With another type; limits and options stay only where the type can have them. */
    static Parameter retyped(
            Parameter parameter, ParameterType type, Optional<ParameterValue> value, List<String> choices) {
        boolean text = type == ParameterType.STRING || type == ParameterType.SECRET;
        boolean number = type == ParameterType.NUMBER;
        boolean required = parameter.required() || type == ParameterType.SECRET;
        List<String> chosen = type == ParameterType.BOOLEAN ? List.of("true", "false") : choices;
        return described(parameter)
                .name(parameter.name())
                .type(type)
                .required(required)
                .defaultValue(required ? Optional.empty() : value)
                .addAllEnumValues(choices)
                .pattern(parameter.pattern().filter(pattern -> text))
                .minLength(parameter.minLength().filter(length -> text))
                .maxLength(parameter.maxLength().filter(length -> text))
                .format(parameter.format().filter(format -> text || (number && format == ParameterFormat.PORT)))
                .addAllOptions(parameter.options().stream()
                        .filter(option -> chosen.contains(option.value()))
                        .toList())
                .build();
    }

    /** Just enough of a parameter to bind {@code value} to it. */
    static Parameter trial(Parameter parameter, String name, ParameterValue value) {
        return Parameter.builder()
                .name(name)
                .type(parameter.type())
                .defaultValue(value)
                .addAllEnumValues(parameter.enumValues())
                .build();
    }

    private static Parameter.Builder limited(Parameter.Builder builder, Parameter parameter) {
        builder.minimum(parameter.minimum()).maximum(parameter.maximum()).multipleOf(parameter.multipleOf());
        return builder;
    }

    private static Parameter.Builder described(Parameter parameter) {
        Parameter.Builder builder = Parameter.builder();
        builder.title(parameter.title()).description(parameter.description()).group(parameter.group());
        return builder;
    }
}
