package io.stackprofile.parameter;

import java.util.function.UnaryOperator;

/** Changes what people read of a parameter, and nothing else. */
final class ParameterTexts {

    private ParameterTexts() {}

    static Parameter changed(Parameter parameter, UnaryOperator<String> change) {
        return Parameter.builder()
                .name(parameter.name())
                .type(parameter.type())
                .title(parameter.title().map(change))
                .description(parameter.description().map(change))
                .group(parameter.group().map(change))
                .required(parameter.required())
                .defaultValue(parameter.defaultValue())
                .addAllEnumValues(parameter.enumValues())
                .pattern(parameter.pattern())
                .minimum(parameter.minimum())
                .maximum(parameter.maximum())
                .multipleOf(parameter.multipleOf())
                .minLength(parameter.minLength())
                .maxLength(parameter.maxLength())
                .format(parameter.format())
                .addAllOptions(parameter.options().stream()
                        .map(option -> changed(option, change))
                        .toList())
                .generate(parameter.generate())
                .build();
    }

    private static ParameterOption changed(ParameterOption option, UnaryOperator<String> change) {
        return ParameterOption.builder()
                .value(option.value())
                .title(option.title().map(change))
                .description(option.description().map(change))
                .putAllSets(option.sets())
                .build();
    }
}
