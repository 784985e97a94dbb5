package io.stackprofile.core.internal.parameter;

import io.stackprofile.core.internal.spelling.NearestName;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import java.util.Collection;

/** Words what is wrong with a binding. No message repeats a bound value: what was typed there may be a secret. */
final class BindingFindings {

    private BindingFindings() {}

    static Finding missing(Parameter parameter) {
        String what = parameter.type() == ParameterType.SECRET ? "a secret reference" : "a value";
        return error(
                "missing-binding",
                named(parameter) + " is required and has no value",
                "Bind " + parameter.name() + " to " + what + ".");
    }

    static Finding unknown(String name, Collection<String> known) {
        String hint = NearestName.of(name, known)
                .map(nearest -> "Did you mean " + nearest + "?")
                .orElse("Remove the binding.");
        return error("unknown-parameter", "there is no parameter " + shown(name), hint);
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
                named(parameter) + " has a pattern that is not an RE2 pattern",
                "Write it in RE2 syntax, which has no look-around and no back-references.");
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

    // A name that is no name may be a value that slipped into the wrong place.
    private static String shown(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_.-]{0,62}") ? name : "of that name";
    }

    private static Finding error(String code, String message, String hint) {
        return Finding.builder()
                .severity(Severity.ERROR)
                .code(code)
                .message(message)
                .hint(hint)
                .build();
    }
}
