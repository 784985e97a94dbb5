package io.stackprofile.parameter;

import io.stackprofile.error.Location;
import java.util.Optional;
import org.immutables.value.Value;

/** A placeholder of a parameter. */
@Value.Immutable
public interface ParameterPlace {

    /** How it stands there. */
    enum Standing {
        /** It is all of a scalar. */
        WHOLE,
        /** It is part of a scalar's text. */
        EMBEDDED,
        /** It stands in a mapping's key. */
        KEY,
        /** It stands in a field of the member: its namespace, or an add-on's chart, version, repository or registry. */
        FIELD
    }

    /** Where; for a key the path of its value, for a field the member alone. */
    Location location();

    /** How it stands there. */
    Standing standing();

    /** The field, such as {@code chart version}, where it stands in one. */
    Optional<String> field();

    /** The placeholder's filter. */
    Optional<String> filter();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ParameterPlace}. */
    final class Builder extends ImmutableParameterPlace.Builder {
        Builder() {}
    }
}
