package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.Condition.AllOf;
import io.stackprofile.parameter.Condition.AnyOf;
import io.stackprofile.parameter.Condition.Comparison;
import io.stackprofile.parameter.Condition.IsSet;
import io.stackprofile.parameter.Condition.Literal;
import io.stackprofile.parameter.Condition.Not;
import io.stackprofile.parameter.Condition.Operand;
import io.stackprofile.parameter.Condition.Operator;
import io.stackprofile.parameter.Condition.Other;
import io.stackprofile.parameter.ParameterRule;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rules of every shape, for properties. */
public final class AnyRule {

    private AnyRule() {}

    /** Any rules, each name once; they need not make sense for any parameters. */
    public static Arbitrary<List<ParameterRule>> rules() {
        return rule().list().ofMaxSize(3).uniqueElements(ParameterRule::name);
    }

    private static Arbitrary<ParameterRule> rule() {
        return Combinators.combine(
                        Arbitraries.of("tls", "replicas-fit", "a", "yes", "3"),
                        condition(2).optional(),
                        condition(2),
                        AnyVersion.line().filter(text -> !text.isBlank()))
                .as((name, when, require, message) -> ParameterRule.builder()
                        .name(name)
                        .when(when)
                        .require(require)
                        .message(message)
                        .build());
    }

    private static Arbitrary<Condition> condition(int depth) {
        Arbitrary<String> name = Arbitraries.of("replicas", "domain", "n", "off");
        Arbitrary<Operand> operand =
                Arbitraries.oneOf(AnyVersion.value().map(value -> (Operand) new Literal(value)), name.map(other ->
                        (Operand) new Other(other)));
        Arbitrary<Condition> leaf = Arbitraries.oneOf(
                Combinators.combine(name, Arbitraries.of(Operator.class), operand)
                        .as((left, operator, right) -> (Condition) new Comparison(left, operator, right)),
                name.map(set -> (Condition) new IsSet(set)));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<List<Condition>> parts =
                condition(depth - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                leaf,
                parts.map(all -> (Condition) new AllOf(all)),
                parts.map(any -> (Condition) new AnyOf(any)),
                condition(depth - 1).map(not -> (Condition) new Not(not)));
    }
}
