package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.tree.RuleTree;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.RuleDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.parameter.ParameterRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the rules between parameters of two versions. */
final class RuleComparison {

    private RuleComparison() {}

    /** What differs, in the newer version's order, what was removed after that. */
    static List<RuleDiff> changes(List<ParameterRule> before, List<ParameterRule> after) {
        Map<String, ParameterRule> old = byName(before);
        List<RuleDiff> diffs = new ArrayList<>();
        for (ParameterRule rule : after) {
            ParameterRule match = old.remove(rule.name());
            if (match == null) {
                diffs.add(diff(rule, Change.ADDED, List.of()));
            } else if (!match.equals(rule)) {
                diffs.add(diff(rule, Change.CHANGED, FieldComparison.changes(fields(match), fields(rule))));
            }
        }
        old.values().forEach(rule -> diffs.add(diff(rule, Change.REMOVED, List.of())));
        return diffs;
    }

    private static Map<String, Object> fields(ParameterRule rule) {
        return RuleTree.of(rule, ValueTree::natural);
    }

    private static Map<String, ParameterRule> byName(List<ParameterRule> rules) {
        Map<String, ParameterRule> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        return byName;
    }

    private static RuleDiff diff(ParameterRule rule, Change change, List<ValueChange> fields) {
        return RuleDiff.builder()
                .name(rule.name())
                .change(change)
                .addAllFields(fields)
                .build();
    }
}
