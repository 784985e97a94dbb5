package io.stackprofile.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import org.junit.jupiter.api.function.Executable;

/** Asserts what every test of this library's users asks: how a call failed, and that no secret came out. */
public final class StackProfileAssertions {

    private StackProfileAssertions() {}

    /**
     * Requires that a call fails with {@code code} and says what happened and what to do.
     *
     * @return what was thrown, for a closer look
     */
    public static StackProfileException assertFails(ErrorCode code, Executable call) {
        return assertFails(code, call, "the call should have failed with " + code);
    }

    /**
     * Requires that a call fails with {@code code} and says what happened and what to do.
     *
     * @param check what to check when it does not
     * @return what was thrown, for a closer look
     */
    public static StackProfileException assertFails(ErrorCode code, Executable call, String check) {
        StackProfileException thrown = assertThrows(StackProfileException.class, call, check);
        assertAll(
                () -> assertEquals(code, thrown.code(), check),
                () -> assertTrue(!thrown.problem().isBlank(), "a failure says what happened"),
                () -> assertTrue(!thrown.remedy().isBlank(), "a failure says what to do about it"),
                () -> assertTrue(
                        String.valueOf(thrown.getMessage()).contains(thrown.problem())
                                && String.valueOf(thrown.getMessage()).contains(thrown.remedy()),
                        "a failure's message has its problem and its remedy"));
        return thrown;
    }

    /**
     * Requires that no canary is in {@code output}: as it is, in base64 or base64url at any alignment, in hex,
     * percent-encoded, or escaped as in JSON or XML; with and without white space. The failure names the canary by its
     * place in {@code canaries}, never by its text.
     *
     * @param what what the output is, for the failure
     */
    public static void assertAbsent(String what, CharSequence output, Collection<String> canaries) {
        CanarySearch search = new CanarySearch(output);
        int index = 0;
        for (String canary : canaries) {
            int place = index++;
            search.encodingOf(canary)
                    .ifPresent(encoding -> fail(what + " holds canary " + place + " (" + encoding
                            + "): a secret came out where none may; find what wrote it"));
        }
    }

    /** Requires that no canary is in a failure's message, its causes' or its suppressed ones', nor in their traces. */
    public static void assertAbsent(Throwable thrown, Collection<String> canaries) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        assertAbsent("the failure " + thrown.getClass().getSimpleName(), trace.toString(), canaries);
    }
}
