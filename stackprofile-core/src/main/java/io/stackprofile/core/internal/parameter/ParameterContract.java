package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where parameters contradict themselves: what their own constructor cannot see. */
public final class ParameterContract {

    private ParameterContract() {}

    /**
     * Everything that is wrong, in the parameters' order, all of it errors: a name used twice, a pattern that RE2 does
     * not take, a choice offered twice, a default that breaks its parameter's own rules.
     */
    public static List<Finding> check(List<Parameter> parameters) {
        Map<String, Finding> defaults = brokenDefaults(parameters);
        List<Finding> findings = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                findings.add(BindingFindings.duplicateParameter(parameter.name()));
            }
            if (new HashSet<>(parameter.enumValues()).size()
                    < parameter.enumValues().size()) {
                findings.add(BindingFindings.duplicateChoice(parameter));
            }
            if (!isPattern(parameter)) {
                findings.add(BindingFindings.badPattern(parameter));
            }
            Finding broken = defaults.remove(parameter.name());
            if (broken != null) {
                findings.add(BindingFindings.ofDefault(parameter, broken));
            }
        }
        return List.copyOf(findings);
    }

    private static Map<String, Finding> brokenDefaults(List<Parameter> parameters) {
        Map<String, Finding> broken = new HashMap<>();
        Map<String, Parameter> checkable = new LinkedHashMap<>();
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            ParameterValue value = parameter.defaultValue().orElse(null);
            if (value == null || !isPattern(parameter)) {
                continue;
            }
            Finding wrong = wrong(parameter, value);
            if (wrong != null) {
                broken.putIfAbsent(parameter.name(), wrong);
            } else if (checkable.putIfAbsent(parameter.name(), parameter) == null) {
                values.put(parameter.name(), value);
            }
        }
        new SchemaCheck(List.copyOf(checkable.values())).check(values).forEach(broken::putIfAbsent);
        return broken;
    }

    private static boolean isPattern(Parameter parameter) {
        return parameter
                .pattern()
                .map(pattern -> LinearPattern.compile(pattern).isPresent())
                .orElse(true);
    }

    private static @Nullable Finding wrong(Parameter parameter, ParameterValue value) {
        if (value.kind() != kind(parameter.type())
                || (value.kind() == ParameterValue.Kind.NUMBER && !ValueReader.isFinite(value))) {
            return BindingFindings.wrongType(parameter);
        }
        return ValueReader.isWhole(value.text()) ? null : BindingFindings.brokenText(parameter);
    }

    private static ParameterValue.Kind kind(ParameterType type) {
        return switch (type) {
            case NUMBER -> ParameterValue.Kind.NUMBER;
            case BOOLEAN -> ParameterValue.Kind.BOOLEAN;
            case STRING, ENUM, SECRET -> ParameterValue.Kind.STRING;
        };
    }
}
