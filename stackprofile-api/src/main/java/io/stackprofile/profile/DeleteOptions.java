package io.stackprofile.profile;

import java.util.Optional;
import org.immutables.value.Value;

/** How a profile is deleted. */
@Value.Immutable
public interface DeleteOptions {

    /**
     * Deletes the profile although there are instances of it; no by default. Instances keep the content they were made
     * from: they can be reviewed, committed and listed, and are no longer outdated.
     */
    @Value.Default
    default boolean force() {
        return false;
    }

    /** The revision that was read; refused when the profile has moved on. Without it, the newest. */
    Optional<Long> expectedRevision();

    /** Only when there are no instances. */
    static DeleteOptions none() {
        return builder().build();
    }

    /** Although there may be instances. */
    static DeleteOptions forced() {
        return builder().force(true).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DeleteOptions}. */
    final class Builder extends ImmutableDeleteOptions.Builder {
        Builder() {}
    }
}
