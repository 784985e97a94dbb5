package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds options whose values for other parameters cannot be. Built for one check; not thread-safe. */
final class OptionContract {

    /** Who sets a parameter to what, read as that parameter's type. */
    private record Setter(String parameter, ParameterValue value) {}

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, List<Setter>> setters = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private OptionContract(List<Parameter> parameters) {
        parameters.forEach(parameter -> this.parameters.putIfAbsent(parameter.name(), parameter));
    }

    /** Everything that is wrong, in the parameters' order. */
    static List<Finding> check(List<Parameter> parameters) {
        OptionContract contract = new OptionContract(parameters);
        for (Parameter parameter : parameters) {
            for (ParameterOption option : parameter.options()) {
                option.sets().forEach((target, value) -> contract.check(parameter, option, target, value));
            }
        }
        if (contract.findings.isEmpty()) {
            OptionOrder.cycle(parameters).ifPresent(contract::addCycle);
        }
        return List.copyOf(contract.findings);
    }

    private void check(Parameter parameter, ParameterOption option, String target, ParameterValue value) {
        Parameter other = parameters.get(target);
        String who = "an option of parameter " + parameter.name();
        if (other == null) {
            String hint =
                    BindingFindings.nearest(target, parameters.keySet(), "Add the parameter, or change the option.");
            add(parameter, option, "unknown-parameter", who + " sets one that does not exist", hint);
        } else if (other.name().equals(parameter.name())) {
            add(parameter, option, "option-sets-itself", who + " sets that parameter itself", "Leave it out.");
        } else if (other.type() == ParameterType.SECRET) {
            add(
                    parameter,
                    option,
                    "option-sets-secret",
                    who + " sets the secret " + target,
                    "Leave it out: a secret is bound by reference.");
        } else {
            checkValue(parameter, option, other, value);
        }
    }

    private void checkValue(Parameter parameter, ParameterOption option, Parameter other, ParameterValue value) {
        ParameterValue read = ValueReader.read(other.type(), value);
        for (Finding broken : ValueCheck.of(other, read)) {
            add(
                    parameter,
                    option,
                    "invalid-option",
                    "an option of parameter " + parameter.name() + " breaks another's rule: " + broken.message(),
                    "Change the value, or what " + BindingFindings.named(other) + " allows.");
        }
        Setter setter = new Setter(parameter.name(), read);
        List<Setter> before = setters.computeIfAbsent(other.name(), first -> new ArrayList<>());
        before.stream()
                .filter(earlier -> contradict(earlier, setter))
                .map(Setter::parameter)
                .distinct()
                .forEach(first -> addContradiction(first, parameter, option, other));
        before.add(setter);
    }

    /** One parameter's options may differ among themselves; those of two parameters have to agree. */
    private static boolean contradict(Setter one, Setter other) {
        return !one.parameter().equals(other.parameter()) && !RuleCheck.same(one.value(), other.value());
    }

    private void addContradiction(String first, Parameter parameter, ParameterOption option, Parameter other) {
        String message = "options of parameters " + first + " and " + parameter.name() + " set parameter "
                + other.name() + " to different values";
        if (findings.stream().noneMatch(finding -> finding.message().equals(message))) {
            add(parameter, option, "contradicting-options", message, "Let one parameter alone decide it.");
        }
    }

    private void addCycle(List<String> names) {
        Set<String> distinct = new LinkedHashSet<>(names);
        findings.add(finding(
                Optional.empty(),
                "option-cycle",
                "the options of these parameters set each other in a cycle: " + String.join(", ", distinct),
                "Let one of them set nothing."));
    }

    private void add(Parameter parameter, ParameterOption option, String code, String message, String hint) {
        int index = parameter.options().indexOf(option);
        findings.add(finding(
                Optional.of("/parameters/" + parameter.name() + "/options/" + index + "/sets"), code, message, hint));
    }

    private static Finding finding(Optional<String> path, String code, String message, String hint) {
        return Finding.builder()
                .severity(Severity.ERROR)
                .code(code)
                .location(Location.builder().path(path).build())
                .message(message)
                .hint(hint)
                .build();
    }
}
