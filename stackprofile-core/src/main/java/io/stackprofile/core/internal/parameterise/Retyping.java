package io.stackprofile.core.internal.parameterise;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes a parameter's type, with its default and choices. */
final class Retyping {

    private Retyping() {}

    static Contents apply(Contents contents, DraftEdit.RetypeParameter edit, Limits limits) {
        Parameter parameter = contents.parameter(edit.name());
        if (parameter.type() == edit.type()) {
            return contents;
        }
        Parameter retyped = Redefined.retyped(
                parameter, edit.type(), value(parameter, edit.type()), choices(parameter, edit.type()));
        Contents changed = contents.with(contents.replacing(edit.name(), retyped));
        requireSound(contents, changed, edit, limits);
        return changed;
    }

    private static Optional<ParameterValue> value(Parameter parameter, ParameterType type) {
        if (type == ParameterType.SECRET || parameter.defaultValue().isEmpty()) {
            return Optional.empty();
        }
        Optional<ParameterValue> converted =
                Conversion.to(type, parameter.defaultValue().get());
        if (converted.isEmpty()) {
            throw Refusal.of(
                    "the default of parameter " + parameter.name() + " is no " + type.label(),
                    "Put the parameter anew, with a default of its new type or with none.");
        }
        return converted;
    }

    private static List<String> choices(Parameter parameter, ParameterType type) {
        if (type != ParameterType.ENUM) {
            return List.of();
        }
        if (parameter.type() == ParameterType.BOOLEAN) {
            return List.of("true", "false");
        }
        return value(parameter, type)
                .map(value -> List.of(value.text()))
                .orElseThrow(() -> Refusal.of(
                        "parameter " + parameter.name() + " has no default that could be an enum's first choice",
                        "Put the parameter anew, with its choices."));
    }

    /** The first placeholder that was sound and no longer is is named. */
    private static void requireSound(Contents before, Contents after, DraftEdit.RetypeParameter edit, Limits limits) {
        List<Finding> findings = problems(after, limits);
        findings.removeAll(problems(before, limits));
        if (!findings.isEmpty()) {
            Finding first = findings.get(0);
            throw Refusal.of(
                    "parameter " + edit.name() + " cannot become a "
                            + edit.type().label() + ": " + first.message(),
                    first.hint().orElse("Change the placeholder first."),
                    first.location());
        }
    }

    private static List<Finding> problems(Contents contents, Limits limits) {
        Map<String, Parameter> known = contents.byName();
        List<Finding> findings = new ArrayList<>();
        for (Member member : contents.spec().members()) {
            findings.addAll(FieldTexts.problems(member, known));
            member.text()
                    .ifPresent(text ->
                            findings.addAll(Template.problems(member.ref(), Optional.empty(), text, known, limits)));
        }
        return findings;
    }
}
