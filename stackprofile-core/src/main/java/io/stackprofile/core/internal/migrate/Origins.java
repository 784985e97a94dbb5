package io.stackprofile.core.internal.migrate;

import io.stackprofile.core.internal.parameter.Resolution;
import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.ParameterOrigin;
import io.stackprofile.instantiation.ParameterOrigin.Source;
import io.stackprofile.parameter.Binding;
import java.util.List;

/** Tells where a binding comes from. */
final class Origins {

    private Origins() {}

    static ParameterOrigin of(Binding binding, Resolution resolution, Trace trace) {
        String name = binding.parameter();
        List<Finding> wrong = resolution.wrong(name);
        Source source = wrong.isEmpty() ? source(binding, trace) : Source.ASKED;
        ParameterOrigin.Builder origin =
                ParameterOrigin.builder().parameter(name).source(source).addAllFindings(wrong);
        boolean asked = source == Source.ASKED;
        if (source == Source.CARRIED || (asked && !resolution.now().contains(name))) {
            origin.addAllFrom(trace.from()).addAllTurns(trace.turns());
        }
        if (!asked && source != Source.GENERATED) {
            origin.binding(binding);
        }
        return origin.build();
    }

    private static Source source(Binding binding, Trace trace) {
        return switch (binding.source()) {
            case EXPLICIT, PARAMETER_SET -> Source.GIVEN;
            case OPTION -> Source.OPTION;
            case CARRIED -> Source.CARRIED;
            case DEFAULT -> Source.DEFAULT;
            case GENERATED -> trace.from().isEmpty() ? Source.GENERATED : Source.CARRIED;
            case EMPTY -> Source.EMPTY;
        };
    }
}
