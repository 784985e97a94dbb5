package io.stackprofile.core.internal.parameter;

import io.stackprofile.core.internal.format.Formats;
import io.stackprofile.core.internal.spelling.NearestName;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Words what is wrong with a binding. No message repeats a bound value: what was typed there may be a secret. */
final class BindingFindings {

    private static final Map<String, String> CODES = Map.of(
            "minLength", "too-short",
            "maxLength", "too-long",
            "minimum", "too-small",
            "maximum", "too-large",
            "multipleOf", "not-a-multiple",
            "format", "format-mismatch");

    private BindingFindings() {}

    static Finding missing(Parameter parameter) {
        String what = parameter.type() == ParameterType.SECRET ? "a secret reference" : "a value";
        return error(
                "missing-binding",
                named(parameter) + " is required and has no value",
                "Bind " + parameter.name() + " to " + what + ".");
    }

    static Finding unknown(String name, Collection<String> known) {
        String hint = nearest(name, known, "Remove the binding.");
        return error("unknown-parameter", "there is no parameter " + shown(name), hint);
    }

    static Finding withoutVault(Parameter parameter) {
        return error(
                "missing-binding",
                named(parameter) + " is generated where the host has a secret vault, and this one has none",
                "Bind " + parameter.name() + " to a secret reference.");
    }

    static Finding reservedScheme(Parameter parameter) {
        return error(
                "reserved-reference",
                named(parameter)
                        + " is bound to a reference of the scheme generated, which the engine keeps for itself",
                "Bind it to another reference, or leave it out to have it generated.");
    }

    static Finding remoteSource(Parameter parameter) {
        return error(
                "reference-to-non-secret",
                named(parameter) + " is not a secret and takes a value, or env and file where the host allows them",
                "Give it a value, or env:VARIABLE or file:PATH.");
    }

    static Finding nothingThere(Parameter parameter, SecretRef ref) {
        return error(
                "source-not-found",
                named(parameter) + " is taken from " + ref + ", where nothing can be read",
                "Make the value available there; a host has to allow env and file with localSecrets().");
    }

    static Finding duplicate(Parameter parameter) {
        return error("duplicate-binding", named(parameter) + " is bound more than once", "Keep one of the bindings.");
    }

    static Finding secretByValue(Parameter parameter) {
        return error(
                "secret-by-value",
                named(parameter) + " is a secret and takes a reference, not a value",
                "Bind it to env:VARIABLE, file:PATH or another secret reference.");
    }

    static Finding referenceToNonSecret(Parameter parameter) {
        return error(
                "reference-to-non-secret",
                named(parameter) + " is not a secret and takes a value, not a secret reference",
                "Bind it to a value.");
    }

    static Finding wrongType(Parameter parameter) {
        return switch (parameter.type()) {
            case NUMBER ->
                error(
                        "wrong-type",
                        named(parameter) + " takes a number",
                        "Write it as JSON does: 3, -0.5 or 1e3, within 64-bit floating point.");
            case BOOLEAN -> error("wrong-type", named(parameter) + " takes a boolean", "Write true or false.");
            case STRING, ENUM, SECRET ->
                error("wrong-type", named(parameter) + " takes a text", "Bind a text: quote it where it is written.");
        };
    }

    static Finding brokenText(Parameter parameter) {
        return error(
                "broken-text",
                named(parameter) + " has a text with half of a surrogate pair",
                "Bind a text that UTF-8 can hold.");
    }

    /** What is wrong with a value that breaks {@code keyword} of its JSON Schema. */
    static Finding broken(Parameter parameter, String keyword) {
        return switch (keyword) {
            case "required" -> missing(parameter);
            case "enum" -> notAChoice(parameter);
            case "pattern" -> mismatch(parameter);
            default -> outsideLimits(parameter, keyword);
        };
    }

    private static Finding outsideLimits(Parameter parameter, String keyword) {
        String takes = switch (keyword) {
            case "minLength" -> "at least " + parameter.minLength().orElse(0) + " characters";
            case "maxLength" -> "at most " + parameter.maxLength().orElse(0) + " characters";
            case "minimum" -> "a number of at least " + plain(parameter.minimum());
            case "maximum" -> "a number of at most " + plain(parameter.maximum());
            case "multipleOf" -> "a multiple of " + plain(parameter.multipleOf());
            case "format" -> parameter.format().map(Formats::describe).orElse("");
            default -> throw new IllegalStateException("the schema has no keyword " + keyword);
        };
        return error(
                CODES.getOrDefault(keyword, keyword), named(parameter) + " takes " + takes, "Bind it to such a value.");
    }

    private static String plain(Optional<BigDecimal> limit) {
        return limit.map(BigDecimal::toString).orElse("");
    }

    static Finding notAChoice(Parameter parameter) {
        return error(
                "not-in-enum",
                named(parameter) + " takes one of: " + String.join(", ", parameter.enumValues()),
                "Bind one of these.");
    }

    static Finding mismatch(Parameter parameter) {
        return error(
                "pattern-mismatch",
                named(parameter) + " must match the pattern "
                        + parameter.pattern().orElse(""),
                "Bind a text that matches; the pattern may match anywhere in it unless it has ^ and $.");
    }

    static Finding badPattern(Parameter parameter) {
        return error(
                "invalid-pattern",
                named(parameter) + " has a pattern that is not an RE2 pattern, or is one that grows too large",
                "Write it in RE2 syntax, which has no look-around and no back-references, and keep its counted"
                        + " repetitions small.");
    }

    /** Says the rule's own message; the values that break it are not repeated. */
    static Finding brokenRule(ParameterRule rule) {
        return error(
                "rule-broken",
                "rule " + rule.name() + " is not met: " + rule.message(),
                "Change what these are bound to: " + String.join(", ", rule.parameters()) + ".");
    }

    static Finding duplicateParameter(String name) {
        return error("duplicate-parameter", "two parameters are called " + name, "Rename or remove one of them.");
    }

    static Finding duplicateChoice(Parameter parameter) {
        return error(
                "duplicate-enum-value",
                named(parameter) + " offers the same choice twice",
                "Remove the repeated choice.");
    }

    /** The same finding about a parameter's default instead of a binding. */
    static Finding ofDefault(Parameter parameter, Finding finding) {
        return error(
                "invalid-default",
                "the default breaks its own rule: " + finding.message(),
                "Change the default, or what " + named(parameter) + " allows.");
    }

    static String named(Parameter parameter) {
        return "parameter " + parameter.name();
    }

    /** Asks whether the nearest of the known names was meant, else says what to do. */
    static String nearest(String name, Collection<String> known, String otherwise) {
        return NearestName.of(name, known)
                .map(nearest -> "Did you mean " + nearest + "?")
                .orElse(otherwise);
    }

    // A name that is no name may be a value that slipped into the wrong place.
    static String shown(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_.-]{0,62}") ? name : "of that name";
    }

    static Finding error(String code, String message, String hint) {
        return Finding.builder()
                .severity(Severity.ERROR)
                .code(code)
                .message(message)
                .hint(hint)
                .build();
    }
}
