package io.stackprofile.capture;

import java.util.List;
import org.immutables.value.Value;

/**
 * Whether a template gives its source back: what was taken out is bound again in memory, and the result is compared with
 * the source, to the character. Fields that were cleaned away, and secrets masked in comments, stand in the report and
 * are not counted here.
 */
@Value.Immutable
public interface RoundTrip {

    /** Where the result differs from the source, in the order of members and places. */
    List<Residual> residuals();

    /** How many members were compared. */
    int members();

    /** How many comments the source has, those in cleaned fields aside. */
    int commentsBefore();

    /** How many the result has. It has fewer only where one mask took the place of a secret of several commented lines. */
    int commentsAfter();

    /** Whether every member came back to the character. */
    default boolean exact() {
        return residuals().isEmpty();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RoundTrip}. */
    final class Builder extends ImmutableRoundTrip.Builder {
        Builder() {}
    }
}
