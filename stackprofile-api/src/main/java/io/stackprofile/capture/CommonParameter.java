package io.stackprofile.capture;

import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import java.util.List;
import org.immutables.value.Value;

/** A parameter that was made of what differs between the sources of a capture. */
@Value.Immutable
public interface CommonParameter {

    /** The parameter, with its type, choices or format inferred and the first source's value as default. */
    Parameter parameter();

    /** Where it stands, in the first source's members. */
    List<Location> places();

    /** How many different values the sources have. */
    int distinct();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CommonParameter}. */
    final class Builder extends ImmutableCommonParameter.Builder {
        Builder() {}
    }
}
