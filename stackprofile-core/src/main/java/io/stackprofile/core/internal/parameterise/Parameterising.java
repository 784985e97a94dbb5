package io.stackprofile.core.internal.parameterise;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.Slot;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a scalar or parts of it placeholders, once a trial has given the text back byte for byte. For one use. */
final class Parameterising {

    private final Contents contents;
    private final DraftEdit.Parameterise edit;
    private final Limits limits;
    private final Map<String, Parameter> known;
    private final Optional<Parameter> existing;
    private final ScalarPlace place;
    private final Optional<String> part;

    Parameterising(Contents contents, DraftEdit.Parameterise edit, Limits limits) {
        this.contents = contents;
        this.edit = edit;
        this.limits = limits;
        this.known = contents.byName();
        this.existing = Optional.ofNullable(known.get(edit.parameter()));
        requireOpenType();
        this.place = ScalarPlace.find(contents.spec(), edit, limits);
        this.part = edit.part().filter(text -> !text.equals(place.scalar().text()));
    }

    Contents apply() {
        requireLiteral();
        for (Candidate candidate : candidates()) {
            Optional<Parameter> parameter = parameter(candidate.value());
            if (parameter.isPresent() && givesBack(candidate, parameter.get())) {
                requireSameDefault(candidate.value(), parameter.get());
                return changed(candidate, parameter.get());
            }
        }
        throw refused();
    }

    private void requireOpenType() {
        boolean secret = edit.type().equals(Optional.of(ParameterType.SECRET))
                || existing.filter(parameter -> parameter.type() == ParameterType.SECRET)
                        .isPresent();
        if (secret) {
            throw Refusal.of(
                    "what stands in the open cannot become the secret parameter " + edit.parameter(),
                    "Put the member with a placeholder in its place, and add a secret parameter.");
        }
        if (existing.isPresent()
                && edit.type().filter(type -> type != existing.get().type()).isPresent()) {
            throw Refusal.of(
                    "parameter " + edit.parameter() + " is a "
                            + existing.get().type().label() + " already",
                    "Leave the type out, or retype the parameter.");
        }
    }

    private void requireLiteral() {
        if (part.isEmpty() && place.scalar().value().kind() == YamlValue.Kind.NULL) {
            throw refused("nothing stands there that could be a parameter's default", "Write a value there first.");
        }
        if (part.isPresent() && (part.get().isEmpty() || occurrences().isEmpty())) {
            throw refused(
                    "the part does not stand in this text", "Write it as it is once quotes and escapes are undone.");
        }
        List<Span> spans = part.isEmpty() ? List.of(place.scalar().span()) : occurrences();
        for (Slot slot : Template.compile(place.member().ref(), Optional.empty(), place.text(), known, limits)
                .slots()) {
            if (spans.stream().anyMatch(span -> slot.start() < span.end() && span.start() < slot.end())) {
                throw refused(
                        "a placeholder of parameter " + slot.parameter() + " stands there already",
                        "Rename that parameter, or name a part of the text beside it.");
            }
        }
    }

    private List<Span> occurrences() {
        String text = part.orElseThrow();
        return text.isEmpty()
                ? List.of()
                : new PartOfScalar(place, text)
                        .occurrences().stream()
                                .map(at -> place.scalar().sourceOf(at, at + text.length()))
                                .toList();
    }

    private List<Candidate> candidates() {
        if (part.isEmpty()) {
            return new WholeScalar(place).candidates();
        }
        return place.base64() ? List.of() : new PartOfScalar(place, part.get()).candidates();
    }

    /** The parameter as it will be; empty when the value is none of its type. */
    private Optional<Parameter> parameter(ParameterValue value) {
        if (existing.isPresent()) {
            return Conversion.to(existing.get().type(), value).map(fit -> existing.get());
        }
        ParameterType type = edit.type().orElse(inferred(value));
        return Conversion.to(type, value)
                .map(fit -> Parameter.builder()
                        .name(edit.parameter())
                        .type(type)
                        .defaultValue(fit)
                        .addAllEnumValues(type == ParameterType.ENUM ? List.of(fit.text()) : List.of())
                        .build());
    }

    private static ParameterType inferred(ParameterValue value) {
        return switch (value.kind()) {
            case STRING -> ParameterType.STRING;
            case NUMBER -> ParameterType.NUMBER;
            case BOOLEAN -> ParameterType.BOOLEAN;
        };
    }

    private void requireSameDefault(ParameterValue value, Parameter parameter) {
        boolean same = parameter
                .defaultValue()
                .flatMap(known -> Conversion.to(parameter.type(), value).map(fit -> Conversion.same(known, fit)))
                .orElse(true);
        if (!same) {
            throw refused(
                    "parameter " + parameter.name() + " has another default than what stands there",
                    "Choose another name, or change one of the two first.");
        }
    }

    /** Binds what stands there to a parameter that nothing else uses, and compares. */
    private boolean givesBack(Candidate candidate, Parameter parameter) {
        ParameterValue value =
                Conversion.to(parameter.type(), candidate.value()).orElseThrow();
        ParameterValue bound = parameter
                .defaultValue()
                .filter(fallback -> Conversion.same(fallback, value))
                .orElse(value);
        String trial = "trial";
        while (known.containsKey(trial)) {
            trial += "_";
        }
        Map<String, Parameter> all = new HashMap<>(known);
        all.put(trial, Redefined.trial(parameter, trial, bound));
        try {
            return Template.compile(
                            place.member().ref(), Optional.empty(), candidate.in(place.text(), trial), all, limits)
                    .renderKnown(Map.of(trial, bound))
                    .equals(place.text());
        } catch (InvalidContentException cannotStandThere) {
            return false;
        }
    }

    private Contents changed(Candidate candidate, Parameter parameter) {
        String text = candidate.in(place.text(), parameter.name());
        StackSpec spec = contents.spec().with(place.member().withText(text));
        List<Parameter> parameters = new ArrayList<>(contents.parameters());
        if (existing.isEmpty()) {
            parameters.add(parameter);
        }
        return new Contents(spec, parameters, contents.rules(), contents.redactions());
    }

    private InvalidContentException refused() {
        Optional<ParameterType> asked = existing.map(Parameter::type).or(edit::type);
        if (part.isPresent() && isSpecial()) {
            return partRefused();
        }
        if (asked.isPresent()) {
            return refused(
                    "what stands there is not written as a " + asked.get().label(),
                    "Let the type be inferred, or choose another parameter.");
        }
        return refused(
                "no placeholder can give this text back as it is written",
                "Write it on one line or as a literal block first.");
    }

    private boolean isSpecial() {
        return place.base64() || isBare() || MaskedText.isJson(place.scalar().text());
    }

    private boolean isBare() {
        return place.scalar().context().inFlow() && place.scalar().style() == ScalarStyle.PLAIN;
    }

    private InvalidContentException partRefused() {
        if (place.base64()) {
            return refused("a part of Base64 data has no encoding of its own", "Make the whole value the parameter.");
        }
        if (isBare()) {
            return refused(
                    "within [] or {} plain text cannot hold a placeholder beside other text",
                    "Quote the text first, or make the whole value the parameter.");
        }
        return refused(
                "the part does not stand within values of the JSON document that take one encoding",
                "Name one whole value or a longer part of one.");
    }

    private InvalidContentException refused(String problem, String remedy) {
        return Refusal.of(problem, remedy, place.location());
    }
}
