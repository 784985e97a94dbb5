package io.stackprofile.core.internal.parameter;

import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an instance's parameters come to in a version that it only passes on its way: nothing is checked or refused. */
public final class EffectiveBindings {

    private EffectiveBindings() {}

    /** A binding for each parameter, in order; empty for what would be asked or generated. */
    public static Map<String, Binding> of(List<Parameter> parameters, Before before) {
        Map<String, Parameter> named = new LinkedHashMap<>();
        parameters.forEach(parameter -> named.put(parameter.name(), parameter));
        Given given = Given.of(List.of()).after(before);
        return new BindingRun(named, given, new Findings()).bind(OptionOrder.of(parameters));
    }
}
