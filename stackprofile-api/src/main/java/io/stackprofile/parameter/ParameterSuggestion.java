package io.stackprofile.parameter;

import io.stackprofile.error.Location;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A literal that looks as if it belonged to one environment, and the parameter that could take its place. Nothing applies
 * it but the caller, with {@code DraftEdit.Parameterise.of(suggestion)}.
 */
@Value.Immutable
public interface ParameterSuggestion {

    /** What the literal looks like. */
    enum Kind {
        /** A host's name, or the domain that several have in common. */
        HOSTNAME,
        /** A storage class. */
        STORAGE_CLASS,
        /** A cloud's account, project or region. */
        CLOUD,
        /** How many replicas run. */
        REPLICAS,
        /** How much storage, memory or processor time, or for how long. */
        SIZE,
        /** A container image's tag or registry. */
        IMAGE
    }

    /** The name it proposes; no parameter of the version has it, nor another suggestion. */
    String name();

    /** What the parameter would be. */
    ParameterType type();

    /** What stands there now. */
    ParameterValue defaultValue();

    /** What it looks like. */
    Kind kind();

    /** Why it is suggested, one sentence. */
    String reason();

    /** The part of the scalars' text; the whole of them when absent. */
    Optional<String> part();

    /** The scalars: member, document, path, line and column each. */
    List<Location> places();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ParameterSuggestion}. */
    final class Builder extends ImmutableParameterSuggestion.Builder {
        Builder() {}
    }
}
