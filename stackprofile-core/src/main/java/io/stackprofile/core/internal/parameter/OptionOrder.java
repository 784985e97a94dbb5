package io.stackprofile.core.internal.parameter;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The order in which parameters are decided: one whose options set another comes before it. */
final class OptionOrder {

    private final Map<String, Set<String>> targets = new LinkedHashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    private OptionOrder(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            Set<String> sets = new LinkedHashSet<>();
            parameter.options().stream().map(ParameterOption::sets).forEach(values -> sets.addAll(values.keySet()));
            targets.put(parameter.name(), sets);
            waiting.put(parameter.name(), 0);
        }
        targets.values().forEach(sets -> sets.forEach(target -> waiting.computeIfPresent(target, (n, c) -> c + 1)));
        sort();
    }

    private void sort() {
        Deque<String> ready = new ArrayDeque<>();
        targets.keySet().stream().filter(this::isReady).forEach(ready::add);
        while (!ready.isEmpty()) {
            String name = ready.remove();
            order.add(name);
            for (String target : targets.getOrDefault(name, Set.of())) {
                waiting.computeIfPresent(target, (n, count) -> count - 1);
                if (isReady(target)) {
                    ready.add(target);
                }
            }
        }
    }

    private boolean isReady(String name) {
        return waiting.getOrDefault(name, -1) == 0;
    }

    /** All names, each after those that set it. */
    static List<String> of(List<Parameter> parameters) {
        return List.copyOf(new OptionOrder(parameters).order);
    }

    /** The parameters that set each other in a cycle or stand behind one, if any do. */
    static Optional<List<String>> cycle(List<Parameter> parameters) {
        OptionOrder sorted = new OptionOrder(parameters);
        List<String> rest = sorted.targets.keySet().stream()
                .filter(name -> !sorted.order.contains(name))
                .filter(name -> !sorted.targets.getOrDefault(name, Set.of()).isEmpty())
                .toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
    }
}
