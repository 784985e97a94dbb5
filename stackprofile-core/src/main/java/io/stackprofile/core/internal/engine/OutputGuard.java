package io.stackprofile.core.internal.engine;

import io.stackprofile.Names;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Detects secrets again where a template leaves the library and no plaintext is in hand to search for. */
final class OutputGuard {

    /** What a version did not bring with it; that of an instance may have been merged anew. */
    private static final Set<BindingSource> GIVEN =
            EnumSet.of(BindingSource.EXPLICIT, BindingSource.PARAMETER_SET, BindingSource.CARRIED);

    private final Redactor redactor;
    private final Redactor texts;

    /** @param redactor under the policy of what goes out */
    OutputGuard(Redactor redactor) {
        this.redactor = redactor;
        this.texts = redactor.forTexts();
    }

    /** Refuses a version in which a secret stands in the open. */
    void requireClean(ProfileVersion version) {
        requireClean(version.spec(), version.parameters(), version.rules());
    }

    /** Refuses a stack, its parameters and their rules in which a secret stands in the open. */
    void requireClean(StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules) {
        requireCleanTexts(parameters, rules);
        List<Redaction> found = redactor.scan(spec, parameters, RedactionContext.none());
        if (!found.isEmpty()) {
            Redaction first = found.get(0);
            throw new SecretException(
                    ErrorCode.SECRET_EXPOSED,
                    "a secret stands in the open, found by rule " + first.rule() + rest(found.size() - 1),
                    "Capture the stack again or edit the place in a draft; both redact it.",
                    first.location());
        }
    }

    /** Refuses a free text, such as a changelog, in which a credential of a known format stands. */
    void requireClean(String where, Optional<String> text) {
        // A text is scanned as a parameter's default is; the name says nothing of credentials.
        text.ifPresent(written -> requireClean(where, List.of(value("text", ParameterValue.of(written)))));
    }

    /** Refuses a migration in which a credential stands. */
    void requireClean(BindingMigration migration) {
        for (MigrationStep step : migration.steps()) {
            String where = "a step of the migration to " + String.join(", ", step.targets());
            if (step instanceof MigrationStep.MapValues mapping) {
                mapping.values().forEach((old, now) -> {
                    requireClean(where, List.of(value(mapping.from(), ParameterValue.of(old))));
                    requireClean(where, List.of(value(mapping.to(), now)));
                });
            } else if (step instanceof MigrationStep.EarlierDefault earlier) {
                requireClean(where, List.of(value(earlier.to(), earlier.value())));
            } else if (step instanceof MigrationStep.Merge merge) {
                requireClean(where, Optional.of(merge.template()));
            } else if (step instanceof MigrationStep.Split split) {
                requireClean(where, Optional.of(split.pattern()));
            }
        }
    }

    /** Refuses values given for parameters that are not secrets, and references, in which a credential stands. */
    void requireClean(Collection<Binding> bindings) {
        for (Binding binding : bindings) {
            if (GIVEN.contains(binding.source())) {
                binding.value()
                        .ifPresent(value -> requireClean(
                                "the value of parameter " + binding.parameter(),
                                List.of(value(binding.parameter(), value))));
                requireClean(
                        "the reference of parameter " + binding.parameter(),
                        binding.secretRef().map(SecretRef::toString));
            }
        }
    }

    /**
     * Refuses parameters and rules whose own texts hold a credential, and options and rules with a value that is one for
     * the parameter it is meant for. A default that is one makes a secret of its parameter.
     */
    void requireCleanTexts(Collection<Parameter> parameters, Collection<ParameterRule> rules) {
        List<Text> texts = new ArrayList<>();
        parameters.forEach(parameter -> collect(parameter, texts));
        for (ParameterRule rule : rules) {
            texts.add(Text.of("a rule's name", rule.name()));
            String where = "rule " + rule.name();
            texts.add(Text.of(where, rule.message()));
            rule.when().ifPresent(condition -> collect(where, condition, texts));
            collect(where, rule.require(), texts);
        }
        // One scan says that all is clean, as it nearly always is; only then is each looked at alone.
        List<Parameter> all = texts.stream().map(Text::value).toList();
        if (!this.texts
                .scan(StackSpec.builder().build(), all, RedactionContext.none())
                .isEmpty()) {
            texts.forEach(text -> requireClean(text.where(), List.of(text.value())));
        }
    }

    /**
     * A text to look at, as the parameter whose default it would be.
     *
     * @param where what it belongs to
     * @param value the text, under the name it is meant for
     */
    private record Text(String where, Parameter value) {

        static Text of(String where, String text) {
            return new Text(where, OutputGuard.value("text", ParameterValue.of(text)));
        }

        /** Says nothing of the text. */
        @Override
        public String toString() {
            return where;
        }
    }

    private static void collect(Parameter parameter, List<Text> texts) {
        texts.add(Text.of("a parameter's name", parameter.name()));
        String where = "parameter " + parameter.name();
        parameter.enumValues().forEach(choice -> texts.add(Text.of(where, choice)));
        Stream.of(parameter.title(), parameter.description(), parameter.group(), parameter.pattern())
                .flatMap(Optional::stream)
                .forEach(text -> texts.add(Text.of(where, text)));
        for (ParameterOption option : parameter.options()) {
            Stream.of(option.title(), option.description())
                    .flatMap(Optional::stream)
                    .forEach(text -> texts.add(Text.of(where, text)));
            option.sets().forEach((target, set) -> texts.add(new Text(where, value(named(target), set))));
        }
    }

    private static void collect(String where, Condition condition, List<Text> texts) {
        if (condition instanceof Condition.Comparison comparison
                && comparison.operand() instanceof Condition.Literal literal) {
            texts.add(new Text(where, value(named(comparison.parameter()), literal.value())));
        }
        condition.parts().forEach(part -> collect(where, part, texts));
    }

    /** What is named wrongly is refused elsewhere; here its value alone is judged. */
    private static String named(String parameter) {
        return Names.isParameter(parameter) ? parameter : "text";
    }

    private void requireClean(String where, List<Parameter> values) {
        List<Redaction> found = texts.scan(StackSpec.builder().build(), values, RedactionContext.none());
        if (!found.isEmpty()) {
            throw new SecretException(
                    ErrorCode.SECRET_EXPOSED,
                    where + " has a credential in the open, found by rule "
                            + found.get(0).rule(),
                    "Take it out; a secret is bound to a secret parameter, by a reference that says where it is.",
                    Location.unknown());
        }
    }

    private static Parameter value(String name, ParameterValue value) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .defaultValue(value)
                .build();
    }

    private static String rest(int more) {
        return more == 0 ? "" : ", and " + more + " more";
    }
}
