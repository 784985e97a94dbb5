package io.stackprofile.capture;

import io.stackprofile.parameter.ParameterSet;
import java.util.List;
import org.immutables.value.Value;

/** What a capture from several clusters found in one of them. */
@Value.Immutable
public interface SourceCapture {

    /** Which one. */
    CaptureSource source();

    /** Its values, by parameter, for instantiating the profile as it runs there; secrets have to be bound beside it. */
    ParameterSet bindings();

    /** Where binding these and its secrets does not give the source back, in the order of members and places. */
    List<SourceResidual> residuals();

    /** What was taken out of it and noticed in it, before it was compared. */
    CaptureReport report();

    /** Whether the source comes back: the first to the character, the others with the same values in each document. */
    default boolean exact() {
        return residuals().isEmpty();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SourceCapture}. */
    final class Builder extends ImmutableSourceCapture.Builder {
        Builder() {}
    }
}
