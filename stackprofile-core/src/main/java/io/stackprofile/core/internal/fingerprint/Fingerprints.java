package io.stackprofile.core.internal.fingerprint;

import io.stackprofile.diff.SecretDiff;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The codes of captured secrets by their parameters' names. Codes of two scopes are never compared: each profile has a
 * scope of its own, which its versions and drafts hand on.
 *
 * @param scope tells the profile apart; absent while there are no codes
 * @param codes in hexadecimal, by parameter
 */
public record Fingerprints(Optional<String> scope, Map<String, String> codes) {

    private static final Fingerprints NONE = new Fingerprints(Optional.empty(), Map.of());

    /** Keeps the order. */
    public Fingerprints {
        codes = new LinkedHashMap<>(codes);
    }

    /** Nothing is known of any secret. */
    public static Fingerprints none() {
        return NONE;
    }

    /** The same with a parameter's code under its new name. */
    public Fingerprints renamed(String from, String to) {
        Map<String, String> renamed = new LinkedHashMap<>();
        codes.forEach((name, code) -> renamed.put(name.equals(from) ? to : name, code));
        return new Fingerprints(scope, renamed);
    }

    /** The same without a parameter's code. */
    public Fingerprints without(String name) {
        Map<String, String> rest = new LinkedHashMap<>(codes);
        rest.remove(name);
        return new Fingerprints(scope, rest);
    }

    /**
     * The codes of a change to {@code base} on top of {@code latest}: where this one has the base's code, the latest one's.
     * Codes of another scope are not taken over.
     */
    public Fingerprints rebased(Fingerprints base, Fingerprints latest) {
        if (latest.scope.isEmpty() || (scope.isPresent() && !scope.equals(latest.scope))) {
            return this;
        }
        Map<String, String> rebased = new LinkedHashMap<>(codes);
        rebased.entrySet().removeIf(code -> code.getValue().equals(base.codes.get(code.getKey())));
        latest.codes.forEach((name, code) -> {
            if (Objects.equals(codes.get(name), base.codes.get(name))) {
                rebased.put(name, code);
            }
        });
        return new Fingerprints(latest.scope, rebased);
    }

    /** The same without what is no secret parameter. */
    public Fingerprints of(List<Parameter> parameters) {
        Map<String, String> kept = new LinkedHashMap<>();
        parameters.stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .map(Parameter::name)
                .filter(codes::containsKey)
                .forEach(name -> kept.put(name, codes.getOrDefault(name, "")));
        return kept.isEmpty() ? NONE : new Fingerprints(scope, kept);
    }

    /** Whether the secret of {@code parameter} is another one in {@code later}. */
    public SecretDiff.State compared(String parameter, Fingerprints later) {
        String before = codes.get(parameter);
        String after = later.codes.get(parameter);
        if (before == null || after == null || !scope.equals(later.scope)) {
            return SecretDiff.State.UNKNOWN;
        }
        return before.equals(after) ? SecretDiff.State.UNCHANGED : SecretDiff.State.CHANGED;
    }

    /** Says how many there are. */
    @Override
    public String toString() {
        return "Fingerprints[" + codes.size() + "]";
    }
}
