package io.stackprofile.cluster.directory;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.SecretSlot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names the secrets of a commit, each once, and refuses two that would get the same name. */
final class SecretNames {

    private final boolean variables;
    private final Set<String> taken;
    private final Map<String, SecretName> names = new LinkedHashMap<>();

    private SecretNames(boolean variables, Set<String> taken) {
        this.variables = variables;
        this.taken = taken;
    }

    /** Names for files that keep the tokens: the parameters'. The token says the encoding, so the value is plain. */
    static SecretNames ofTokens() {
        return new SecretNames(false, Set.of());
    }

    /**
     * Names for files that refer to variables: the parameters' in upper case, with the encoding at the end.
     *
     * @param taken the stack's own variables, which would stand in a secret's place
     */
    static SecretNames ofVariables(Set<String> taken) {
        return new SecretNames(true, taken);
    }

    /** The name of the slot's secret. */
    String name(SecretSlot slot) {
        Optional<String> filter = variables ? slot.filter() : Optional.empty();
        String plain = variables ? slot.parameter().toUpperCase(Locale.ROOT) : slot.parameter();
        String name = plain
                + filter.map(encoding -> "_" + encoding.toUpperCase(Locale.ROOT))
                        .orElse("");
        SecretName wanted = new SecretName(name, slot.parameter(), filter);
        SecretName known = names.putIfAbsent(name, wanted);
        if (taken.contains(name) || (known != null && !known.equals(wanted))) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_REQUEST,
                    "the secret of parameter '" + slot.parameter() + "' would be called " + name
                            + ", which another secret or a variable of the stack is called already",
                    "Rename the parameter or the variable.",
                    Location.unknown());
        }
        return name;
    }

    /** Every name given, in order. */
    List<SecretName> all() {
        return List.copyOf(names.values());
    }
}
