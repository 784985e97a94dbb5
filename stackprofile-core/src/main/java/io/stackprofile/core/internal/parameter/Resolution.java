package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Binding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What parameters come to, right or wrong.
 *
 * @param bindings one for each parameter, in order; one that something is wrong with may be bound to anything
 * @param now the parameters that are given now, or set by an option chosen now
 * @param wrong what is wrong with each parameter
 * @param others names that are none, then rules that are not met
 */
public record Resolution(
        List<Binding> bindings, Set<String> now, Map<String, List<Finding>> wrong, List<Finding> others) {

    /** Copies what is in order of lists. */
    public Resolution {
        bindings = List.copyOf(bindings);
        now = Set.copyOf(now);
        wrong = Map.copyOf(wrong);
        others = List.copyOf(others);
    }

    /** What is wrong with a parameter. */
    public List<Finding> wrong(String parameter) {
        return wrong.getOrDefault(parameter, List.of());
    }
}
