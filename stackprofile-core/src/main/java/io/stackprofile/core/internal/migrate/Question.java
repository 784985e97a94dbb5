package io.stackprofile.core.internal.migrate;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;

/**
 * Why a value that the instance had cannot be kept. Says what, never which value.
 *
 * @param code the kind of reason, as findings name it
 * @param why what happened, to follow "has to be given:"
 */
record Question(String code, String why) {

    static Question typeChanged(String parameter, int version) {
        return new Question(
                "type-changed",
                "version " + version + " changed the type of " + parameter + " and declares no migration");
    }

    static Question becameSecret(String parameter, int version) {
        return new Question(
                "became-secret", "version " + version + " made a secret of " + parameter + ", which takes a reference");
    }

    static Question noLongerSecret(String parameter, int version) {
        return new Question(
                "no-longer-secret",
                "version " + version + " made a plain value of the secret " + parameter
                        + ", and a secret stays a reference");
    }

    static Question notConvertible(String from, int version, String type) {
        return new Question(
                "not-convertible", "the value of " + from + " is no " + type + ", as version " + version + " takes it");
    }

    static Question notMapped(String from, int version) {
        return new Question("not-mapped", "version " + version + " maps the values of " + from + ", and not this one");
    }

    static Question noMatch(String from, int version) {
        return new Question(
                "no-match", "version " + version + " splits " + from + ", whose value does not match its pattern");
    }

    static Question incomplete(String from, int version) {
        return new Question("incomplete-merge", "version " + version + " merges " + from + ", which has no value");
    }

    static Question tooLong(String parameter, int version) {
        return new Question(
                "too-long",
                "what version " + version + " merges into " + parameter + " has more than 1,048,576 characters");
    }

    static Question noWayBack(String parameter, int version) {
        return new Question(
                "no-way-back",
                "version " + version + " made another value of " + parameter + ", and no migration is turned around");
    }

    /** The same, about the parameter that is asked in the end. */
    Finding about(String parameter, boolean secret) {
        return Finding.builder()
                .severity(Severity.ERROR)
                .code(code)
                .message("parameter " + parameter + " has to be given: " + why)
                .hint(
                        secret
                                ? "Bind " + parameter + " to a secret reference, or reset it."
                                : "Bind " + parameter + " to a value, or reset it to take its default.")
                .build();
    }
}
