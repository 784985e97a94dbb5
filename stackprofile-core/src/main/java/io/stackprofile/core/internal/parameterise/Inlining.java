package io.stackprofile.core.internal.parameterise;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.FieldSlot;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.Map;
import java.util.Optional;

/** Puts a value where a parameter stands, and removes the parameter. */
final class Inlining {

    private Inlining() {}

    static Contents apply(Contents contents, DraftEdit.InlineParameter edit, Limits limits) {
        Parameter parameter = contents.parameter(edit.name());
        if (parameter.type() == ParameterType.SECRET) {
            throw Refusal.of(
                    "parameter " + edit.name() + " is a secret, and no secret is written into a draft",
                    "Bind it when the version is instantiated.");
        }
        requireUnnamed(contents, parameter);
        ParameterValue value = value(parameter, edit.value().or(parameter::defaultValue));
        Map<String, Parameter> known = contents.byName();
        StackSpec spec = contents.spec().map(member -> member(member, edit.name(), value, known, limits));
        return contents.with(spec)
                .with(contents.parameters().stream()
                        .filter(other -> !other.name().equals(edit.name()))
                        .toList());
    }

    /** What names a parameter, or is set by it, would no longer mean anything. */
    private static void requireUnnamed(Contents contents, Parameter parameter) {
        String name = parameter.name();
        contents.rules().stream()
                .filter(rule -> rule.parameters().contains(name))
                .findFirst()
                .ifPresent(rule -> {
                    throw Refusal.of(
                            "rule " + rule.name() + " reads parameter " + name, "Remove or change the rule first.");
                });
        contents.parameters().stream()
                .filter(other -> other.options().stream()
                        .anyMatch(option -> option.sets().containsKey(name)))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.of(
                            "the options of parameter " + other.name() + " set parameter " + name,
                            "Take it out of those options first.");
                });
        if (parameter.options().stream().anyMatch(option -> !option.sets().isEmpty())) {
            throw Refusal.of(
                    "the options of parameter " + name + " set other parameters",
                    "Take the values out of its options first.");
        }
    }

    private static ParameterValue value(Parameter parameter, Optional<ParameterValue> given) {
        if (given.isEmpty()) {
            throw Refusal.of(
                    "parameter " + parameter.name() + " has no default to write in its place", "Give a value.");
        }
        ParameterValue value = Conversion.to(parameter.type(), given.get())
                .orElseThrow(() -> misfit(parameter, "a " + parameter.type().label()));
        if (parameter.type() == ParameterType.ENUM && !parameter.enumValues().contains(value.text())) {
            throw misfit(parameter, "one of its choices");
        }
        return value;
    }

    private static InvalidContentException misfit(Parameter parameter, String what) {
        return new InvalidContentException(
                ErrorCode.INVALID_BINDING,
                "the value for parameter " + parameter.name() + " is not " + what,
                "Give one that is, or retype the parameter first.",
                Location.unknown());
    }

    private static Member member(
            Member member, String name, ParameterValue value, Map<String, Parameter> known, Limits limits) {
        Member inlined = member.text()
                .map(text -> {
                    String written = Template.compile(member.ref(), Optional.empty(), text, known, limits)
                            .renderKnown(Map.of(name, value));
                    return written.equals(text) ? member : member.withText(written);
                })
                .orElse(member);
        return FieldSlot.bind(inlined, name, value);
    }
}
