package io.stackprofile.core.internal.many;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.StackSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the stacks that are compared, redacted already; in memory for one call.
 *
 * @param spec members with placeholders of secrets and variables
 * @param parameters what the placeholders stand for
 * @param secrets the plaintext of each secret parameter, by name
 */
public record SourceStack(StackSpec spec, List<Parameter> parameters, Map<String, String> secrets) {

    /** Copies the collections. */
    public SourceStack {
        parameters = List.copyOf(parameters);
        secrets = Map.copyOf(secrets);
    }

    boolean isSecret(String parameter) {
        return parameters.stream()
                .anyMatch(known -> known.name().equals(parameter) && known.type() == ParameterType.SECRET);
    }

    /** The value of each parameter as it is in this stack, plaintexts of secrets among them. */
    Map<String, ParameterValue> values() {
        Map<String, ParameterValue> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value));
        }
        secrets.forEach((name, plaintext) -> values.put(name, ParameterValue.of(plaintext)));
        return values;
    }

    /** Says how much, never what. */
    @Override
    public String toString() {
        return "SourceStack[members=" + spec.members().size() + "]";
    }
}
