package io.stackprofile.samples.cli.print;

import io.stackprofile.parameter.Condition;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a condition, named after its kind, as profile documents name them. */
final class ConditionFields {

    private ConditionFields() {}

    static Map<String, Object> of(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            return Map.of("allOf", all.conditions());
        }
        if (condition instanceof Condition.AnyOf any) {
            return Map.of("anyOf", any.conditions());
        }
        if (condition instanceof Condition.Not not) {
            return Map.of("not", not.condition());
        }
        if (condition instanceof Condition.IsSet set) {
            return Map.of("isSet", set.parameter());
        }
        return comparison((Condition.Comparison) condition);
    }

    private static Map<String, Object> comparison(Condition.Comparison comparison) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("parameter", comparison.parameter());
        fields.put("operator", comparison.operator());
        if (comparison.operand() instanceof Condition.Literal literal) {
            fields.put("value", literal.value());
        } else if (comparison.operand() instanceof Condition.Other other) {
            fields.put("other", other.parameter());
        }
        return fields;
    }
}
