package io.stackprofile.core.internal.diff;

import io.stackprofile.diff.Change;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.parameter.Parameter;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What a change of the parameter contract means to bindings that were accepted before. */
final class ParameterVerdicts {

    private static final Verdict TEXT =
            Verdict.cosmetic("parameter-text", "Only what people read about the parameter changed.");
    private static final Verdict NARROWED =
            Verdict.breaking("parameter-narrowed", "Values that were accepted before may be refused.");
    private static final Verdict WIDENED =
            Verdict.compatible("parameter-widened", "Every value that was accepted before still is.");

    private ParameterVerdicts() {}

    /** A parameter that only the newer version has. */
    static Verdict added(Parameter parameter) {
        return parameter.required()
                ? Verdict.breaking(
                        "parameter-required-added", "Instances have no value for the new required parameter.")
                : Verdict.compatible("parameter-added", "Nobody has to give a value for the new parameter.");
    }

    /** A parameter that only the older version has. */
    static Verdict removed() {
        return Verdict.breaking("parameter-removed", "Bindings that name the parameter are refused.");
    }

    /** A field of a parameter that both have. */
    static Verdict field(Parameter before, Parameter after, ValueChange change) {
        return switch (change.path()) {
            case "title", "description", "group" -> TEXT;
            case "type" -> Verdict.breaking("parameter-retyped", "The parameter takes another type of value.");
            case "required" ->
                after.required()
                        ? Verdict.breaking(
                                "parameter-required", "Instances without a value for the parameter need one now.")
                        : WIDENED;
            case "default" -> ofDefault(change);
            case "enumValues" -> choices(before.enumValues(), after.enumValues());
            case "minimum" -> limit(reaches(before.minimum(), after.minimum(), -1));
            case "maximum" -> limit(reaches(before.maximum(), after.maximum(), 1));
            case "minLength" -> limit(reaches(number(before.minLength()), number(after.minLength()), -1));
            case "maxLength" -> limit(reaches(number(before.maxLength()), number(after.maxLength()), 1));
            case "multipleOf" -> limit(isMultiple(before.multipleOf(), after.multipleOf()));
            case "pattern", "format" -> limit(change.change() == Change.REMOVED);
            case "generate" -> generated(change);
            default -> Verdict.compatible("parameter-options", "What choosing an option does changed.");
        };
    }

    private static Verdict ofDefault(ValueChange change) {
        return change.change() == Change.REMOVED
                ? Verdict.breaking("parameter-default-removed", "Instances that relied on the default have no value.")
                : Verdict.compatible("parameter-default", "Instances that bind no value get the new default.");
    }

    private static Verdict generated(ValueChange change) {
        return change.change() == Change.REMOVED
                ? Verdict.breaking("parameter-generation-removed", "Nobody makes the secret when none is bound.")
                : Verdict.compatible(
                        "parameter-generated", "How the secret is made changed; one that was made is kept.");
    }

    private static Verdict choices(List<String> before, List<String> after) {
        if (!new HashSet<>(after).containsAll(before)) {
            return NARROWED;
        }
        return before.size() == after.size()
                ? Verdict.cosmetic("parameter-choice-order", "The choices stand in another order.")
                : WIDENED;
    }

    private static Verdict limit(boolean widened) {
        return widened ? WIDENED : NARROWED;
    }

    /** Whether the limit is gone or lies as far out as before; out is up for {@code sign} 1, down for -1. */
    private static boolean reaches(Optional<BigDecimal> before, Optional<BigDecimal> after, int sign) {
        return after.isEmpty() || (before.isPresent() && sign * after.get().compareTo(before.get()) >= 0);
    }

    private static boolean isMultiple(Optional<BigDecimal> before, Optional<BigDecimal> after) {
        return after.isEmpty()
                || (before.isPresent() && before.get().remainder(after.get()).signum() == 0);
    }

    private static Optional<BigDecimal> number(Optional<Integer> length) {
        return length.map(BigDecimal::valueOf);
    }
}
