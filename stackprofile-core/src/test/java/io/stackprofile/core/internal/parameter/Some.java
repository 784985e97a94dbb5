package io.stackprofile.core.internal.parameter;

import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.List;

/** Small builders for the tests of this package. */
final class Some {

    private Some() {}

    static Parameter.Builder parameter(String name, ParameterType type) {
        Parameter.Builder builder = Parameter.builder();
        builder.name(name).type(type);
        return builder;
    }

    static Parameter.Builder text(String name) {
        return parameter(name, ParameterType.STRING);
    }

    static Parameter.Builder number(String name) {
        return parameter(name, ParameterType.NUMBER);
    }

    static Parameter.Builder flag(String name) {
        return parameter(name, ParameterType.BOOLEAN);
    }

    static Parameter.Builder secret(String name) {
        return parameter(name, ParameterType.SECRET);
    }

    static Parameter.Builder choice(String name, String... values) {
        Parameter.Builder builder = parameter(name, ParameterType.ENUM);
        builder.addEnumValues(values);
        return builder;
    }

    /** An option that sets one parameter. */
    static ParameterOption option(String value, String target, ParameterValue set) {
        return ParameterOption.builder().value(value).putSet(target, set).build();
    }

    static ParameterRule rule(String name, Condition require) {
        return ParameterRule.builder()
                .name(name)
                .require(require)
                .message("see the handbook")
                .build();
    }

    static Binding bound(String name, ParameterValue value, BindingSource source) {
        return Binding.builder().parameter(name).value(value).source(source).build();
    }

    static Binding bound(String name, SecretRef ref, BindingSource source) {
        return Binding.builder().parameter(name).secretRef(ref).source(source).build();
    }

    static List<Parameter> parameters(Parameter.Builder... builders) {
        return java.util.Arrays.stream(builders).map(Parameter.Builder::build).toList();
    }
}
