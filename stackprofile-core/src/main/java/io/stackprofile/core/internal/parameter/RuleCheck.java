package io.stackprofile.core.internal.parameter;

import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.Condition.AllOf;
import io.stackprofile.parameter.Condition.AnyOf;
import io.stackprofile.parameter.Condition.Comparison;
import io.stackprofile.parameter.Condition.IsSet;
import io.stackprofile.parameter.Condition.Literal;
import io.stackprofile.parameter.Condition.Not;
import io.stackprofile.parameter.Condition.Other;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Tells whether rules hold of bindings. The rules have passed {@link RuleContract}, the bindings the schema. */
final class RuleCheck {

    private RuleCheck() {}

    static boolean isMet(ParameterRule rule, Map<String, Binding> bound) {
        boolean counts = rule.when().map(when -> holds(when, bound)).orElse(true);
        return !counts || holds(rule.require(), bound);
    }

    private static boolean holds(Condition condition, Map<String, Binding> bound) {
        if (condition instanceof AllOf all) {
            return all.conditions().stream().allMatch(part -> holds(part, bound));
        }
        if (condition instanceof AnyOf any) {
            return any.conditions().stream().anyMatch(part -> holds(part, bound));
        }
        if (condition instanceof Not not) {
            return !holds(not.condition(), bound);
        }
        if (condition instanceof IsSet set) {
            return isSet(Optional.ofNullable(bound.get(set.parameter())));
        }
        return holds((Comparison) condition, bound);
    }

    private static boolean isSet(Optional<Binding> binding) {
        return binding.filter(given -> given.source() != BindingSource.EMPTY)
                .filter(given ->
                        given.value().map(value -> !value.text().isEmpty()).orElse(true))
                .isPresent();
    }

    private static boolean holds(Comparison comparison, Map<String, Binding> bound) {
        ParameterValue left = value(comparison.parameter(), bound);
        ParameterValue right = comparison.operand() instanceof Literal literal
                ? literal.value()
                : value(((Other) comparison.operand()).parameter(), bound);
        return switch (comparison.operator()) {
            case EQUAL -> same(left, right);
            case NOT_EQUAL -> !same(left, right);
            case LESS -> compare(left, right) < 0;
            case AT_MOST -> compare(left, right) <= 0;
            case GREATER -> compare(left, right) > 0;
            case AT_LEAST -> compare(left, right) >= 0;
            case MATCHES ->
                LinearPattern.compile(right.text())
                        .map(pattern -> pattern.matcher(left.text()).find())
                        .orElse(false);
        };
    }

    /** Whether two values are the same: numbers by value, texts by character. */
    static boolean same(ParameterValue left, ParameterValue right) {
        if (left.kind() == ParameterValue.Kind.NUMBER && right.kind() == ParameterValue.Kind.NUMBER) {
            return compare(left, right) == 0;
        }
        return left.kind() == right.kind() && left.text().equals(right.text());
    }

    private static int compare(ParameterValue left, ParameterValue right) {
        return new BigDecimal(left.text()).compareTo(new BigDecimal(right.text()));
    }

    private static ParameterValue value(String parameter, Map<String, Binding> bound) {
        return Optional.ofNullable(bound.get(parameter))
                .flatMap(Binding::value)
                .orElseThrow(() -> new IllegalStateException("a rule compares what is bound to no value"));
    }
}
