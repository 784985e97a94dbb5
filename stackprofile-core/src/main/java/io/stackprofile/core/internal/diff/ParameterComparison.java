package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.tree.ParameterTree;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.ParameterDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.parameter.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the parameter contracts of two versions. */
final class ParameterComparison {

    private ParameterComparison() {}

    /** What differs, in the newer version's order, what was removed after that. */
    static List<ParameterDiff> changes(List<Parameter> before, List<Parameter> after) {
        Map<String, Parameter> old = byName(before);
        Map<String, Parameter> now = byName(after);
        List<ParameterDiff> diffs = new ArrayList<>();
        now.forEach((name, parameter) -> {
            Parameter match = old.get(name);
            if (match == null) {
                diffs.add(diff(name, Change.ADDED, Optional.of(ParameterVerdicts.added(parameter)), List.of()));
            } else if (!match.equals(parameter)) {
                diffs.add(diff(name, Change.CHANGED, Optional.empty(), judged(match, parameter)));
            }
        });
        old.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name ->
                        diffs.add(diff(name, Change.REMOVED, Optional.of(ParameterVerdicts.removed()), List.of())));
        return diffs;
    }

    /** The names that both versions have, in the order of {@code parameters}. */
    static List<String> shared(List<Parameter> parameters, List<Parameter> others) {
        Map<String, Parameter> there = byName(others);
        return parameters.stream()
                .map(Parameter::name)
                .filter(there::containsKey)
                .toList();
    }

    private static List<ValueChange> judged(Parameter before, Parameter after) {
        return FieldComparison.changes(
                fields(before), fields(after), change -> ParameterVerdicts.field(before, after, change));
    }

    private static Map<String, Object> fields(Parameter parameter) {
        Map<String, Object> fields = ParameterTree.of(parameter, ValueTree::natural);
        // A tree leaves it out when false; here that reads as a change of it, not as a field that came or went.
        fields.put("required", parameter.required());
        return fields;
    }

    private static Map<String, Parameter> byName(List<Parameter> parameters) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
        return byName;
    }

    private static ParameterDiff diff(String name, Change change, Optional<Verdict> verdict, List<ValueChange> fields) {
        return ParameterDiff.builder()
                .name(name)
                .change(change)
                .verdict(verdict)
                .addAllFields(fields)
                .build();
    }
}
