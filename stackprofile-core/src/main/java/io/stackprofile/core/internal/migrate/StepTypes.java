package io.stackprofile.core.internal.migrate;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.parameter.LinearPattern;
import io.stackprofile.core.internal.parameter.ValueCheck;
import io.stackprofile.core.internal.parameterise.Conversion;
import io.stackprofile.error.Finding;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.MigrationStep.Retype;
import io.stackprofile.parameter.MigrationStep.Split;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that a step's parameters, all of which exist, are of types that it can go between. */
final class StepTypes {

    private static final Set<ParameterType> TEXTS = EnumSet.of(ParameterType.STRING, ParameterType.ENUM);

    private final Map<String, Parameter> before;
    private final Map<String, Parameter> after;

    StepTypes(Map<String, Parameter> before, Map<String, Parameter> after) {
        this.before = before;
        this.after = after;
    }

    List<StepFlaw> check(MigrationStep step) {
        if (step instanceof Rename rename) {
            return check(rename);
        }
        List<StepFlaw> secrets = secrets(step);
        if (!secrets.isEmpty()) {
            return secrets;
        }
        if (step instanceof Retype retype) {
            return check(retype);
        }
        if (step instanceof MapValues mapping) {
            return check(mapping);
        }
        if (step instanceof Split split) {
            return check(split);
        }
        return step instanceof EarlierDefault earlier ? unfit(earlier.to(), earlier.value()) : List.of();
    }

    private List<StepFlaw> secrets(MigrationStep step) {
        Stream<Parameter> all = Stream.concat(
                step.sources().stream().map(before::get),
                step.targets().stream().map(after::get));
        return all.filter(Objects::nonNull)
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .map(parameter -> new StepFlaw(
                        "secret-in-step",
                        "parameter " + parameter.name() + " is a secret, which can only be renamed",
                        "Leave it out of the step; its reference is carried, or asked."))
                .distinct()
                .toList();
    }

    private List<StepFlaw> check(Rename rename) {
        ParameterType from = source(rename.from()).type();
        ParameterType to = target(rename.to()).type();
        if (from == to) {
            return List.of();
        }
        boolean secret = from == ParameterType.SECRET || to == ParameterType.SECRET;
        String what =
                "parameter " + rename.from() + " is a " + from.label() + ", and " + rename.to() + " a " + to.label();
        return List.of(
                secret
                        ? new StepFlaw("secret-in-step", what, "Leave the step out; the parameter is asked.")
                        : new StepFlaw("type-differs", what, "Retype it, or map its values."));
    }

    private List<StepFlaw> check(Retype retype) {
        ParameterType from = source(retype.from()).type();
        ParameterType to = target(retype.to()).type();
        if (from == to) {
            return List.of(new StepFlaw(
                    "same-type", "both parameters are of type " + to.label(), "Rename it; nothing is to be retyped."));
        }
        boolean apart = EnumSet.of(from, to).equals(EnumSet.of(ParameterType.NUMBER, ParameterType.BOOLEAN));
        return apart
                ? List.of(new StepFlaw(
                        "not-convertible",
                        "a " + from.label() + " never reads as a " + to.label(),
                        "Map its values, by way of an enum or string."))
                : List.of();
    }

    private List<StepFlaw> check(MapValues mapping) {
        Parameter from = source(mapping.from());
        if (from.type() == ParameterType.NUMBER) {
            return List.of(new StepFlaw(
                    "type-differs", "parameter " + from.name() + " is a number", "Map an enum, boolean or string."));
        }
        List<String> choices = from.type() == ParameterType.BOOLEAN ? List.of("true", "false") : from.enumValues();
        List<StepFlaw> flaws = new ArrayList<>();
        if (from.type() != ParameterType.STRING
                && !choices.containsAll(mapping.values().keySet())) {
            flaws.add(new StepFlaw(
                    "not-in-enum",
                    "a value is mapped that parameter " + from.name() + " cannot have",
                    "Map only these: " + String.join(", ", choices) + "."));
        }
        mapping.values().values().stream()
                .flatMap(value -> unfit(mapping.to(), value).stream())
                .distinct()
                .forEach(flaws::add);
        return flaws;
    }

    private List<StepFlaw> check(Split split) {
        Parameter from = source(split.from());
        if (!TEXTS.contains(from.type())) {
            return List.of(new StepFlaw(
                    "type-differs",
                    "parameter " + from.name() + " is a " + from.type().label() + ", which has no parts",
                    "Split a string or enum."));
        }
        Optional<Pattern> pattern = LinearPattern.compile(split.pattern());
        if (pattern.isEmpty()) {
            return List.of(new StepFlaw(
                    "invalid-pattern",
                    "the pattern that splits " + from.name() + " is not an RE2 pattern, or is one that grows too large",
                    "Write it in RE2 syntax, and keep its counted repetitions small."));
        }
        int groups = pattern.get().groupCount();
        return groups == split.to().size()
                ? List.of()
                : List.of(new StepFlaw(
                        "group-count",
                        "the pattern that splits " + from.name() + " has " + groups + " groups for "
                                + split.to().size() + " parameters",
                        "Give it a group for each parameter; (?:...) makes none."));
    }

    /** What is wrong with a value for a parameter, in words that do not repeat it. */
    private List<StepFlaw> unfit(String name, ParameterValue value) {
        Parameter parameter = target(name);
        Optional<ParameterValue> read = Conversion.to(parameter.type(), value);
        List<Finding> broken = ValueCheck.of(parameter, read.orElse(value));
        return broken.stream()
                .map(finding -> new StepFlaw(
                        "invalid-value",
                        "a value does not fit: " + finding.message(),
                        "Change the value, or what parameter " + name + " allows."))
                .toList();
    }

    private Parameter source(String name) {
        return Objects.requireNonNull(before.get(name), "an unknown source is told before");
    }

    private Parameter target(String name) {
        return Objects.requireNonNull(after.get(name), "an unknown target is told before");
    }
}
