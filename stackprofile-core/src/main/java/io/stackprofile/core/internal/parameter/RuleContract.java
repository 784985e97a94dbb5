package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.Condition.Comparison;
import io.stackprofile.parameter.Condition.Literal;
import io.stackprofile.parameter.Condition.Operator;
import io.stackprofile.parameter.Condition.Other;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds rules that make no sense for their parameters. Built for one check; not thread-safe. */
public final class RuleContract {

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private String rule = "";

    private RuleContract(List<Parameter> parameters) {
        parameters.forEach(parameter -> this.parameters.putIfAbsent(parameter.name(), parameter));
    }

    /**
     * Everything that is wrong, in the rules' order, all of it errors: a name used twice, a parameter that does not exist,
     * a comparison of a secret or of values that cannot be compared, a pattern that RE2 does not take.
     */
    public static List<Finding> check(List<ParameterRule> rules, List<Parameter> parameters) {
        RuleContract contract = new RuleContract(parameters);
        Set<String> names = new HashSet<>();
        for (ParameterRule rule : rules) {
            contract.rule = rule.name();
            if (!names.add(rule.name())) {
                contract.add("duplicate-rule", "two rules are called " + rule.name(), "Rename or remove one of them.");
            }
            rule.when().ifPresent(contract::check);
            contract.check(rule.require());
        }
        return List.copyOf(contract.findings);
    }

    private void check(Condition condition) {
        if (condition instanceof Comparison comparison) {
            check(comparison);
        } else if (condition instanceof Condition.IsSet set) {
            isKnown(set.parameter());
        }
        condition.parts().forEach(this::check);
    }

    private void check(Comparison comparison) {
        boolean known = isComparable(comparison.parameter());
        if (comparison.operand() instanceof Other other) {
            boolean bothKnown = isComparable(other.parameter()) && known;
            if (comparison.operator() == Operator.MATCHES) {
                add(
                        "incomparable",
                        "rule " + rule + " matches a pattern that is a parameter",
                        "Write the pattern itself.");
            } else if (bothKnown) {
                compare(comparison, kind(other.parameter()));
            }
        } else if (comparison.operand() instanceof Literal literal && known) {
            compare(comparison, literal.value().kind());
            checkLiteral(comparison, literal.value());
        }
    }

    private void compare(Comparison comparison, ParameterValue.Kind operand) {
        ParameterValue.Kind kind = kind(comparison.parameter());
        ParameterValue.Kind wanted = switch (comparison.operator()) {
            case EQUAL, NOT_EQUAL -> kind;
            case LESS, AT_MOST, GREATER, AT_LEAST -> ParameterValue.Kind.NUMBER;
            case MATCHES -> ParameterValue.Kind.STRING;
        };
        if (kind != wanted || operand != wanted) {
            add(
                    "incomparable",
                    "rule " + rule + " compares parameter " + comparison.parameter()
                            + " with what it cannot be compared" + " with by " + label(comparison.operator()),
                    "Compare numbers with numbers, texts with texts and booleans with booleans; only texts match a"
                            + " pattern.");
        }
    }

    private void checkLiteral(Comparison comparison, ParameterValue literal) {
        Parameter parameter = parameters.get(comparison.parameter());
        if (comparison.operator() == Operator.MATCHES) {
            if (LinearPattern.compile(literal.text()).isEmpty()) {
                add(
                        "invalid-pattern",
                        "rule " + rule + " has a pattern that is not an RE2 pattern, or is one that grows too large",
                        "Write it in RE2 syntax, and keep its counted repetitions small.");
            }
        } else if (parameter != null
                && parameter.type() == ParameterType.ENUM
                && !parameter.enumValues().contains(literal.text())) {
            add(
                    "incomparable",
                    "rule " + rule + " compares parameter " + parameter.name() + " with none of its choices",
                    "Compare it with one of: " + String.join(", ", parameter.enumValues()) + ".");
        } else if (literal.kind() == ParameterValue.Kind.NUMBER && !ValueReader.isFinite(literal)) {
            add(
                    "incomparable",
                    "rule " + rule + " compares with a number beyond 64-bit floating point",
                    "Write a smaller number.");
        }
    }

    private boolean isComparable(String name) {
        if (!isKnown(name)) {
            return false;
        }
        Parameter parameter = parameters.get(name);
        if (parameter != null && parameter.type() == ParameterType.SECRET) {
            add(
                    "secret-in-rule",
                    "rule " + rule + " compares the secret " + name + ", which is never in hand when rules are checked",
                    "Ask whether it is set, or give the secret itself a pattern, a length or a format.");
            return false;
        }
        return true;
    }

    private boolean isKnown(String name) {
        if (parameters.containsKey(name)) {
            return true;
        }
        add(
                "unknown-parameter",
                "rule " + rule + " names parameter " + BindingFindings.shown(name) + ", which does not exist",
                BindingFindings.nearest(name, parameters.keySet(), "Add the parameter, or change the rule."));
        return false;
    }

    private ParameterValue.Kind kind(String name) {
        Parameter parameter = parameters.get(name);
        return parameter == null ? ParameterValue.Kind.STRING : ValueReader.kind(parameter.type());
    }

    private void add(String code, String message, String hint) {
        findings.add(Finding.builder()
                .severity(Severity.ERROR)
                .code(code)
                .location(Location.builder().path("/rules/" + rule).build())
                .message(message)
                .hint(hint)
                .build());
    }

    private static String label(Operator operator) {
        return operator.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
