package io.stackprofile.capture;

import io.stackprofile.error.Location;
import org.immutables.value.Value;

/** A field that belongs to one running cluster and was left out of the template. */
@Value.Immutable
public interface Cleaning {

    /** The rule's id, kebab case. */
    String rule();

    /** Where it stood. */
    Location location();

    /** Why, in a sentence. */
    String reason();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Cleaning}. */
    final class Builder extends ImmutableCleaning.Builder {
        Builder() {}
    }
}
