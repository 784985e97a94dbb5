package io.stackprofile.core.internal.parameterise;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import java.util.Optional;

/** Copies parameters with a change. What a parameter has beyond name, type and values is carried along here alone. */
final class Redefined {

    private Redefined() {}

    static Parameter renamed(Parameter parameter, String name) {
        return described(parameter)
                .name(name)
                .type(parameter.type())
                .required(parameter.required())
                .defaultValue(parameter.defaultValue())
                .addAllEnumValues(parameter.enumValues())
                .pattern(parameter.pattern())
                .build();
    }

    /** With another type; a pattern stays only where the type can have one. */
    static Parameter retyped(
            Parameter parameter, ParameterType type, Optional<ParameterValue> value, List<String> choices) {
        boolean text = type == ParameterType.STRING || type == ParameterType.SECRET;
        boolean required = parameter.required() || type == ParameterType.SECRET;
        return described(parameter)
                .name(parameter.name())
                .type(type)
                .required(required)
                .defaultValue(required ? Optional.empty() : value)
                .addAllEnumValues(choices)
                .pattern(parameter.pattern().filter(pattern -> text))
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

    private static Parameter.Builder described(Parameter parameter) {
        Parameter.Builder builder = Parameter.builder();
        builder.title(parameter.title()).description(parameter.description()).group(parameter.group());
        return builder;
    }
}
