package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.text.FormatScan;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import java.util.Optional;

/** Finds parameters whose default is a credential and makes required secrets of them. */
final class ParameterScan {

    private ParameterScan() {}

    /** What makes {@code parameter}'s default a secret, if anything does. */
    static Optional<Hit> find(Parameter parameter, Knowledge knowledge) {
        Optional<String> value = parameter.defaultValue().map(ParameterValue::text);
        if (value.isEmpty() || parameter.type() == ParameterType.SECRET || parameter.type() == ParameterType.BOOLEAN) {
            return Optional.empty();
        }
        String text = value.get();
        Optional<Confidence> named = ValueJudge.accepts(knowledge.names().of(parameter.name()), text);
        if (named.isPresent() && parameter.type() == ParameterType.STRING) {
            return Optional.of(new Hit(
                    0,
                    text.length(),
                    text,
                    Filter.NONE,
                    "credential-parameter",
                    "Its name says that it is a credential.",
                    named.get(),
                    List.of()));
        }
        return FormatScan.find(text, knowledge.formats()).stream()
                .findFirst()
                .map(hit -> new Hit(
                        0, text.length(), text, Filter.NONE, hit.rule(), hit.reason(), hit.confidence(), List.of()));
    }

    /** The same parameter as a required secret without a default. */
    static Parameter asSecret(Parameter parameter) {
        return Parameter.builder()
                .name(parameter.name())
                .type(ParameterType.SECRET)
                .title(parameter.title())
                .description(parameter.description())
                .group(parameter.group())
                .required(true)
                .pattern(parameter.pattern())
                .minLength(parameter.minLength())
                .maxLength(parameter.maxLength())
                .format(parameter.type() == ParameterType.STRING ? parameter.format() : Optional.empty())
                .build();
    }
}
