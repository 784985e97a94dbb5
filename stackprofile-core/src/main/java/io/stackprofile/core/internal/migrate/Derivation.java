package io.stackprofile.core.internal.migrate;

import com.google.re2j.Matcher;
import io.stackprofile.core.internal.parameter.LinearPattern;
import io.stackprofile.core.internal.parameterise.Conversion;
import io.stackprofile.instantiation.MigrationTurn;
import io.stackprofile.instantiation.MigrationTurn.Kind;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.MergeTemplate;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.MigrationStep.Retype;
import io.stackprofile.parameter.MigrationStep.Split;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes one step of a version's migration for one of its parameters. */
final class Derivation {

    private static final int LONGEST = 1 << 20;

    private final Passage before;
    private final VersionContract to;
    private final MigrationStep step;
    private final Parameter target;

    Derivation(Passage before, VersionContract to, MigrationStep step, Parameter target) {
        this.before = before;
        this.to = to;
        this.step = step;
        this.target = target;
    }

    /** What the instance has for the parameter; empty when the parameter's default says enough. */
    Optional<Held> held() {
        List<Held> sources = step.sources().stream()
                .map(before::held)
                .flatMap(Optional::stream)
                .toList();
        Trace trace = Trace.joined(sources.stream().map(Held::trace).toList());
        Optional<Question> open =
                sources.stream().map(Held::question).flatMap(Optional::stream).findFirst();
        if (open.isPresent()) {
            return Optional.of(Held.asked(trace, open.get()));
        }
        if (sources.isEmpty() && (hasDefault() || !areGiven())) {
            return Optional.empty();
        }
        return derived(trace.then(new MigrationTurn(to.version(), kind(), step.sources(), target.name())));
    }

    private boolean hasDefault() {
        return target.defaultValue().isPresent()
                || to.migration().earlierDefault(target.name()).isPresent();
    }

    /** Whether no source is empty: what nobody gave says nothing of the new parameter. */
    private boolean areGiven() {
        return step.sources().stream().noneMatch(this::isEmpty);
    }

    private boolean isEmpty(String source) {
        Binding binding = before.effective().get(source);
        return binding == null || binding.source() == BindingSource.EMPTY;
    }

    private Optional<Held> derived(Trace trace) {
        Optional<String> missing = step.sources().stream().filter(this::isEmpty).findFirst();
        if (missing.isPresent()) {
            return Optional.of(Held.asked(trace, Question.incomplete(missing.get(), to.version())));
        }
        if (step instanceof Rename rename) {
            return Optional.of(renamed(trace, binding(rename.from())));
        }
        if (step.sources().stream().anyMatch(name -> binding(name).value().isEmpty())
                || target.type() == ParameterType.SECRET) {
            return Optional.of(Held.asked(trace, secrets()));
        }
        if (step instanceof Retype retype) {
            return Optional.of(converted(trace, value(retype.from())));
        }
        if (step instanceof MapValues mapping) {
            return Optional.of(mapped(trace, mapping));
        }
        return step instanceof Split split ? part(trace, split) : Optional.of(merged(trace, (Merge) step));
    }

    private Held renamed(Trace trace, Binding binding) {
        boolean secret = target.type() == ParameterType.SECRET;
        if (secret != binding.secretRef().isPresent()) {
            return Held.asked(trace, secrets());
        }
        return secret
                ? Held.own(
                        trace,
                        Binding.builder()
                                .parameter(target.name())
                                .secretRef(binding.secretRef())
                                .source(binding.source())
                                .build())
                : converted(trace, binding.value().orElseThrow());
    }

    private Question secrets() {
        return target.type() == ParameterType.SECRET
                ? Question.becameSecret(target.name(), to.version())
                : Question.noLongerSecret(step.sources().get(0), to.version());
    }

    private Held mapped(Trace trace, MapValues mapping) {
        ParameterValue value = value(mapping.from());
        ParameterValue other = mapping.values().get(value.text());
        if (other != null) {
            return converted(trace, other);
        }
        boolean stays =
                target.type() == ParameterType.STRING || target.enumValues().contains(value.text());
        return stays ? converted(trace, value) : Held.asked(trace, Question.notMapped(mapping.from(), to.version()));
    }

    /** A part that took no part in the match gives nothing. */
    private Optional<Held> part(Trace trace, Split split) {
        ParameterValue whole = value(split.from());
        Optional<Matcher> match = LinearPattern.compile(split.pattern())
                .map(pattern -> pattern.matcher(text(whole)))
                .filter(Matcher::matches);
        int group = split.to().indexOf(target.name()) + 1;
        if (match.isEmpty() || match.get().groupCount() < group) {
            return Optional.of(Held.asked(trace, Question.noMatch(split.from(), to.version())));
        }
        return Optional.ofNullable(match.get().group(group)).map(part -> converted(trace, ParameterValue.of(part)));
    }

    private Held merged(Trace trace, Merge merge) {
        MergeTemplate parts = merge.parts();
        StringBuilder text = new StringBuilder(parts.texts().get(0));
        for (int i = 0; i < parts.names().size(); i++) {
            text.append(text(value(parts.names().get(i)))).append(parts.texts().get(i + 1));
            // One version after another may double a text.
            if (text.length() > LONGEST) {
                return Held.asked(trace, Question.tooLong(target.name(), to.version()));
            }
        }
        return converted(trace, ParameterValue.of(text.toString()));
    }

    private Held converted(Trace trace, ParameterValue value) {
        return Conversion.to(target.type(), value)
                .map(read -> Held.own(
                        trace,
                        Binding.builder()
                                .parameter(target.name())
                                .value(read)
                                .source(BindingSource.CARRIED)
                                .build()))
                .orElseGet(() -> Held.asked(
                        trace,
                        Question.notConvertible(
                                step.sources().get(0),
                                to.version(),
                                target.type().label())));
    }

    private Binding binding(String source) {
        return Objects.requireNonNull(before.effective().get(source), "an absent source is told before");
    }

    private ParameterValue value(String source) {
        return binding(source).value().orElseThrow();
    }

    private static String text(ParameterValue value) {
        return value.spelling().orElse(value.text());
    }

    private Kind kind() {
        if (step instanceof Rename) {
            return Kind.RENAMED;
        }
        if (step instanceof Retype) {
            return Kind.RETYPED;
        }
        if (step instanceof MapValues) {
            return Kind.MAPPED;
        }
        return step instanceof Split ? Kind.SPLIT : Kind.MERGED;
    }
}
