package io.stackprofile.core.internal.many;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.StackBinder;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stack with every placeholder filled, secrets too; in memory, to be compared and forgotten. */
final class BoundStack {

    private BoundStack() {}

    /** A parameter without a value, such as a variable of the cluster's, stands for its own name. */
    static StackSpec of(StackSpec spec, List<Parameter> parameters, Map<String, ParameterValue> values, Limits limits) {
        List<Parameter> open = new ArrayList<>();
        List<Binding> bindings = new ArrayList<>();
        for (Parameter parameter : parameters) {
            ParameterValue value = values.getOrDefault(parameter.name(), ParameterValue.of(parameter.name()));
            bindings.add(Binding.of(parameter.name(), value));
            open.add(asText(parameter, value));
        }
        return StackBinder.bind(spec, open, bindings, limits);
    }

    // What was captured is written as it was, which binding does for a default.
    private static Parameter asText(Parameter parameter, ParameterValue value) {
        return parameter.type() == ParameterType.SECRET
                ? Parameter.builder()
                        .name(parameter.name())
                        .type(ParameterType.STRING)
                        .defaultValue(value)
                        .build()
                : parameter;
    }
}
