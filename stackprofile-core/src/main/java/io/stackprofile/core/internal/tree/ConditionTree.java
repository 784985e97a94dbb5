package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.Condition.AllOf;
import io.stackprofile.parameter.Condition.AnyOf;
import io.stackprofile.parameter.Condition.Comparison;
import io.stackprofile.parameter.Condition.IsSet;
import io.stackprofile.parameter.Condition.Literal;
import io.stackprofile.parameter.Condition.Not;
import io.stackprofile.parameter.Condition.Operator;
import io.stackprofile.parameter.Condition.Other;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A condition as a tree: a comparison is a mapping of {@code parameter}, {@code operator} and either {@code value} or
 * {@code other}; the others are mappings of one field, {@code allOf}, {@code anyOf}, {@code not} or {@code isSet}.
 */
final class ConditionTree {

    private static final List<String> KNOWN =
            List.of("parameter", "operator", "value", "other", "allOf", "anyOf", "not", "isSet");
    private static final List<String> COMPARISON = List.of("parameter", "operator", "value", "other");

    private ConditionTree() {}

    static Map<String, Object> of(Condition condition, Function<ParameterValue, Object> value) {
        Entries entries = new Entries();
        if (condition instanceof Comparison comparison) {
            entries.put("parameter", comparison.parameter())
                    .put("operator", Fields.label(comparison.operator()))
                    .put("value", literal(comparison).map(value))
                    .put("other", other(comparison));
        } else if (condition instanceof AllOf all) {
            entries.put("allOf", all.conditions(), part -> of(part, value));
        } else if (condition instanceof AnyOf any) {
            entries.put("anyOf", any.conditions(), part -> of(part, value));
        } else if (condition instanceof Not not) {
            entries.put("not", of(not.condition(), value));
        } else if (condition instanceof IsSet set) {
            entries.put("isSet", set.parameter());
        }
        return entries.map();
    }

    static Condition read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, KNOWN);
        if (fields.has("parameter") || fields.has("operator")) {
            return comparison(Fields.of(tree, path, COMPARISON));
        }
        requireOne(tree, path);
        if (fields.has("allOf")) {
            return fields.build(() -> new AllOf(fields.list("allOf", ConditionTree::read)));
        }
        if (fields.has("anyOf")) {
            return fields.build(() -> new AnyOf(fields.list("anyOf", ConditionTree::read)));
        }
        return fields.has("not") ? new Not(fields.value("not", ConditionTree::read)) : new IsSet(fields.text("isSet"));
    }

    private static Condition comparison(Fields fields) {
        if (fields.has("value") == fields.has("other")) {
            throw new Misfit(
                    fields.path(),
                    "a comparison has either a value or another parameter",
                    "Write 'value' for a value, 'other' for a parameter's name.");
        }
        Optional<Condition.Operand> value =
                fields.optionalValue("value", ValueTree::read).map(Literal::new);
        return new Comparison(
                fields.text("parameter"),
                fields.choice("operator", Operator.values()),
                value.orElseGet(() -> new Other(fields.text("other"))));
    }

    private static void requireOne(@Nullable Object tree, String path) {
        if (!(tree instanceof Map<?, ?> map) || map.size() != 1) {
            throw new Misfit(
                    path,
                    "a condition is a comparison, or one of allOf, anyOf, not and isSet",
                    "Write one of these; put several under allOf or anyOf.");
        }
    }

    private static Optional<ParameterValue> literal(Comparison comparison) {
        return comparison.operand() instanceof Literal literal ? Optional.of(literal.value()) : Optional.empty();
    }

    private static Optional<String> other(Comparison comparison) {
        return comparison.operand() instanceof Other other ? Optional.of(other.parameter()) : Optional.empty();
    }
}
