package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.tree.RuleTree;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.RuleDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.parameter.ParameterRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the rules between parameters of two versions. */
final class RuleComparison {

    private static final Verdict ADDED =
            Verdict.breaking("rule-added", "Bindings that were accepted before may be refused.");
    private static final Verdict REMOVED =
            Verdict.compatible("rule-removed", "Every binding that was accepted before still is.");
    private static final Verdict CHANGED = Verdict.breaking(
            "rule-changed", "The rule asks something else; bindings that were accepted may be refused.");
    private static final Verdict MESSAGE =
            Verdict.cosmetic("rule-message", "Only what the rule says to people changed.");

    private RuleComparison() {}

    /** What differs, in the newer version's order, what was removed after that. */
    static List<RuleDiff> changes(List<ParameterRule> before, List<ParameterRule> after) {
        Map<String, ParameterRule> old = byName(before);
        List<RuleDiff> diffs = new ArrayList<>();
        for (ParameterRule rule : after) {
            ParameterRule match = old.remove(rule.name());
            if (match == null) {
                diffs.add(diff(rule, Change.ADDED, Optional.of(ADDED), List.of()));
            } else if (!match.equals(rule)) {
                List<ValueChange> fields = FieldComparison.changes(
                        fields(match), fields(rule), change -> change.path().equals("message") ? MESSAGE : CHANGED);
                diffs.add(diff(rule, Change.CHANGED, Optional.empty(), fields));
            }
        }
        old.values().forEach(rule -> diffs.add(diff(rule, Change.REMOVED, Optional.of(REMOVED), List.of())));
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

    private static RuleDiff diff(
            ParameterRule rule, Change change, Optional<Verdict> verdict, List<ValueChange> fields) {
        return RuleDiff.builder()
                .name(rule.name())
                .change(change)
                .verdict(verdict)
                .addAllFields(fields)
                .build();
    }
}
