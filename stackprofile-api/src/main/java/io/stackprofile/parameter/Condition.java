package io.stackprofile.parameter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Something that holds of bound values or does not. Data, not an expression language: it is read, stored, compared and
 * shown in forms like the rest of a version.
 */
public sealed interface Condition {

    /** How two values are compared. */
    enum Operator {
        /** The same: numbers by value, texts by character. */
        EQUAL,
        /** Not the same. */
        NOT_EQUAL,
        /** A smaller number. */
        LESS,
        /** A smaller number, or the same. */
        AT_MOST,
        /** A larger number. */
        GREATER,
        /** A larger number, or the same. */
        AT_LEAST,
        /** A text in which the operand, a literal RE2 pattern, matches somewhere. */
        MATCHES
    }

    /** What a parameter is compared with. */
    sealed interface Operand {}

    /**
     * A value.
     *
     * @param value the value
     */
    record Literal(ParameterValue value) implements Operand {}

    /**
     * What another parameter is bound to.
     *
     * @param parameter its name
     */
    record Other(String parameter) implements Operand {}

    /**
     * Holds when a parameter compares so. What is optional and not bound counts as an empty text, zero, false or the
     * first choice.
     *
     * @param parameter the parameter's name; never a secret
     * @param operator how it is compared
     * @param operand with what
     */
    record Comparison(String parameter, Operator operator, Operand operand) implements Condition {}

    /**
     * Holds when all hold.
     *
     * @param conditions one or more
     */
    record AllOf(List<Condition> conditions) implements Condition {

        /** Requires one, and copies them. */
        public AllOf {
            conditions = some("allOf", conditions);
        }
    }

    /**
     * Holds when one holds.
     *
     * @param conditions one or more
     */
    record AnyOf(List<Condition> conditions) implements Condition {

        /** Requires one, and copies them. */
        public AnyOf {
            conditions = some("anyOf", conditions);
        }
    }

    /**
     * Holds when another does not.
     *
     * @param condition the other
     */
    record Not(Condition condition) implements Condition {}

    /**
     * Holds when a parameter is bound to something that is not empty, by whatever source. The only condition on a secret.
     *
     * @param parameter the parameter's name
     */
    record IsSet(String parameter) implements Condition {}

    /** Compares a parameter with a value. */
    static Condition compare(String parameter, Operator operator, ParameterValue value) {
        return new Comparison(parameter, operator, new Literal(value));
    }

    /** Compares a parameter with another. */
    static Condition compare(String parameter, Operator operator, String other) {
        return new Comparison(parameter, operator, new Other(other));
    }

    /** Whether a parameter is bound to something that is not empty. */
    static Condition isSet(String parameter) {
        return new IsSet(parameter);
    }

    /** The parts that a condition is made of; none for a comparison. */
    default List<Condition> parts() {
        if (this instanceof AllOf all) {
            return all.conditions();
        }
        if (this instanceof AnyOf any) {
            return any.conditions();
        }
        return this instanceof Not not ? List.of(not.condition()) : List.of();
    }

    /** The names of the parameters it reads, in order. */
    default Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        if (this instanceof IsSet set) {
            names.add(set.parameter());
        }
        if (this instanceof Comparison comparison) {
            names.add(comparison.parameter());
            if (comparison.operand() instanceof Other other) {
                names.add(other.parameter());
            }
        }
        parts().forEach(part -> names.addAll(part.parameters()));
        return names;
    }

    private static List<Condition> some(String what, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException(what + " needs a condition");
        }
        return List.copyOf(conditions);
    }
}
