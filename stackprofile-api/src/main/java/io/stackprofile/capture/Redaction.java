package io.stackprofile.capture;

import io.stackprofile.error.Location;
import java.util.Optional;
import org.immutables.value.Value;

/** A place where a secret was found and taken out. Never carries the secret, its length, a prefix or a hash of it. */
@Value.Immutable
public interface Redaction {

    /** How sure the rule is. */
    enum Confidence {
        /** The place or the format leaves no doubt. */
        HIGH,
        /** The name and the value together say so. */
        MEDIUM,
        /** Only one of them does. */
        LOW
    }

    /** What was done. */
    enum Action {
        /** Replaced by a required secret parameter. */
        PARAMETERISED,
        /** Replaced by {@code [redacted]}: comments and text that takes no parameter. */
        MASKED
    }

    /** The rule's id, kebab case. */
    String rule();

    /** Where it stood. */
    Location location();

    /** Why, in a sentence. */
    String reason();

    /** How sure the rule is. */
    Confidence confidence();

    /** What was done. */
    Action action();

    /** The parameter that stands there now, when the action made one. */
    Optional<String> parameter();

    /**
     * Whether the value was too short or too common to be searched for in every output byte; it was replaced in place
     * all the same.
     */
    @Value.Default
    default boolean sweepExempt() {
        return false;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Redaction}. */
    final class Builder extends ImmutableRedaction.Builder {
        Builder() {}
    }
}
