package io.stackprofile.core.internal.parameterise;

import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.ParameterRule;
import java.util.List;

/** A rule in which a parameter has another name. */
final class RenamedRule {

    private final String from;
    private final String to;

    private RenamedRule(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** The rule with {@code to} wherever it reads {@code from}; the same rule when it does not. */
    static ParameterRule of(ParameterRule rule, String from, String to) {
        if (!rule.parameters().contains(from)) {
            return rule;
        }
        RenamedRule renamed = new RenamedRule(from, to);
        return ParameterRule.builder()
                .name(rule.name())
                .when(rule.when().map(renamed::condition))
                .require(renamed.condition(rule.require()))
                .message(rule.message())
                .build();
    }

    private Condition condition(Condition condition) {
        if (condition instanceof Condition.IsSet set) {
            return new Condition.IsSet(name(set.parameter()));
        }
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(condition(not.condition()));
        }
        if (condition instanceof Condition.AllOf all) {
            return new Condition.AllOf(conditions(all.conditions()));
        }
        if (condition instanceof Condition.AnyOf any) {
            return new Condition.AnyOf(conditions(any.conditions()));
        }
        Condition.Comparison comparison = (Condition.Comparison) condition;
        return new Condition.Comparison(
                name(comparison.parameter()), comparison.operator(), operand(comparison.operand()));
    }

    private List<Condition> conditions(List<Condition> conditions) {
        return conditions.stream().map(this::condition).toList();
    }

    private Condition.Operand operand(Condition.Operand operand) {
        return operand instanceof Condition.Other other ? new Condition.Other(name(other.parameter())) : operand;
    }

    private String name(String name) {
        return name.equals(from) ? to : name;
    }
}
